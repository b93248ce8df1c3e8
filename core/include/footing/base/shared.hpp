#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace footing {

/// A value that never changes, shared by whoever copies this: std::shared_ptr without the type information, deleters
/// and weak owners that come with it. Owners may live in different threads. A default one holds nothing.
template <class T>
class Shared {
 public:
  Shared() = default;
  explicit Shared(T value) : held_(new Held{{1}, std::move(value)}) {}
  Shared(const Shared& other) : held_(other.held_) {
    if (held_ != nullptr) held_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  Shared(Shared&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Shared() {
    if (held_ != nullptr && held_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
  }

  const T& operator*() const { return held_->value; }
  const T* operator->() const { return &held_->value; }

 private:
  struct Held {
    std::atomic<std::uint32_t> owners;
    const T value;
  };
  Held* held_ = nullptr;
};

}  // namespace footing
