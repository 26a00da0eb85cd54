#include "workspace.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static uint32_t unpack(const uint64_t *words, uint32_t first, uint32_t end, uint16_t *out) {
    uint32_t count = 0;
    for (uint32_t word = first; word < end; word++) {
        for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            out[count++] = (uint16_t)(word * 64 + (uint32_t)__builtin_ctzll(bits));
        }
    }
    return count;
}

#if defined(__x86_64__)
// Eight at a time, for how many there are in a word is a matter of chance; what is behind the last is written over.
__attribute__((target("bmi,popcnt"))) static uint32_t unpack_by_eights(const uint64_t *words, uint32_t first, uint32_t end,
                                                                       uint16_t *out) {
    uint32_t count = 0;
    for (uint32_t word = first; word < end; word++) {
        uint64_t rest = words[word];
        uint32_t own = (uint32_t)__builtin_popcountll(rest);
        for (uint32_t at = 0; at < own; at += 8) {
            // Where none is left any number will do.
            for (uint32_t each = 0; each < 8; each++, rest &= rest - 1) {
                out[count + at + each] = (uint16_t)(word * 64 + (uint32_t)_tzcnt_u64(rest));
            }
        }
        count += own;
    }
    return count;
}

// Thirty-two numbers at a time.
__attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt"))) static uint32_t unpack_by_thirty_twos(const uint64_t *words,
                                                                                               uint32_t first, uint32_t end,
                                                                                               uint16_t *out) {
    static const uint16_t steps[32] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                       16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
    __m512i numbers = _mm512_loadu_si512(steps);
    uint32_t count = 0;
    for (uint32_t word = first; word < end; word++) {
        uint64_t bits = words[word];
        if (bits == 0) continue;
        __m512i low = _mm512_add_epi16(numbers, _mm512_set1_epi16((short)(word * 64)));
        __m512i high = _mm512_add_epi16(low, _mm512_set1_epi16(32));
        _mm512_storeu_si512(out + count, _mm512_maskz_compress_epi16((__mmask32)bits, low));
        count += (uint32_t)__builtin_popcount((uint32_t)bits);
        _mm512_storeu_si512(out + count, _mm512_maskz_compress_epi16((__mmask32)(bits >> 32), high));
        count += (uint32_t)__builtin_popcount((uint32_t)(bits >> 32));
    }
    return count;
}
#endif

uint32_t unpack_bits(const uint64_t *words, uint32_t first, uint32_t end, uint16_t *out) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw")) {
        return unpack_by_thirty_twos(words, first, end, out);
    }
    if (__builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")) return unpack_by_eights(words, first, end, out);
#endif
    return unpack(words, first, end, out);
}
