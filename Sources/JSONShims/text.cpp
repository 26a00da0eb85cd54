#include "text.h"

#include <cstring>

#include "JSONShims.h"

// The first bytes of UTF-8's sequences, by what they begin.
enum : uint8_t { OTHER = 0, ASCII = 1, LETTER = 2, FOLLOWING = 4, SIGNS = 8, CYRILLIC = 16, LATIN = 32, HAN = 64, ARABIC = 128 };

struct classes {
    uint8_t of[256];
    constexpr classes() : of() {
        for (int byte = 0; byte < 0x80; byte++) {
            of[byte] = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? LETTER : ASCII;
        }
        for (int byte = 0x80; byte < 0xC0; byte++) of[byte] = FOLLOWING;
        of[0xC2] = SIGNS;                                            // U+0080 to U+00BF
        for (int byte = 0xC3; byte <= 0xC9; byte++) of[byte] = LATIN; // to U+027F
        for (int byte = 0xD0; byte <= 0xD3; byte++) of[byte] = CYRILLIC;
        for (int byte = 0xD8; byte <= 0xDB; byte++) of[byte] = ARABIC;
        of[0xE2] = SIGNS;                                            // U+2000 to U+2FFF: looked at once more
        for (int byte = 0xE4; byte <= 0xE9; byte++) of[byte] = HAN;  // U+4000 to U+9FFF
        of[0xE3] = SIGNS;                                            // U+3000 to U+3FFF
        of[0xEF] = SIGNS;                                            // U+F000 to U+FFFF
    }
};
static constexpr classes CLASSES;

// Whether all that begins with one of SIGNS is a sign and no letter: U+00A0 to U+00BF but ª, µ and º; U+2010 to U+205E,
// U+20A0 to U+20BF; U+3000 to U+3002 and U+3008 to U+301F; U+FF01 to U+FF0F and U+FF1A to U+FF20. More there is, but seldom.
static bool has_only_signs(std::string_view text) {
    auto *bytes = reinterpret_cast<const uint8_t *>(text.data());
    for (size_t at = 0; at < text.size(); at++) {
        uint8_t first = bytes[at];
        if (first < 0xC2 || CLASSES.of[first] != SIGNS) continue;
        // UTF-8 was tested, so what follows is there.
        uint8_t second = bytes[at + 1];
        if (first == 0xC2) {
            if (second < 0xA0 || second == 0xAA || second == 0xB5 || second == 0xBA || second == 0xAD) return false;
            continue;
        }
        uint8_t third = bytes[at + 2];
        bool is_sign = false;
        if (first == 0xE2) {
            is_sign = (second == 0x80 && third >= 0x90) || (second == 0x81 && third <= 0x9E) ||
                      (second == 0x82 && third >= 0xA0 && third <= 0xBF);
        } else if (first == 0xE3) {
            is_sign = second == 0x80 && (third <= 0x82 || (third >= 0x88 && third <= 0x9F));
        } else {
            is_sign = second == 0xBC && ((third >= 0x81 && third <= 0x8F) || (third >= 0x9A && third <= 0xA0));
        }
        if (!is_sign) return false;
    }
    return true;
}

// Whether a run of letters, parted by ASCII that is none, has Latin and Cyrillic ones. Signs beyond ASCII part nothing here, so that a
// text may be taken for mixed that is not, and never the other way round.
static bool may_mix(std::string_view text) {
    bool has_latin = false, has_cyrillic = false;
    for (char character : text) {
        uint8_t kind = CLASSES.of[uint8_t(character)];
        if (kind == ASCII) has_latin = has_cyrillic = false;
        has_latin |= kind == LETTER || kind == LATIN;
        has_cyrillic |= kind == CYRILLIC;
        if (has_latin && has_cyrillic) return true;
    }
    return false;
}

struct survey {
    uint32_t following;
    uint8_t seen, unknown;
};

// Compiled for wider vectors too, and chosen when the program is loaded.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
static survey look_at_bytes(const uint8_t *bytes, size_t length) {
    uint32_t following = 0;
    uint8_t seen = 0, unknown = 0;
    // In pieces whose counts fit a byte, so that it is done by vectors.
    for (size_t start = 0; start < length;) {
        size_t end = length - start < 224 ? length : start + 224;
        uint8_t own = 0;
        for (size_t at = start; at < end; at++) {
            uint8_t byte = bytes[at];
            own += (byte & 0xC0) == 0x80;
            seen |= uint8_t(uint8_t((byte | 0x20) - 'a') < 26 && byte < 0x80) * LETTER;
            seen |= uint8_t(uint8_t(byte - 0xD0) < 4) * CYRILLIC;
            seen |= uint8_t(uint8_t(byte - 0xC3) < 7) * LATIN;
            seen |= uint8_t(uint8_t(byte - 0xE4) < 6) * HAN;
            seen |= uint8_t(uint8_t(byte - 0xD8) < 4) * ARABIC;
            seen |= uint8_t((byte == 0xC2) | (byte == 0xE2) | (byte == 0xE3) | (byte == 0xEF)) * SIGNS;
            // What is left of the first bytes: U+0280 to U+03FF, U+0500 to U+05FF, U+0700 to U+1FFF, U+A000 to U+EFFF and beyond.
            unknown |= uint8_t(uint8_t(byte - 0xCA) < 6) | uint8_t(uint8_t(byte - 0xD4) < 4) | uint8_t(uint8_t(byte - 0xDC) < 6) |
                       uint8_t(uint8_t(byte - 0xEA) < 5) | uint8_t(byte >= 0xF0);
        }
        following += own;
        start = end;
    }
    return {following, seen, unknown};
}

text_facts look_at_text(std::string_view text, uint8_t script) {
    auto [following, seen, unknown] = look_at_bytes(reinterpret_cast<const uint8_t *>(text.data()), text.size());
    bool has_own = script == KJSON_CYRILLIC ? seen & CYRILLIC
                   : script == KJSON_HAN    ? seen & HAN
                   : script == KJSON_ARABIC ? seen & ARABIC
                                            : (seen & LETTER) != 0;
    bool is_sure = has_own && !unknown && (!(seen & SIGNS) || has_only_signs(text));
    if (is_sure && (seen & CYRILLIC) && (seen & (LETTER | LATIN))) is_sure = !may_mix(text);
    return {uint32_t(text.size()) - following, is_sure};
}

static uint64_t load(const char *bytes, size_t length) {
    uint64_t word = 0;
    memcpy(&word, bytes, length);
    return word;
}

static uint64_t mixed(uint64_t a, uint64_t b) {
    auto product = static_cast<unsigned __int128>(a) * b;
    return uint64_t(product) ^ uint64_t(product >> 64);
}

uint64_t hash_of(std::string_view text) {
    uint64_t sum = text.size() ^ 0x9E3779B97F4A7C15;
    size_t at = 0;
    for (; text.size() - at >= 8; at += 8) sum = mixed(sum ^ load(text.data() + at, 8), 0xE7037ED1A0B428DB);
    sum = mixed(sum ^ load(text.data() + at, text.size() - at), 0x8EBC6AF09C88C6E3);
    return mixed(sum ^ 0x589965CC75374CC3, 0x1D8E4E27C47D124F);
}
