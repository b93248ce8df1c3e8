#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/prepared_codec.hpp"
#include "exchange/state.hpp"

namespace footing {

std::string prepare_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"claim", "rivals"});
  const std::string id = node.need("claim").text();
  const bool rivals = node.at("rivals").boolean(false);
  auto claim = find_claim(loaded.dataset, id);
  if (!claim) append(errors, claim.errors());
  if (!errors.empty()) return refusal(errors);
  std::vector<const PreparedClaim*> wanted;
  for (const auto& prepared : loaded.prepared) {
    const auto& beside = claim.value()->rivals;
    const bool rival = rivals && std::find(beside.begin(), beside.end(), prepared.id) != beside.end();
    if (prepared.id == id || rival) wanted.push_back(&prepared);
  }
  JsonWriter out = begin_answer({}, {});
  out.key("prepared");
  write_prepared(out, wanted);
  return finish(out);
}

}  // namespace footing
