#include "JSONShims.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bitset>
#include <cstring>
#include <new>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "simdjson.h"
#include "text.h"

using namespace simdjson;
using std::string_view;

// Parts of identities, by the first bits of their hashes: each is sorted by itself.
enum { PARTS = 256 };

static constexpr uint64_t SKU_MARK = 0x5555555555555555;

// Texts that are known, found by their hashes.
struct known_texts {
    std::vector<std::string> slots;
    size_t mask = 0;

    void fill(const kjson_name *names, size_t count) {
        size_t room = 16;
        while (room < count * 3) room *= 2;
        slots.assign(room, {});
        mask = room - 1;
        for (size_t at = 0; at < count; at++) {
            string_view name(names[at].bytes, names[at].length);
            if (name.empty()) continue;
            size_t slot = hash_of(name) & mask;
            while (!slots[slot].empty()) slot = (slot + 1) & mask;
            slots[slot] = name;
        }
    }

    bool holds(string_view text) const {
        if (text.empty()) return false;
        for (size_t slot = hash_of(text) & mask; !slots[slot].empty(); slot = (slot + 1) & mask) {
            if (slots[slot] == text) return true;
        }
        return false;
    }
};

// A name that keys are compared with, mostly by its first and last eight bytes.
struct name_word {
    std::string text;
    uint64_t head = 0, tail = 0;

    explicit name_word(string_view name) : text(name) {
        memcpy(&head, text.data(), std::min(text.size(), size_t(8)));
        if (text.size() > 8) memcpy(&tail, text.data() + text.size() - 8, 8);
    }

    // The key stands in a document, behind which there is room to read.
    bool is(string_view key) const {
        if (key.size() != text.size()) return false;
        uint64_t word;
        memcpy(&word, key.data(), 8);
        if (key.size() < 8) return (word & ((uint64_t(1) << key.size() * 8) - 1)) == head;
        if (word != head || key.size() == 8) return word == head;
        memcpy(&word, key.data() + key.size() - 8, 8);
        return word == tail && (key.size() <= 16 || memcmp(key.data() + 8, text.data() + 8, key.size() - 16) == 0);
    }
};

struct field {
    name_word name;
    uint32_t shape;
    bool is_required;
};

struct language {
    name_word tag;
    uint8_t script;
    bool is_required;
};

// What has been read of a product.
struct product {
    string_view id, kind, details;
    uint32_t variants = 0, weights = 0, customs = 0, hs_codes = 0, gtins = 0;
    uint32_t materials = 0, shares = 0, sum_of_shares = 0;
    bool is_single = false, is_mixed_up = false;
    uint64_t markets = 0, markets_of_first = 0;
    int64_t days = -1, nights = 0, least = 0, most = 0, stock = 0;
    string_view kazakh_title, russian_title;
    uint64_t title_languages = 0, summary_languages = 0;
    bool has_departures = false;
};

struct kjson_sieve {
    std::vector<kjson_shape> shapes;
    std::vector<field> fields;
    std::vector<std::string> names;
    std::vector<known_texts> sets;
    std::vector<language> languages;
    std::vector<std::string> markets;
    std::vector<uint8_t> market_digits;
    // By the first four digits of an HS code.
    std::bitset<10000> hs_doubts;
    uint32_t units, most_in_title, most_in_summary, most_in_text;
    bool has_files;
    int32_t kazakh, russian;
    uint64_t required = 0;

    ondemand::parser parser;
    product own;
    std::vector<string_view> skus;
    std::array<std::vector<kjson_identity>, PARTS> identities;

    bool reads(ondemand::value &value, uint32_t shape);
    bool reads_record(ondemand::object &object, const kjson_shape &shape);
    bool reads_list(ondemand::value &value, const kjson_shape &shape);
    bool reads_map(ondemand::value &value, const kjson_shape &shape);
    bool reads_texts(ondemand::value &value, const kjson_shape &shape);
    bool reads_scalar(ondemand::value &value, const kjson_shape &shape);
    bool fits(string_view text, const kjson_shape &shape);
    bool has_known_unit(string_view text) const;
    bool is_whole() const;
    void remember(string_view text, bool is_sku, uint64_t offset) {
        // An id and a SKU may be the same word.
        uint64_t hash = hash_of(text) ^ (is_sku ? SKU_MARK : 0);
        identities[hash >> 56].push_back({hash, offset});
    }
};

static bool is_digit(char character) { return character >= '0' && character <= '9'; }

static bool all_digits(string_view text) {
    for (char character : text) {
        if (!is_digit(character)) return false;
    }
    return !text.empty();
}

static bool is_space(char character) { return character == ' ' || character == '\t' || character == '\n' || character == '\r'; }

// A scalar as it reads; false where it is null, no scalar, or has an escape.
static bool scalar(ondemand::value &value, string_view *text) {
    string_view token = value.raw_json_token();
    while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
    if (token.empty()) return false;
    if (token[0] == '"') {
        // Taken, because simdjson passes over a string as if it were a key, with a colon and a value that should not be there.
        if (value.get_raw_json_string().error()) return false;
        if (token.size() < 2 || token.back() != '"') return false;
        *text = token.substr(1, token.size() - 2);
        return memchr(text->data(), '\\', text->size()) == nullptr;
    }
    *text = token;
    if (token == "true" || token == "false") return true;
    // A number that is written without an exponent.
    string_view digits = token;
    if (digits[0] == '-') digits.remove_prefix(1);
    size_t point = digits.find('.');
    string_view whole = digits.substr(0, point);
    if (!all_digits(whole) || (whole[0] == '0' && whole.size() > 1)) return false;
    return point == string_view::npos || all_digits(digits.substr(point + 1));
}

// A key as it is written. One with an escape is no key that anybody knows.
static string_view key_of(ondemand::field &field) {
    const char *start = field.key().raw();
    auto *end = static_cast<const char *>(rawmemchr(start, '"'));
    return string_view(start, size_t(end - start));
}

static bool is_name(string_view text, char first, char last) {
    bool was_hyphen = true;
    for (char character : text) {
        if (character == '-') {
            if (was_hyphen) return false;
            was_hyphen = true;
        } else if ((character >= first && character <= last) || is_digit(character)) {
            was_hyphen = false;
        } else {
            return false;
        }
    }
    return !was_hyphen;
}

// The first four digits of a code that has as many.
static size_t heading_of(string_view code) {
    size_t heading = 0;
    for (char digit : code.substr(0, 4)) heading = heading * 10 + size_t(digit - '0');
    return heading;
}

// A whole number of up to nine digits.
static bool number(string_view text, int64_t *result) {
    if (text.empty() || text.size() > 9 || !all_digits(text) || (text[0] == '0' && text.size() > 1)) return false;
    *result = 0;
    for (char digit : text) *result = *result * 10 + (digit - '0');
    return true;
}

static bool is_date(string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    int64_t year = 0, month = 0, day = 0;
    auto part = [&](size_t from, size_t count, int64_t *value) {
        for (size_t at = from; at < from + count; at++) {
            if (!is_digit(text[at])) return false;
            *value = *value * 10 + (text[at] - '0');
        }
        return true;
    };
    // Every month has 28 days; the others are looked at again.
    return part(0, 4, &year) && part(5, 2, &month) && part(8, 2, &day) && year >= 1900 && year <= 2999 && month >= 1 &&
           month <= 12 && day >= 1 && day <= 28;
}

// The unit's place; −1 where it is no measure.
static int unit_of(string_view text) {
    static constexpr string_view UNITS[] = {"mm", "cm", "m", "g", "kg", "ml", "l"};
    size_t space = text.find(' ');
    if (space == string_view::npos || space == 0) return -1;
    string_view amount = text.substr(0, space), unit = text.substr(space + 1);
    size_t point = amount.find('.');
    string_view whole = amount.substr(0, point);
    if (!all_digits(whole) || whole.size() > 9) return -1;
    if (point != string_view::npos && (!all_digits(amount.substr(point + 1)) || amount.size() - point > 4)) return -1;
    // Nothing is no measure.
    if (amount.find_first_of("123456789") == string_view::npos) return -1;
    for (int at = 0; at < 7; at++) {
        if (unit == UNITS[at]) return at;
    }
    return -1;
}

static bool has_check_digit(string_view text) {
    int sum = 0;
    bool is_triple = true;
    for (size_t at = text.size() - 1; at-- > 0; is_triple = !is_triple) sum += (text[at] - '0') * (is_triple ? 3 : 1);
    return text.back() - '0' == (10 - sum % 10) % 10;
}

// A measure is one wherever it stands; any other text is fine.
bool kjson_sieve::has_known_unit(string_view text) const {
    int unit = text.size() < 24 ? unit_of(text) : -1;
    return unit < 0 || (units >> unit & 1);
}

bool kjson_sieve::fits(string_view text, const kjson_shape &shape) {
    switch (shape.kind) {
    case KJSON_SHAPE_TEXT:
        return has_known_unit(text);
    case KJSON_SHAPE_INTEGER: {
        int64_t value;
        if (!number(text, &value) || value < shape.least || value > shape.most) return false;
        switch (shape.role) {
        case KJSON_ROLE_SHARE:
            own.shares++;
            own.sum_of_shares += uint32_t(value);
            break;
        case KJSON_ROLE_DAYS: own.days = value; break;
        case KJSON_ROLE_NIGHTS: own.nights = value; break;
        case KJSON_ROLE_LEAST: own.least = value; break;
        case KJSON_ROLE_MOST: own.most = value; break;
        case KJSON_ROLE_STOCK: own.stock += value; break;
        }
        return true;
    }
    case KJSON_SHAPE_BOOLEAN:
        if (shape.role == KJSON_ROLE_SINGLE) own.is_single = text == "true";
        return text == "true" || text == "false";
    case KJSON_SHAPE_SKU: return text.size() <= 24 && is_name(text, 'A', 'Z');
    case KJSON_SHAPE_IDENTIFIER: return is_name(text, 'a', 'z');
    case KJSON_SHAPE_MEASURE: {
        int unit = unit_of(text);
        return unit >= 0 && (shape.most >> unit & 1);
    }
    case KJSON_SHAPE_DATE: return is_date(text);
    case KJSON_SHAPE_COUNTRY:
        return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
    case KJSON_SHAPE_DIGITS:
        if (!all_digits(text)) return false;
        if (shape.role == KJSON_ROLE_GTIN) {
            return (text.size() == 8 || (text.size() >= 12 && text.size() <= 14)) && has_check_digit(text);
        }
        return int64_t(text.size()) >= shape.least && int64_t(text.size()) <= shape.most;
    case KJSON_SHAPE_TIME:
        return text.size() == 5 && text[2] == ':' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3)) &&
               text.substr(0, 2) < "24" && text[3] < '6';
    case KJSON_SHAPE_MADE: {
        int64_t year;
        return text == "new" || (text.size() == 4 && all_digits(text) && number(text, &year) && year >= shape.least);
    }
    case KJSON_SHAPE_CHOICE:
        for (uint32_t at = shape.first; at < shape.first + shape.count; at++) {
            if (text == names[at]) return true;
        }
        return false;
    default: return false;
    }
}

bool kjson_sieve::reads_scalar(ondemand::value &value, const kjson_shape &shape) {
    string_view text;
    if (!scalar(value, &text)) {
        // Only free text has escapes.
        if (shape.kind != KJSON_SHAPE_TEXT || shape.set != 0 || shape.role != KJSON_ROLE_NONE) return false;
        return value.get_string().get(text) == SUCCESS && fits(text, shape);
    }
    if (!fits(text, shape)) return false;
    if (shape.set != 0 && !sets[shape.set - 1].holds(text)) return false;
    switch (shape.role) {
    case KJSON_ROLE_ID: own.id = text; break;
    case KJSON_ROLE_KIND: own.kind = text; break;
    case KJSON_ROLE_SKU: skus.push_back(text); break;
    case KJSON_ROLE_WEIGHT: own.weights++; break;
    case KJSON_ROLE_HS:
        own.hs_codes++;
        if (hs_doubts[heading_of(text)]) return false;
        break;
    case KJSON_ROLE_CUSTOMS: own.customs++; break;
    case KJSON_ROLE_GTIN: own.gtins++; break;
    }
    return true;
}

bool kjson_sieve::reads_list(ondemand::value &value, const kjson_shape &shape) {
    ondemand::array array;
    if (value.get_array().get(array)) return false;
    int64_t count = 0;
    string_view before;
    for (auto result : array) {
        ondemand::value element;
        if (std::move(result).get(element)) return false;
        if (shape.role == KJSON_ROLE_DEPARTURES) {
            // In their order, none twice.
            string_view date;
            if (!scalar(element, &date) || !is_date(date) || date <= before) return false;
            before = date;
        } else if (!reads(element, shape.element)) {
            return false;
        }
        count++;
    }
    if (shape.role == KJSON_ROLE_MATERIALS) own.materials += uint32_t(count);
    return count >= shape.least;
}

bool kjson_sieve::reads_map(ondemand::value &value, const kjson_shape &shape) {
    ondemand::object object;
    if (value.get_object().get(object)) return false;
    string_view keys[16];
    size_t count = 0;
    uint64_t priced = 0;
    for (auto result : object) {
        ondemand::field entry;
        if (std::move(result).get(entry)) return false;
        string_view key = key_of(entry);
        if (count == 16) return false;
        for (size_t at = 0; at < count; at++) {
            if (keys[at] == key) return false;
        }
        keys[count++] = key;
        ondemand::value child = entry.value();
        if (shape.role == KJSON_ROLE_PRICES) {
            size_t market = std::find(markets.begin(), markets.end(), key) - markets.begin();
            string_view text;
            if (market == markets.size() || !scalar(child, &text) || text.size() > 15) return false;
            size_t point = text.find('.');
            if (!all_digits(text.substr(0, point)) || text.find_first_of("123456789") == string_view::npos) return false;
            if (point != string_view::npos) {
                string_view fraction = text.substr(point + 1);
                if (!all_digits(fraction) || fraction.size() > market_digits[market]) return false;
            }
            priced |= uint64_t(1) << market;
            continue;
        }
        if (!is_name(key, 'a', 'z') || (shape.set != 0 && !sets[shape.set - 1].holds(key))) return false;
        // A language's tag would make a text of it that the rules read.
        for (auto &language : languages) {
            if (language.tag.is(key)) return false;
        }
        if (!reads(child, shape.element)) return false;
    }
    if (shape.role == KJSON_ROLE_PRICES) own.markets |= priced;
    return true;
}

bool kjson_sieve::reads_texts(ondemand::value &value, const kjson_shape &shape) {
    ondemand::object object;
    if (value.get_object().get(object)) return false;
    uint64_t seen = 0;
    for (auto result : object) {
        ondemand::field entry;
        if (std::move(result).get(entry)) return false;
        string_view key = key_of(entry);
        size_t place = 0;
        while (place < languages.size() && !languages[place].tag.is(key)) place++;
        if (place == languages.size() || (seen >> place & 1)) return false;
        seen |= uint64_t(1) << place;
        ondemand::value child = entry.value();
        string_view text;
        if (child.raw_json_token()[0] != '"') return false;
        if (!scalar(child, &text) && child.get_string().get(text)) return false;
        text_facts facts = look_at_text(text, languages[place].script);
        if (!facts.is_sure || !has_known_unit(text)) return false;
        if (shape.role == KJSON_ROLE_TITLE) {
            if (facts.characters > most_in_title) return false;
            if (int32_t(place) == kazakh) own.kazakh_title = text;
            if (int32_t(place) == russian) own.russian_title = text;
        } else if (shape.role == KJSON_ROLE_SUMMARY) {
            if (facts.characters > most_in_summary) return false;
        } else if (facts.characters > most_in_text) {
            return false;
        }
    }
    if (shape.role == KJSON_ROLE_TITLE) own.title_languages = seen;
    if (shape.role == KJSON_ROLE_SUMMARY) own.summary_languages = seen;
    return true;
}

bool kjson_sieve::reads_record(ondemand::object &object, const kjson_shape &shape) {
    uint64_t seen = 0;
    uint32_t next = 0;
    bool is_variant = shape.role == KJSON_ROLE_VARIANT;
    uint64_t markets_before = own.markets;
    if (is_variant) {
        own.variants++;
        own.markets = 0;
    }
    for (auto result : object) {
        ondemand::field entry;
        if (std::move(result).get(entry)) return false;
        string_view key = key_of(entry);
        // Most files have their fields in the shape's order.
        uint32_t at = next;
        for (uint32_t tried = 0; !fields[shape.first + at].name.is(key); tried++) {
            if (tried == shape.count) return false;
            at = at + 1 == shape.count ? 0 : at + 1;
        }
        if (seen >> at & 1) return false;
        seen |= uint64_t(1) << at;
        next = at + 1 == shape.count ? 0 : at + 1;
        const field &known = fields[shape.first + at];
        if (shapes[known.shape].role == KJSON_ROLE_DETAILS) {
            // The details of its kind, and no others.
            own.is_mixed_up |= !own.details.empty();
            own.details = known.name.text;
        }
        ondemand::value child = entry.value();
        if (!reads(child, known.shape)) return false;
    }
    for (uint32_t at = 0; at < shape.count; at++) {
        if (fields[shape.first + at].is_required && !(seen >> at & 1)) return false;
    }
    if (is_variant) {
        // A variant that is sold where another is not is looked at again.
        if (own.variants == 1) own.markets_of_first = own.markets;
        own.is_mixed_up |= own.markets != own.markets_of_first;
        own.markets |= markets_before;
    }
    return true;
}

bool kjson_sieve::reads(ondemand::value &value, uint32_t place) {
    const kjson_shape &shape = shapes[place];
    switch (shape.kind) {
    case KJSON_SHAPE_RECORD: {
        ondemand::object object;
        return value.get_object().get(object) == SUCCESS && reads_record(object, shape);
    }
    case KJSON_SHAPE_LIST: return reads_list(value, shape);
    case KJSON_SHAPE_MAP: return reads_map(value, shape);
    case KJSON_SHAPE_TEXTS: return reads_texts(value, shape);
    case KJSON_SHAPE_EITHER: {
        ondemand::json_type type;
        if (value.type().get(type)) return false;
        return type == ondemand::json_type::object ? reads(value, shape.element) : reads(value, shape.first);
    }
    case KJSON_SHAPE_DOUBT: return false;
    default: return reads_scalar(value, shape);
    }
}

// What the rules ask of a product as a whole.
bool kjson_sieve::is_whole() const {
    if (own.is_mixed_up || own.details != own.kind || own.variants == 0) return false;
    if ((own.title_languages & required) != required || (own.summary_languages & required) != required) return false;
    bool is_tour = own.kind == "tour";
    if (is_tour ? own.hs_codes + own.customs + own.weights + own.gtins > 0 : own.hs_codes == 0 || own.weights != own.variants) {
        return false;
    }
    if (is_tour && (own.nights > own.days || own.least > own.most)) return false;
    if (own.shares > 0 && (own.shares != own.materials || own.sum_of_shares != 100)) return false;
    if (own.is_single && (own.stock > 1 || own.variants > 1)) return false;
    // What files say of its prices and stock is looked up elsewhere.
    if (own.markets == 0 || (has_files && (own.is_single || own.variants > 1))) return false;
    return own.kazakh_title.empty() || own.kazakh_title != own.russian_title;
}

extern "C" kjson_sieve *kjson_sieve_open(const kjson_program *program) {
    auto *sieve = new (std::nothrow) kjson_sieve;
    if (sieve == nullptr) return nullptr;
    sieve->shapes.assign(program->shapes, program->shapes + program->shape_count);
    uint32_t fields = 0, names = 0;
    for (auto &shape : sieve->shapes) {
        if (shape.kind == KJSON_SHAPE_RECORD) fields = std::max(fields, shape.first + shape.count);
        if (shape.kind == KJSON_SHAPE_CHOICE) names = std::max(names, shape.first + shape.count);
        // A record's fields are told apart by the bits of a word.
        if (shape.kind == KJSON_SHAPE_RECORD && (shape.count == 0 || shape.count > 64)) shape.kind = KJSON_SHAPE_DOUBT;
    }
    for (uint32_t at = 0; at < fields; at++) {
        auto &from = program->fields[at];
        sieve->fields.push_back({name_word({from.name.bytes, from.name.length}), from.shape, from.is_required});
    }
    for (uint32_t at = 0; at < names; at++) sieve->names.emplace_back(program->names[at].bytes, program->names[at].length);
    sieve->sets.resize(program->set_count);
    for (uint32_t at = 0; at < program->set_count; at++) sieve->sets[at].fill(program->sets[at], program->set_sizes[at]);
    for (uint32_t at = 0; at < program->language_count && at < 64; at++) {
        auto &from = program->languages[at];
        sieve->languages.push_back({name_word({from.tag.bytes, from.tag.length}), from.script, from.is_required});
        if (from.is_required) sieve->required |= uint64_t(1) << at;
    }
    for (uint32_t at = 0; at < program->market_count && at < 64; at++) {
        sieve->markets.emplace_back(program->markets[at].bytes, program->markets[at].length);
        sieve->market_digits.push_back(program->market_digits[at]);
    }
    for (uint32_t at = 0; at < program->hs_doubt_count; at++) {
        // Longer beginnings doubt their whole heading.
        string_view beginning(program->hs_doubts[at].bytes, program->hs_doubts[at].length);
        size_t first = heading_of(beginning), count = 1;
        for (size_t length = beginning.size(); length < 4; length++) first *= 10, count *= 10;
        for (size_t heading = first; heading < first + count; heading++) sieve->hs_doubts.set(heading);
    }
    sieve->units = program->units;
    sieve->most_in_title = program->most_in_title;
    sieve->most_in_summary = program->most_in_summary;
    sieve->most_in_text = program->most_in_text;
    sieve->has_files = program->has_files;
    sieve->kazakh = program->kazakh;
    sieve->russian = program->russian;
    return sieve;
}

extern "C" void kjson_sieve_close(kjson_sieve *sieve) { delete sieve; }

extern "C" bool kjson_sieve_passes(kjson_sieve *sieve, const uint8_t *text, size_t length, uint64_t offset) {
    sieve->own = product();
    sieve->skus.clear();
    ondemand::document document;
    if (sieve->parser.iterate(reinterpret_cast<const char *>(text), length, length + KJSON_PADDING).get(document)) return false;
    // Opened as the document's own, so that simdjson looks whether its last mark closes it.
    ondemand::object root;
    if (sieve->shapes[0].kind != KJSON_SHAPE_RECORD || document.get_object().get(root)) return false;
    if (!sieve->reads_record(root, sieve->shapes[0]) || !sieve->is_whole()) return false;
    // Nothing may follow.
    const char *location;
    if (document.current_location().get(location) == SUCCESS) return false;
    sieve->remember(sieve->own.id, false, offset);
    for (auto &sku : sieve->skus) sieve->remember(sku, true, offset);
    return true;
}

extern "C" void kjson_sieve_remember(kjson_sieve *sieve, const uint8_t *text, size_t length, bool is_sku, uint64_t offset) {
    sieve->remember(string_view(reinterpret_cast<const char *>(text), length), is_sku, offset);
}

extern "C" bool kjson_sieve_knows(const kjson_sieve *sieve, const uint8_t *text, size_t length) {
    uint64_t hash = hash_of(string_view(reinterpret_cast<const char *>(text), length)) ^ SKU_MARK;
    for (auto &identity : sieve->identities[hash >> 56]) {
        if (identity.hash == hash) return true;
    }
    return false;
}

extern "C" size_t kjson_sieve_lines(kjson_sieve *sieve, const uint8_t *bytes, size_t length, uint64_t offset, void *context,
                                    void (*doubt)(void *, size_t, size_t, size_t)) {
    size_t count = 0, line = 0;
    for (size_t start = 0; start < length; line++) {
        auto *feed = static_cast<const uint8_t *>(memchr(bytes + start, '\n', length - start));
        size_t end = feed == nullptr ? length : size_t(feed - bytes), next = end + 1;
        while (start < end && (bytes[start] == ' ' || bytes[start] == '\t' || bytes[start] == '\r')) start++;
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r')) end--;
        if (start < end) {
            count++;
            if (!kjson_sieve_passes(sieve, bytes + start, end - start, offset + start)) doubt(context, start, end - start, line);
        }
        start = next;
    }
    return count;
}

extern "C" void kjson_sieve_repeated(kjson_sieve *const *sieves, size_t count, void *context,
                                     void (*repeated)(void *, uint64_t, uint64_t)) {
    std::array<std::vector<kjson_identity>, PARTS> twice;
    std::atomic<size_t> next{0};
    auto work = [&] {
        std::vector<kjson_identity> part;
        for (size_t at; (at = next++) < PARTS;) {
            part.clear();
            for (size_t sieve = 0; sieve < count; sieve++) {
                auto &own = sieves[sieve]->identities[at];
                part.insert(part.end(), own.begin(), own.end());
            }
            std::sort(part.begin(), part.end(), [](const kjson_identity &a, const kjson_identity &b) {
                return a.hash != b.hash ? a.hash < b.hash : a.offset < b.offset;
            });
            for (size_t first = 0, each = 1; each < part.size(); each++) {
                if (part[each].hash != part[first].hash) first = each;
                else twice[at].push_back({part[first].offset, part[each].offset});
            }
        }
    };
    std::vector<std::thread> threads;
    for (size_t at = 1; at < count; at++) threads.emplace_back(work);
    work();
    for (auto &thread : threads) thread.join();
    for (auto &part : twice) {
        for (auto &pair : part) repeated(context, pair.hash, pair.offset);
    }
}
