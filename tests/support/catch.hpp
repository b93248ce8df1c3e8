#pragma once

// The one place that knows which major version of Catch2 is installed.
#include <catch2/catch.hpp>
