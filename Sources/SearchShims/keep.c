#include "workspace.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// One by one, without branches: whether one stays is a matter of chance. Lists may be kept where they are.
static uint32_t in_bits(const uint16_t *from, uint32_t count, const uint64_t *words, uint16_t *out) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint16_t document = from[at];
        out[kept] = document;
        kept += words[document >> 6] >> (document & 63) & 1;
    }
    return kept;
}

static uint32_t in_range(const uint16_t *from, uint32_t count, const int32_t *column, int32_t least, int32_t most, uint16_t *out) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint16_t document = from[at];
        out[kept] = document;
        kept += column[document] >= least && column[document] <= most;
    }
    return kept;
}

#if defined(__x86_64__)
#define BY_SIXTEENS __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,popcnt")))

static bool has_sixteens(void) {
    return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
}

// So far ahead memory is asked for what is looked at next: a gather waits for the slowest of its sixteen.
enum { AHEAD = 48 };

BY_SIXTEENS static uint32_t in_bits_by_sixteens(const uint16_t *from, uint32_t count, const uint64_t *words, uint16_t *out) {
    uint32_t kept = 0, at = 0;
    for (; at + 16 <= count; at += 16) {
        if (at + AHEAD + 16 <= count) {
            for (uint32_t next = at + AHEAD; next < at + AHEAD + 16; next++) __builtin_prefetch(words + (from[next] >> 6));
        }
        __m256i documents = _mm256_loadu_si256((const __m256i *)(from + at));
        __m512i numbers = _mm512_cvtepu16_epi32(documents);
        __m512i own = _mm512_i32gather_epi32(_mm512_srli_epi32(numbers, 5), words, 4);
        __m512i bits = _mm512_sllv_epi32(_mm512_set1_epi32(1), _mm512_and_epi32(numbers, _mm512_set1_epi32(31)));
        __mmask16 mask = _mm512_test_epi32_mask(own, bits);
        _mm256_storeu_si256((__m256i *)(out + kept), _mm256_maskz_compress_epi16(mask, documents));
        kept += (uint32_t)__builtin_popcount(mask);
    }
    return kept + in_bits(from + at, count - at, words, out + kept);
}

BY_SIXTEENS static uint32_t in_range_by_sixteens(uint16_t *documents, uint32_t count, const int32_t *column, int32_t least,
                                                 int32_t most) {
    uint32_t kept = 0, at = 0;
    __m512i low = _mm512_set1_epi32(least), high = _mm512_set1_epi32(most);
    for (; at + 16 <= count; at += 16) {
        if (at + AHEAD + 16 <= count) {
            for (uint32_t next = at + AHEAD; next < at + AHEAD + 16; next++) __builtin_prefetch(column + documents[next]);
        }
        __m256i own = _mm256_loadu_si256((const __m256i *)(documents + at));
        __m512i values = _mm512_i32gather_epi32(_mm512_cvtepu16_epi32(own), column, 4);
        __mmask16 mask = _mm512_mask_cmple_epi32_mask(_mm512_cmpge_epi32_mask(values, low), values, high);
        _mm256_storeu_si256((__m256i *)(documents + kept), _mm256_maskz_compress_epi16(mask, own));
        kept += (uint32_t)__builtin_popcount(mask);
    }
    return kept + in_range(documents + at, count - at, column, least, most, documents + kept);
}
#endif

uint32_t keep_in_bits(const uint16_t *from, uint32_t count, const uint64_t *words, uint16_t *out) {
#if defined(__x86_64__)
    if (has_sixteens()) return in_bits_by_sixteens(from, count, words, out);
#endif
    return in_bits(from, count, words, out);
}

uint32_t keep_in_range(uint16_t *documents, uint32_t count, const int32_t *column, int32_t least, int32_t most) {
#if defined(__x86_64__)
    if (has_sixteens()) return in_range_by_sixteens(documents, count, column, least, most);
#endif
    return in_range(documents, count, column, least, most, documents);
}
