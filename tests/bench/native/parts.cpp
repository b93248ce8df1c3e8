#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "base/kernels.hpp"
#include "evaluate/run_block.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/density.hpp"
#include "footing/evaluate/drawing.hpp"
#include "footing/evaluate/order_statistics.hpp"
#include "footing/evaluate/summary.hpp"
#include "footing/uncertainty/sobol.hpp"

/// Parts of the engine under Google Benchmark, one by one, in values a second.
namespace {

using namespace footing;
using Code = Instruction::Code;

constexpr std::size_t kBlock = internal::kBlock;

void set_values(benchmark::State& state, std::size_t count) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(count));
}

Distribution distribution(const std::string& text, bool log) {
  std::string rest;
  const auto spec = parse_distribution(text, &rest, "bench");
  return *Distribution::make(*spec, Bounds{0.0, std::nullopt, log}, "bench");
}

Column column(const std::string& text, bool log, std::size_t samples) {
  return draw({distribution(text, log), 3, 1.0}, 1, samples);
}

void points(benchmark::State& state) {
  const SobolColumn sobol(5, 1);
  std::vector<double> out(kBlock);
  for (auto _ : state) {
    sobol.fill(4096, kBlock, out.data());
    benchmark::DoNotOptimize(out.data());
  }
  set_values(state, kBlock);
}
BENCHMARK(points);

void quantiles(benchmark::State& state, const std::string& text, bool log) {
  const Distribution own = distribution(text, log);
  std::vector<double> u(kBlock), out(kBlock);
  SobolColumn(5, 1).fill(4096, kBlock, u.data());
  for (auto _ : state) {
    own.quantiles(u.data(), kBlock, out.data());
    benchmark::DoNotOptimize(out.data());
  }
  set_values(state, kBlock);
}
BENCHMARK_CAPTURE(quantiles, uniform, "uniform(1, 2)", false);
BENCHMARK_CAPTURE(quantiles, triangular, "triangular(1, 2, 4)", false);
BENCHMARK_CAPTURE(quantiles, normal, "3..4", false);
BENCHMARK_CAPTURE(quantiles, lognormal, "1..4", true);
BENCHMARK_CAPTURE(quantiles, pert, "pert(1, 2, 4)", false);

void instruction(benchmark::State& state, Code code) {
  std::vector<double> a(kBlock, 1.25), b(kBlock, 0.75), c(kBlock, 2.0), out(kBlock);
  for (auto _ : state) {
    internal::run_block(code, a.data(), b.data(), c.data(), out.data());
    benchmark::DoNotOptimize(out.data());
  }
  set_values(state, kBlock);
}
BENCHMARK_CAPTURE(instruction, multiply, Code::multiply);
BENCHMARK_CAPTURE(instruction, divide, Code::divide);
BENCHMARK_CAPTURE(instruction, choose, Code::choose);
BENCHMARK_CAPTURE(instruction, ceil, Code::ceil);
BENCHMARK_CAPTURE(instruction, exp, Code::exp);
BENCHMARK_CAPTURE(instruction, log, Code::log);
BENCHMARK_CAPTURE(instruction, power, Code::power);

void grouping(benchmark::State& state) {
  const auto samples = static_cast<std::size_t>(state.range(0));
  const Column values = column("1..4", true, samples);
  for (auto _ : state) {
    OrderStatistics order(values.data(), values.size());
    benchmark::DoNotOptimize(order);
  }
  set_values(state, samples);
}
BENCHMARK(grouping)->Arg(16384)->Arg(1 << 20);

void summary(benchmark::State& state) {
  const auto samples = static_cast<std::size_t>(state.range(0));
  const Column values = column("1..4", true, samples);
  OrderStatistics order(values.data(), values.size());
  for (auto _ : state) benchmark::DoNotOptimize(summarise(values, order));
  set_values(state, samples);
}
BENCHMARK(summary)->Arg(16384)->Arg(1 << 20);

void histogram(benchmark::State& state) {
  const auto samples = static_cast<std::size_t>(state.range(0));
  const Column values = column("1..4", true, samples);
  OrderStatistics order(values.data(), values.size());
  for (auto _ : state) benchmark::DoNotOptimize(density(values, order));
  set_values(state, samples);
}
BENCHMARK(histogram)->Arg(16384)->Arg(1 << 20);

}  // namespace

BENCHMARK_MAIN();
