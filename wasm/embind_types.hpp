#pragma once

#include <emscripten/bind.h>

/// The types that cross, made known to Embind. Its own library registers all of C++'s (thirty, with their JavaScript),
/// of which three are needed here: naming these alone takes 5 kB off what a page loads.
namespace footing_wasm {

/// Views of memory that outlive the call: Embind would copy and never free one that is returned by value.
using Bytes = emscripten::memory_view<unsigned char>;
using Samples = emscripten::memory_view<double>;

/// std::string (from a Uint8Array), const Bytes* (to a Uint8Array), const Samples* (to a Float64Array).
void register_types();

}  // namespace footing_wasm
