#include "embind_types.hpp"

#include <emscripten/em_macros.h>

#include <cstdlib>
#include <string>

namespace {

// The places of these arrays in the list of _embind_register_memory_view (embind.js).
constexpr unsigned kUint8Array = 1;
constexpr unsigned kFloat64Array = 7;

template <class T>
emscripten::internal::TYPEID pointer_to() {
  return emscripten::internal::TypeID<emscripten::internal::AllowedRawPointer<const T>>::get();
}

}  // namespace

#ifndef FOOTING_EMBIND_LIBRARY
/// embind.js asks for the name of a type it does not know, to say so, and frees it. Without type information there is
/// none.
extern "C" EMSCRIPTEN_KEEPALIVE char* __getTypeName(const void*) { return static_cast<char*>(std::calloc(1, 1)); }
#endif

void footing_wasm::register_types() {
  using namespace emscripten::internal;
#ifndef FOOTING_EMBIND_LIBRARY
  _embind_register_std_string(TypeID<std::string>::get(), "bytes");
#endif
  _embind_register_memory_view(pointer_to<Bytes>(), kUint8Array, "Bytes");
  _embind_register_memory_view(pointer_to<Samples>(), kFloat64Array, "Samples");
}
