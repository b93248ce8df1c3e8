#include "footing/base/result.hpp"

namespace footing {

Error::Error(const char* error_code, const std::string& at, const std::string& what, const char* what_to_do)
    : code(error_code), path(at), message(what), hint(what_to_do) {}

Error::Error(const char* error_code, const std::string& at, const std::string& what, const std::string& what_to_do)
    : code(error_code), path(at), message(what), hint(what_to_do) {}

Error::Error(const std::string& error_code, const std::string& at, const std::string& what,
             const std::string& what_to_do)
    : code(error_code), path(at), message(what), hint(what_to_do) {}

void append(Errors& errors, const Errors& more) {
  for (const auto& error : more) errors.push_back(error);
}

}  // namespace footing
