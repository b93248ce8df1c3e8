#include "../formula/apply.hpp"
#include "exchange/operation_words.hpp"
#include "exchange/prepared_codec.hpp"
#include "exchange/prepared_fields.hpp"
#include "footing/exchange/reply.hpp"

namespace footing {
namespace {

/// The archive that writes.
class Writer {
 public:
  explicit Writer(JsonWriter& out) : out_(out) {}

  void text(const char* name, const std::string& value) {
    if (!value.empty()) out_.text(name, value);
  }
  void number(const char* name, double value) { out_.number(name, value); }
  void maybe(const char* name, const std::optional<double>& value) {
    if (value) out_.number(name, *value);
  }
  void flag(const char* name, bool value) {
    if (value) out_.boolean(name, true);
  }
  void whole(const char* name, int value) { out_.number(name, value); }
  void index(const char* name, std::uint32_t value) { out_.number(name, value); }
  void texts(const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) out_.texts(name, values);
  }
  void numbers(const char* name, const std::vector<double>& values) { out_.numbers(name, values); }
  void spec(const char* name, const DistributionSpec& spec) {
    out_.text(name, print_distribution(spec));
    flag("in_order", spec.in_order);
  }
  void code(const char* name, const std::vector<Instruction>& code) {
    out_.key(name).open_list();
    for (const auto& one : code) {
      out_.open_list().text(kOperationWords[static_cast<std::size_t>(one.code)]);
      if (one.code == Instruction::Code::constant) out_.number(one.number);
      const int arguments = one.code == Instruction::Code::input ? 1 : internal::arity(one.code);
      if (arguments > 0) out_.number(one.a);
      if (arguments > 1) out_.number(one.b);
      if (arguments > 2) out_.number(one.c);
      out_.close_list();
    }
    out_.close_list();
  }
  template <class T>
  void list(const char* name, std::vector<T>& values) {
    if (values.empty()) return;
    out_.key(name).open_list();
    for (auto& value : values) {
      out_.open_object();
      fields(*this, value);
      out_.close_object();
    }
    out_.close_list();
  }

 private:
  JsonWriter& out_;
};

}  // namespace

void write_prepared(JsonWriter& out, const std::vector<const PreparedClaim*>& claims) {
  out.open_object()
      .number("footing_prepared", kPreparedVersion)
      .number("method", kMethodVersion)
      .key("claims")
      .open_list();
  for (const auto* claim : claims) {
    PreparedClaim copy = *claim;  // the list of members is one for reading and writing, so it takes what can be changed
    out.open_object();
    Writer writer(out);
    fields(writer, copy);
    out.close_object();
  }
  out.close_list().close_object();
}

}  // namespace footing
