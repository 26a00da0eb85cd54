#include "workspace.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// One by one, without branches: which of two is next is a matter of chance.
static uint32_t merge(const uint16_t *a, uint32_t a_count, const uint16_t *b, uint32_t b_count, uint16_t *out, uint32_t most) {
    uint32_t kept = 0, at = 0, other = 0;
    while (at < a_count && other < b_count && kept < most) {
        uint16_t first = a[at], second = b[other];
        out[kept] = first;
        kept += first == second;
        at += first <= second;
        other += second <= first;
    }
    return kept;
}

// Few against many: each is looked for from where the one before stood.
static uint32_t among(const uint16_t *a, uint32_t a_count, const uint16_t *b, uint32_t b_count, uint16_t *out) {
    uint32_t kept = 0, place = 0;
    for (uint32_t at = 0; at < a_count; at++) {
        place = gallop(b, b_count, place, a[at]);
        if (place == b_count) break;
        if (b[place] == a[at]) out[kept++] = a[at];
    }
    return kept;
}

#if defined(__x86_64__)
// Which bytes of eight numbers to keep, for each of 256 masks.
static uint8_t shuffles[256][16];

__attribute__((constructor)) static void fill_shuffles(void) {
    for (int mask = 0; mask < 256; mask++) {
        int kept = 0;
        for (int bit = 0; bit < 8; bit++) {
            if (!(mask >> bit & 1)) continue;
            shuffles[mask][kept++] = (uint8_t)(2 * bit);
            shuffles[mask][kept++] = (uint8_t)(2 * bit + 1);
        }
    }
}

// Eight against eight at once, by the instruction that strings are searched with.
__attribute__((target("sse4.2,popcnt"))) static uint32_t by_eights(const uint16_t *a, uint32_t a_count, const uint16_t *b,
                                                                   uint32_t b_count, uint16_t *out) {
    uint32_t kept = 0, at = 0, other = 0, a_end = a_count & ~7u, b_end = b_count & ~7u;
    while (at < a_end && other < b_end) {
        __m128i first = _mm_loadu_si128((const __m128i *)(a + at)), second = _mm_loadu_si128((const __m128i *)(b + other));
        __m128i found = _mm_cmpestrm(second, 8, first, 8, _SIDD_UWORD_OPS | _SIDD_CMP_EQUAL_ANY | _SIDD_BIT_MASK);
        uint32_t mask = (uint32_t)_mm_extract_epi32(found, 0);
        __m128i packed = _mm_shuffle_epi8(first, _mm_loadu_si128((const __m128i *)shuffles[mask]));
        _mm_storeu_si128((__m128i *)(out + kept), packed);
        kept += (uint32_t)_mm_popcnt_u32(mask);
        // No more than there are, but in a damaged segment, where numbers come twice.
        if (kept >= a_count) return a_count;
        uint16_t a_last = a[at + 7], b_last = b[other + 7];
        at += a_last <= b_last ? 8 : 0;
        other += b_last <= a_last ? 8 : 0;
    }
    return kept + merge(a + at, a_count - at, b + other, b_count - other, out + kept, a_count - kept);
}
#endif

uint32_t intersect_arrays(const uint16_t *a, uint32_t a_count, const uint16_t *b, uint32_t b_count, uint16_t *out) {
    if (b_count > a_count * 32) return among(a, a_count, b, b_count, out);
    if (a_count > b_count * 32) return among(b, b_count, a, a_count, out);
#if defined(__x86_64__)
    if (a_count >= 16 && b_count >= 16 && __builtin_cpu_supports("sse4.2")) return by_eights(a, a_count, b, b_count, out);
#endif
    return merge(a, a_count, b, b_count, out, a_count);
}
