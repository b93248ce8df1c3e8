#include "exchange/link.hpp"

#include <algorithm>
#include <vector>

#include "exchange/request.hpp"
#include "footing/base/nearest.hpp"

namespace footing {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decodes %xx and "+"; empty when a percent sign is not followed by two hexadecimal digits or a control
/// character comes out.
std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+') {
      c = ' ';
    } else if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    out += c;
  }
  return out;
}

std::string percent_encoded(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "-._~(),:";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       kPlain.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

std::string shown(std::string_view text) {
  return text.size() <= 60 ? std::string(text) : std::string(text.substr(0, 60)) + "…";
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text = text.substr(at + 1);
  }
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void read_path(std::string_view path, Link& link, Errors& notices) {
  const auto parts = split(path, '/');
  const auto claims = std::find(parts.begin(), parts.end(), "claims");
  if (claims == parts.end()) return;
  if (claims != parts.begin()) {
    const std::string language(*(claims - 1));
    if (language == "en" || language == "zh-Hans" || language == "zh-Hant") link.language = language;
  }
  if (claims + 1 == parts.end() || !is_id(claims[1])) return;
  link.claim = std::string(claims[1]);
  if (claims + 2 == parts.end()) return;
  const std::string_view revision = claims[2];
  if (revision.empty() || revision == "index.html") return;
  const bool number = revision.size() >= 2 && revision.size() <= 6 && revision[0] == 'r' &&
                      std::all_of(revision.begin() + 1, revision.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number) {
    link.revision = static_cast<int>(*parse_seed(std::string(revision.substr(1))));
  } else {
    notices.push_back(
        {"link-revision", "revision", "\"" + shown(revision) + "\" is no revision.", "Revisions are r0, r1, r2 …"});
  }
}

void take_reserved(const std::string& key, const std::string& value, Link& link, Errors& notices) {
  if (key == "_scenario") {
    link.scenario = value;
  } else if (key == "_seed") {
    link.seed = parse_seed(value);
    if (!link.seed) {
      notices.push_back({"seed-syntax", key, "\"" + shown(value) + "\" is no seed.",
                         "Use a whole number from 0 to 18446744073709551615."});
    }
  } else if (key == "_n") {
    const auto samples = parse_seed(value);
    if (samples && *samples >= kMinSamples && *samples <= kMaxSamples) {
      link.samples = static_cast<std::size_t>(*samples);
    } else {
      notices.push_back({"samples-range", key, "\"" + shown(value) + "\" is no number of samples.",
                         "Use a whole number from 2 to 1,048,576."});
    }
  } else if (key == "_view") {
    link.view = value;
  }
}

void read_pairs(std::string_view text, TextMap& pairs, Errors& notices) {
  for (const auto item : split(text, '&')) {
    if (item.empty()) continue;
    const auto equals = item.find('=');
    if (equals == std::string_view::npos) continue;
    const auto key = percent_decoded(item.substr(0, equals));
    if (!key || !is_id(*key)) continue;
    const auto value = percent_decoded(item.substr(equals + 1));
    if (!value) {
      notices.push_back({"link-encoding", *key, "\"" + shown(item) + "\" cannot be decoded.",
                         "The link was cut or changed on its way."});
      continue;
    }
    if (!pairs.emplace(*key, *value)) {
      notices.push_back({"duplicate-key", *key, "\"" + *key + "\" stands twice in the link; the first counts.", ""});
    }
  }
}

}  // namespace

Result<Link> decode_link(std::string_view text, Errors& notices) {
  if (text.size() > kMaxLinkBytes) {
    return Error{"link-too-long", "", "The link is longer than 16,384 characters.",
                 "Use the file of a scenario instead."};
  }
  Link link;
  const auto hash = text.find('#');
  const std::string_view fragment = hash == std::string_view::npos ? std::string_view() : text.substr(hash + 1);
  const std::string_view address = text.substr(0, hash);
  const auto mark = address.find('?');
  read_path(address.substr(0, mark), link, notices);
  TextMap pairs;
  if (mark != std::string_view::npos) read_pairs(address.substr(mark + 1), pairs, notices);
  TextMap after;
  // A fragment may repeat the "?" of the query.
  read_pairs(!fragment.empty() && fragment.front() == '?' ? fragment.substr(1) : fragment, after, notices);
  for (const auto& [key, value] : after) {
    if (!pairs.emplace(key, value) && *pairs.find(key) != value) {
      notices.push_back(
          {"link-query-wins", key, "\"" + key + "\" stands before and after \"#\"; the first counts.", ""});
    }
  }
  for (const auto& [key, value] : pairs) {
    if (key.front() == '_') {
      take_reserved(key, value, link, notices);
    } else {
      link.set.emplace(key, value);
    }
  }
  return link;
}

void keep_known(const PreparedClaim& claim, Link& link, Errors& notices) {
  std::vector<std::string> known;
  for (const auto& input : claim.inputs) known.push_back(input.id);
  for (const auto& bundle : claim.bundles) known.push_back(bundle.id);
  TextMap kept;
  for (const auto& [id, text] : link.set) {
    if (std::find(known.begin(), known.end(), id) != known.end()) {
      kept.emplace(id, text);
      continue;
    }
    const std::string near = nearest(id, known);
    if (!near.empty()) {
      notices.push_back(
          {"input-unknown", id, "This claim has no input \"" + id + "\".", "Did you mean \"" + near + "\"?"});
    }
  }
  link.set = std::move(kept);
}

std::string encode_link(const Link& link) {
  std::string out = (link.language.empty() ? "" : link.language + "/") + "claims/" + link.claim + "/";
  if (link.revision) out += "r" + std::to_string(*link.revision) + "/";
  char mark = '?';
  const auto add = [&](const std::string& key, const std::string& value) {
    out += mark + key + "=" + percent_encoded(value);
    mark = '&';
  };
  for (const auto& [id, value] : link.set) add(id, value);
  if (link.samples && *link.samples != kDefaultSamples) add("_n", std::to_string(*link.samples));
  if (!link.scenario.empty()) add("_scenario", link.scenario);
  if (link.seed && *link.seed != Options{}.seed) add("_seed", std::to_string(*link.seed));
  if (!link.view.empty()) add("_view", link.view);
  return out;
}

}  // namespace footing
