#include "exchange/detail_calls.hpp"
#include "exchange/prepared_state.hpp"

namespace footing {

Reply DetailEngine::call(std::string_view name, std::string_view text) {
  return held_.state_->answer(name, text, detail_call);
}

}  // namespace footing
