#include <array>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/kernels.hpp"
#include "footing/uncertainty/sobol.hpp"
#include "phases.hpp"

/// What one claim costs when nothing is interpreted: the arithmetic of each workload as one loop (fused_workloads.inc,
/// written by scripts/bench), over the engine's own draws, or, with FOOTING_BENCH_LIMIT, over the cheapest that there
/// are: eight xoshiro256++ side by side (Blackman & Vigna 2021) and Box & Muller's pairs of normal numbers.
namespace {

using namespace footing;

constexpr std::size_t kBlock = 1024;
using Block = std::array<double, kBlock>;

enum class Kind { uniform, log_uniform, triangular, normal, lognormal };

#include "fused_workloads.inc"

class Random {
 public:
  Random() {
    std::uint64_t x = 1;
    for (auto& word : state_) {
      for (auto& lane : word) {  // splitmix64
        std::uint64_t z = (x += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        lane = z ^ (z >> 31);
      }
    }
  }

  void uniforms(double* out, std::size_t count) {
    auto [a, b, c, d] = state_;
    for (std::size_t i = 0; i < count; i += 8) {
      for (std::size_t k = 0; k < 8; ++k) {
        const std::uint64_t sum = a[k] + d[k];
        const std::uint64_t bits = ((sum << 23) | (sum >> 41)) + a[k];
        const std::uint64_t t = b[k] << 17;
        c[k] ^= a[k];
        d[k] ^= b[k];
        b[k] ^= c[k];
        a[k] ^= d[k];
        c[k] ^= t;
        d[k] = (d[k] << 45) | (d[k] >> 19);
        out[i + k] = math::kernel::from_bits((bits >> 12) | 0x3ff0000000000000u) - (1.0 - 0x1p-53);
      }
    }
    state_ = {a, b, c, d};
  }

  void normals(Block& out) {
    constexpr std::size_t kHalf = kBlock / 2;
    double u[kHalf], turn[kHalf];
    uniforms(u, kHalf);
    uniforms(turn, kHalf);
    for (std::size_t i = 0; i < kHalf; ++i) {
      const double size = std::sqrt(-2.0 * math::kernel::log(u[i]));
      const double nearest = std::floor(turn[i] * 4.0 + 0.5);
      const double x = (turn[i] - nearest * 0.25) * 6.283185307179586;  // |x| <= pi/4
      const double s = x * x;
      const double sine =
          x * (1.0 + s * (-1.0 / 6 + s * (1.0 / 120 + s * (-1.0 / 5040 + s * (1.0 / 362880 - s / 39916800)))));
      const double cosine = 1.0 + s * (-0.5 + s * (1.0 / 24 + s * (-1.0 / 720 + s * (1.0 / 40320 - s / 3628800))));
      const bool swapped = nearest == 1.0 || nearest == 3.0;
      const double first = swapped ? sine : cosine;
      const double second = swapped ? cosine : sine;
      out[i] = size * (nearest == 1.0 || nearest == 2.0 ? -first : first);
      out[kHalf + i] = size * (nearest == 2.0 || nearest == 3.0 ? -second : second);
    }
  }

 private:
  std::array<std::array<std::uint64_t, 8>, 4> state_;
};

#ifdef FOOTING_BENCH_LIMIT
template <class Workload>
void draw_and_evaluate(const Plan&, std::size_t samples, std::vector<Values>& out) {
  static Random random;
  static std::array<Block, Workload::kInputs> drawn;
  for (std::size_t first = 0; first < samples; first += kBlock) {
    for (std::size_t k = 0; k < Workload::kInputs; ++k) {
      Block& x = drawn[k];
      const Kind kind = Workload::kKinds[k];
      const auto& number = Workload::kNumbers[k];
      if (kind == Kind::normal || kind == Kind::lognormal) {
        random.normals(x);
      } else {
        random.uniforms(x.data(), kBlock);
      }
      if (kind == Kind::uniform || kind == Kind::normal) {
        for (double& one : x) one = number[0] + number[1] * one;
      } else if (kind == Kind::triangular) {
        const double low = number[0], width = number[1], mode = number[2];
        for (double& one : x) {
          const bool rising = one < mode;
          const double side = std::sqrt(rising ? one * mode : (1.0 - one) * (1.0 - mode));
          one = low + width * (rising ? side : 1.0 - side);
        }
      } else {
        for (double& one : x) one = math::kernel::exp_moderate(number[0] + number[1] * one);
      }
    }
    Workload::evaluate(drawn, out, first);
  }
}
#else
template <class Workload>
void draw_and_evaluate(const Plan& plan, std::size_t samples, std::vector<Values>& out) {
  static std::array<Block, Workload::kInputs> drawn;
  std::vector<SobolColumn> points;
  std::vector<const InputColumn*> inputs;
  for (const char* id : Workload::kIds) {
    inputs.push_back(&plan.inputs[input_index(plan.program, id)]);
    points.emplace_back(inputs.back()->dimension, 1);
  }
  for (std::size_t first = 0; first < samples; first += kBlock) {
    for (std::size_t k = 0; k < Workload::kInputs; ++k) {
      points[k].fill(static_cast<std::uint32_t>(first), kBlock, drawn[k].data());
      inputs[k]->distribution.quantiles(drawn[k].data(), kBlock, drawn[k].data());
    }
    Workload::evaluate(drawn, out, first);
  }
}
#endif

double milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

template <class Workload>
double timed(const Plan& plan, const std::string& phase, std::size_t samples, double least) {
  // Whole blocks alone.
  samples = (samples + kBlock - 1) / kBlock * kBlock;
  volatile double result = 0;
  const auto run = [&] {
    std::vector<Values> out;
    for (std::size_t i = 0; i < Workload::kOutputs; ++i) out.emplace_back(samples);
    draw_and_evaluate<Workload>(plan, samples, out);
    std::vector<Column> columns;
    for (Values& values : out) columns.emplace_back(std::move(values));
    return columns;
  };
  std::vector<Column> columns = run();
  const auto once = [&] {
    if (phase.rfind("summarise", 0) != 0) columns = run();
    if (phase != "draw+evaluate") result = bench::summarised(columns, phase.back() == '+');
    result = columns.back().at(samples - 1);
  };
  once();
  const double start = milliseconds();
  double spent = 0;
  int runs = 0;
  while (spent < least || runs == 0) {
    once();
    ++runs;
    spent = milliseconds() - start;
  }
  return spent / runs;
}

}  // namespace

/// As bench_native.
int main(int argc, char** argv) {
  if (argc != 2) return 1;
  bench::keep_memory();
  std::ifstream in(argv[1], std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto workloads = bench::read_workloads(text.str());
  std::string wanted, phase;
  std::size_t samples = 0;
  double least = 0;
  while (std::cin >> wanted >> phase >> samples >> least) {
    double found = -1;
    for (const auto& one : workloads) {
      if (one.id == wanted) {
        each_workload([&](auto workload) {
          using Workload = decltype(workload);
          if (wanted == Workload::kId) found = timed<Workload>(one.plan, phase, samples, least);
        });
      }
    }
    std::cout << found << std::endl;
  }
}
