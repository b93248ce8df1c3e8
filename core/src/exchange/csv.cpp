#include "exchange/csv.hpp"

#include "exchange/utf8.hpp"

namespace footing {
namespace {

class CsvParser {
 public:
  CsvParser(std::string_view text, const std::string& path) : text_(text), path_(path) {}

  Result<std::vector<CsvRecord>> run() {
    if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;  // the mark that spreadsheets put in front
    check_encoding();
    while (at_ < text_.size()) record();
    if (!errors_.empty()) return errors_;
    return std::move(records_);
  }

 private:
  void check_encoding() {
    int line = 1;
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t length = sequence_length(text_.substr(i));
      if (length == 0) {
        fail(line, "The text is not valid UTF-8.", "Save the table as UTF-8.");
        return;
      }
      if (text_[i] == '\n') ++line;
      i += length;
    }
  }

  bool at_break() const { return text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n"; }

  void skip_break() {
    at_ += text_[at_] == '\r' ? 2 : 1;
    ++line_;
  }

  void record() {
    CsvRecord made;
    made.line = line_;
    while (true) {
      made.fields.push_back(field());
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (at_ < text_.size()) skip_break();
      break;
    }
    if (made.fields.size() > 1 || !made.fields.front().empty()) records_.push_back(std::move(made));
  }

  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t start = at_;
    bool stray = false;
    while (at_ < text_.size() && text_[at_] != ',' && !at_break()) {
      stray = stray || text_[at_] == '"';
      ++at_;
    }
    if (stray) {
      fail(line_, "A quotation mark stands inside a field that does not begin with one.",
           "Put the whole field in quotation marks and double those inside it.");
    }
    return std::string(text_.substr(start, at_ - start));
  }

  std::string quoted() {
    const int begun = line_;
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (text_.substr(at_, 2) != "\"\"") return after_quotes(out);
        ++at_;
      }
      if (c == '\n') ++line_;
      out += c;
    }
    fail(begun, "A quotation mark is opened and not closed.", "Close the field with a quotation mark.");
    return out;
  }

  /// `at_` is on the closing mark; a comma or the end of the line must follow.
  std::string after_quotes(const std::string& field) {
    ++at_;
    if (at_ == text_.size() || text_[at_] == ',' || at_break()) return field;
    fail(line_, "Something stands behind a closing quotation mark.", "Double quotation marks inside a field.");
    while (at_ < text_.size() && text_[at_] != ',' && !at_break()) ++at_;
    return field;
  }

  void fail(int line, const char* message, const char* hint) {
    errors_.push_back({"csv-syntax", place_in_table(path_, line), message, hint});
  }

  std::string_view text_;
  const std::string& path_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRecord> records_;
  Errors errors_;
};

}  // namespace

std::string place_in_table(const std::string& path, int line) { return path + ":" + std::to_string(line); }

Result<std::vector<CsvRecord>> parse_csv(std::string_view text, const std::string& path) {
  return CsvParser(text, path).run();
}

}  // namespace footing
