#include "JSONShims.h"

#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simdjson.h"

using namespace simdjson;

struct kjson_reader {
    ondemand::parser parser;
    std::vector<kjson_step> steps;
    std::string broken; // a text that is read once more to find what is wrong with it
    const uint8_t *text = nullptr;
    size_t place = 0; // of the value that was read last
    uint32_t depth_left = 0;
};

extern "C" kjson_reader *kjson_reader_open(void) { return new (std::nothrow) kjson_reader; }

extern "C" void kjson_reader_close(kjson_reader *reader) { delete reader; }

static kjson_fault fault(error_code error) {
    switch (error) {
    case SUCCESS: return KJSON_FINE;
    case CAPACITY:
    case MEMALLOC: return KJSON_MEMORY;
    case UTF8_ERROR: return KJSON_UTF8;
    case UNESCAPED_CHARS: return KJSON_CONTROL;
    case UNCLOSED_STRING: return KJSON_OPEN_STRING;
    case STRING_ERROR: return KJSON_ESCAPE;
    case NUMBER_ERROR:
    case NUMBER_OUT_OF_RANGE: return KJSON_NUMBER;
    case T_ATOM_ERROR:
    case F_ATOM_ERROR:
    case N_ATOM_ERROR: return KJSON_WORD;
    case EMPTY: return KJSON_EMPTY;
    case DEPTH_ERROR: return KJSON_DEPTH;
    case TRAILING_CONTENT: return KJSON_TRAILING;
    case INCOMPLETE_ARRAY_OR_OBJECT: return KJSON_OPEN;
    default: return KJSON_PUNCTUATION;
    }
}

static std::string_view trimmed(std::string_view token) {
    while (!token.empty() && (token.back() == ' ' || token.back() == '\t' || token.back() == '\n' || token.back() == '\r')) {
        token.remove_suffix(1);
    }
    return token;
}

// −?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?
static bool is_number(std::string_view text) {
    size_t at = 0;
    auto digits = [&] {
        size_t start = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') at++;
        return at - start;
    };
    if (at < text.size() && text[at] == '-') at++;
    bool is_zero = at < text.size() && text[at] == '0';
    size_t whole = digits();
    if (whole == 0 || (is_zero && whole > 1)) return false;
    if (at < text.size() && text[at] == '.') {
        at++;
        if (digits() == 0) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at++;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) at++;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

static void step(kjson_reader *reader, kjson_kind kind, size_t offset, std::string_view text = {}) {
    reader->steps.push_back(
        {uint32_t(kind), uint32_t(offset), reinterpret_cast<const uint8_t *>(text.data()), uint32_t(text.size())});
}

// What begins no value at all is a word without quotes.
static kjson_fault no_value(std::string_view token) {
    return !token.empty() && (token[0] | 0x20) >= 'a' ? KJSON_WORD : KJSON_PUNCTUATION;
}

// Numbers, and words that are no strings.
static kjson_fault read_word(kjson_reader *reader, ondemand::json_type type, std::string_view token, size_t offset) {
    token = trimmed(token);
    if (token == "null") step(reader, KJSON_NULL, offset);
    else if (token == "true" || token == "false" || is_number(token)) step(reader, KJSON_SCALAR, offset, token);
    else return type == ondemand::json_type::number ? KJSON_NUMBER : KJSON_WORD;
    return KJSON_FINE;
}

static kjson_fault walk(kjson_reader *reader, ondemand::value &value);

static kjson_fault walk_map(kjson_reader *reader, simdjson_result<ondemand::object> &&opened, size_t offset) {
    if (reader->depth_left-- == 0) return KJSON_DEPTH;
    ondemand::object object;
    if (auto error = std::move(opened).get(object)) return fault(error);
    step(reader, KJSON_MAP, offset);
    for (auto result : object) {
        ondemand::field field;
        if (auto error = std::move(result).get(field)) return fault(error);
        // Behind the quote that opens it.
        size_t place = size_t(reinterpret_cast<const uint8_t *>(field.key().raw()) - reader->text) - 1;
        reader->place = place;
        std::string_view key;
        if (auto error = field.unescaped_key().get(key)) return fault(error);
        step(reader, KJSON_KEY, place, key);
        ondemand::value child = field.value();
        if (auto found = walk(reader, child)) return found;
    }
    reader->depth_left++;
    step(reader, KJSON_END, offset);
    return KJSON_FINE;
}

static kjson_fault walk_list(kjson_reader *reader, simdjson_result<ondemand::array> &&opened, size_t offset) {
    if (reader->depth_left-- == 0) return KJSON_DEPTH;
    ondemand::array array;
    if (auto error = std::move(opened).get(array)) return fault(error);
    step(reader, KJSON_LIST, offset);
    for (auto result : array) {
        ondemand::value child;
        if (auto error = std::move(result).get(child)) return fault(error);
        if (auto found = walk(reader, child)) return found;
    }
    reader->depth_left++;
    step(reader, KJSON_END, offset);
    return KJSON_FINE;
}

static kjson_fault walk(kjson_reader *reader, ondemand::value &value) {
    ondemand::json_type type;
    std::string_view token = value.raw_json_token();
    size_t offset = size_t(reinterpret_cast<const uint8_t *>(token.data()) - reader->text);
    reader->place = offset;
    if (value.type().get(type)) return no_value(token);
    switch (type) {
    case ondemand::json_type::object: return walk_map(reader, value.get_object(), offset);
    case ondemand::json_type::array: return walk_list(reader, value.get_array(), offset);
    case ondemand::json_type::string: {
        std::string_view text;
        if (auto error = value.get_string().get(text)) return fault(error);
        step(reader, KJSON_SCALAR, offset, text);
        return KJSON_FINE;
    }
    default: return read_word(reader, type, token, offset);
    }
}

// simdjson never looks for the end of a text: it asks of the outermost map or list that the text's last mark closes it, and relies on that.
// Where it does not, the text is read without asking, which needs white space behind it.
enum class trust { none, last_mark };

static kjson_fault walk_document(kjson_reader *reader, ondemand::document &document, size_t length, trust trust) {
    ondemand::json_type type;
    std::string_view token;
    if (auto error = document.raw_json_token().get(token)) return fault(error);
    size_t offset = size_t(reinterpret_cast<const uint8_t *>(token.data()) - reader->text);
    reader->place = offset;
    if (document.type().get(type)) return no_value(token);
    kjson_fault found = KJSON_FINE;
    if (type == ondemand::json_type::object || type == ondemand::json_type::array) {
        bool is_map = type == ondemand::json_type::object;
        if (trust == trust::last_mark) {
            found = is_map ? walk_map(reader, document.get_object(), offset) : walk_list(reader, document.get_array(), offset);
        } else {
            ondemand::value root;
            if (auto error = document.get_value().get(root)) return fault(error);
            found = is_map ? walk_map(reader, root.get_object(), offset) : walk_list(reader, root.get_array(), offset);
        }
        const char *location;
        if ((!found || found == KJSON_PUNCTUATION) && document.current_location().get(location) == SUCCESS) {
            reader->place = size_t(reinterpret_cast<const uint8_t *>(location) - reader->text);
            // The value is whole; then nothing may follow.
            if (!found) found = KJSON_TRAILING;
        }
        return found;
    }
    size_t end = offset + token.size();
    if (end < length) {
        reader->place = end;
        return KJSON_TRAILING;
    }
    if (type != ondemand::json_type::string) return read_word(reader, type, token, offset);
    std::string_view text;
    if (auto error = document.get_string().get(text)) return fault(error);
    step(reader, KJSON_SCALAR, offset, text);
    return KJSON_FINE;
}

extern "C" kjson_fault kjson_read(kjson_reader *reader, const uint8_t *text, size_t length, uint32_t depth,
                                  const kjson_step **steps, size_t *count, size_t *offset) {
    kjson_fault found = KJSON_FINE;
    auto read = [&](const uint8_t *from, trust trust) {
        reader->steps.clear();
        reader->text = from;
        reader->place = 0;
        reader->depth_left = depth;
        ondemand::document document;
        error_code error =
            reader->parser.iterate(reinterpret_cast<const char *>(from), length, length + KJSON_PADDING).get(document);
        found = error ? fault(error) : walk_document(reader, document, length, trust);
    };
    read(text, trust::last_mark);
    if (found == KJSON_OPEN) {
        reader->broken.assign(reinterpret_cast<const char *>(text), length);
        reader->broken.append(KJSON_PADDING, ' ');
        read(reinterpret_cast<const uint8_t *>(reader->broken.data()), trust::none);
        if (!found) found = KJSON_PUNCTUATION;
    }
    *steps = reader->steps.data();
    *count = reader->steps.size();
    *offset = reader->place < length ? reader->place : length;
    return found;
}
