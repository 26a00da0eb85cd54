#include "text.h"

#include <cstring>

#include "JSONShims.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Bytes by what they begin: the bits that are set for both halves of a byte.
enum : uint8_t {
    FIRST_LETTERS = 1, // of ASCII's rows 4 and 6
    LAST_LETTERS = 2,  // of ASCII's rows 5 and 7
    CYRILLIC = 4,      // U+0400 to U+04FF
    LATIN = 8,         // U+00C0 to U+027F
    HAN = 16,          // U+4000 to U+9FFF
    ARABIC = 32,       // U+0600 to U+06FF
    SIGNS = 64,        // U+0080 to U+00BF, U+2000 to U+2FFF: looked at once more
    WIDE_SIGNS = 128,  // U+3000 to U+3FFF, U+F000 to U+FFFF
    LETTERS = FIRST_LETTERS | LAST_LETTERS,
};

struct halves {
    uint8_t high[16] = {}, low[16] = {};

    constexpr void set(uint8_t bit, uint16_t highs, uint16_t lows) {
        for (int half = 0; half < 16; half++) {
            if (highs >> half & 1) high[half] |= bit;
            if (lows >> half & 1) low[half] |= bit;
        }
    }
    constexpr halves() {
        set(FIRST_LETTERS, 1 << 0x4 | 1 << 0x6, 0xFFFE);
        set(LAST_LETTERS, 1 << 0x5 | 1 << 0x7, 0x07FF);
        set(CYRILLIC, 1 << 0xD, 0x000F);
        set(LATIN, 1 << 0xC, 0x03F8);
        set(HAN, 1 << 0xE, 0x03F0);
        set(ARABIC, 1 << 0xD, 0x0F00);
        set(SIGNS, 1 << 0xC | 1 << 0xE, 1 << 0x2);
        set(WIDE_SIGNS, 1 << 0xE, 1 << 0x3 | 1 << 0xF);
    }
    constexpr uint8_t of(uint8_t byte) const { return high[byte >> 4] & low[byte & 15]; }
};
alignas(16) static constexpr halves HALVES;

// Whether all that begins as a sign is one and no letter: U+00A0 to U+00BF but ª, µ and º; U+2010 to U+205E,
// U+20A0 to U+20BF; U+3000 to U+3002 and U+3008 to U+301F; U+FF01 to U+FF0F and U+FF1A to U+FF20. More there is, but seldom.
static bool has_only_signs(std::string_view text, uint8_t seen) {
    auto *bytes = reinterpret_cast<const uint8_t *>(text.data()), *end = bytes + text.size();
    // Each beginning by itself: most of a text is none of them, and is passed over by vectors.
    auto all = [&](uint8_t first, auto is_sign) {
        for (auto *at = bytes; (at = static_cast<const uint8_t *>(memchr(at, first, size_t(end - at)))) != nullptr; at++) {
            // UTF-8 was tested, so what follows is there.
            if (!is_sign(at[1], at[2])) return false;
        }
        return true;
    };
    auto has_signs = [&] {
        return all(0xC2, [](uint8_t second, uint8_t) {
                   return second >= 0xA0 && second != 0xAA && second != 0xB5 && second != 0xBA && second != 0xAD;
               }) &&
               all(0xE2, [](uint8_t second, uint8_t third) {
                   return (second == 0x80 && third >= 0x90) || (second == 0x81 && third <= 0x9E) ||
                          (second == 0x82 && third >= 0xA0 && third <= 0xBF);
               });
    };
    auto has_wide_signs = [&] {
        return all(0xE3, [](uint8_t second, uint8_t third) {
                   return second == 0x80 && (third <= 0x82 || (third >= 0x88 && third <= 0x9F));
               }) &&
               all(0xEF, [](uint8_t second, uint8_t third) {
                   return second == 0xBC && ((third >= 0x81 && third <= 0x8F) || (third >= 0x9A && third <= 0xA0));
               });
    };
    return (!(seen & SIGNS) || has_signs()) && (!(seen & WIDE_SIGNS) || has_wide_signs());
}

// Whether a run of letters, parted by ASCII that is none, has Latin and Cyrillic ones. Signs beyond ASCII part nothing here, so that a
// text may be taken for mixed that is not, and never the other way round.
static bool may_mix(std::string_view text) {
    bool has_latin = false, has_cyrillic = false;
    for (char character : text) {
        auto byte = uint8_t(character);
        uint8_t kind = HALVES.of(byte);
        if (byte < 0x80 && kind == 0) has_latin = has_cyrillic = false;
        has_latin |= (kind & (LETTERS | LATIN)) != 0;
        has_cyrillic |= kind == CYRILLIC;
        if (has_latin && has_cyrillic) return true;
    }
    return false;
}

struct survey {
    uint32_t following = 0; // bytes that begin nothing
    uint8_t seen = 0;
    bool has_unknown = false; // U+0280 to U+03FF, U+0500 to U+05FF, U+0700 to U+1FFF, U+A000 to U+EFFF or beyond U+FFFF
};

static survey look_at_bytes(const uint8_t *bytes, size_t length) {
    survey own;
    for (size_t at = 0; at < length; at++) {
        uint8_t kind = HALVES.of(bytes[at]);
        own.following += (bytes[at] & 0xC0) == 0x80;
        own.seen |= kind;
        own.has_unknown |= bytes[at] >= 0xC0 && kind == 0;
    }
    return own;
}

#if defined(__x86_64__)
// Both halves of 32 bytes are looked up at once. It reads up to 31 bytes behind the text, where simdjson has room for more.
__attribute__((target("avx2,popcnt"))) static survey look_by_vectors(const uint8_t *bytes, size_t length) {
    alignas(32) static const uint8_t EDGE[64] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };
    auto read = [](const void *from) __attribute__((target("avx2"))) {
        return _mm256_loadu_si256(static_cast<const __m256i *>(from));
    };
    auto table = [](const uint8_t *half) __attribute__((target("avx2"))) {
        return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i *>(half)));
    };
    const __m256i high = table(HALVES.high), low = table(HALVES.low), half = _mm256_set1_epi8(15), first = _mm256_set1_epi8(char(0xC0));
    const __m256i zero = _mm256_setzero_si256();
    __m256i seen = zero, unknown = zero;
    survey own;
    for (size_t at = 0; at < length; at += 32) {
        __m256i chunk = read(bytes + at);
        if (length - at < 32) chunk = _mm256_and_si256(chunk, read(EDGE + 32 - (length - at)));
        __m256i kinds = _mm256_and_si256(_mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(chunk, 4), half)),
                                         _mm256_shuffle_epi8(low, _mm256_and_si256(chunk, half)));
        __m256i begins = _mm256_cmpeq_epi8(_mm256_and_si256(chunk, first), first);
        own.following += uint32_t(_mm_popcnt_u32(uint32_t(_mm256_movemask_epi8(_mm256_cmpgt_epi8(first, chunk)))));
        unknown = _mm256_or_si256(unknown, _mm256_and_si256(begins, _mm256_cmpeq_epi8(kinds, zero)));
        seen = _mm256_or_si256(seen, kinds);
    }
    uint64_t words[4];
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(words), seen);
    uint64_t word = words[0] | words[1] | words[2] | words[3];
    for (int shift = 32; shift >= 8; shift /= 2) word |= word >> shift;
    own.seen = uint8_t(word);
    own.has_unknown = !_mm256_testz_si256(unknown, unknown);
    return own;
}

static const bool HAS_VECTORS = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
#endif

static survey look_at(std::string_view text) {
    auto *bytes = reinterpret_cast<const uint8_t *>(text.data());
#if defined(__x86_64__)
    if (HAS_VECTORS) return look_by_vectors(bytes, text.size());
#endif
    return look_at_bytes(bytes, text.size());
}

text_facts look_at_text(std::string_view text, uint8_t script) {
    auto [following, seen, has_unknown] = look_at(text);
    uint8_t own = script == KJSON_CYRILLIC ? CYRILLIC : script == KJSON_HAN ? HAN : script == KJSON_ARABIC ? ARABIC : LETTERS;
    bool is_sure = (seen & own) && !has_unknown && has_only_signs(text, seen);
    if (is_sure && (seen & CYRILLIC) && (seen & (LETTERS | LATIN))) is_sure = !may_mix(text);
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
