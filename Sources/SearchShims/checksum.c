#include <string.h>

#include "SearchShims.h"

// Each step is a bijection of the state, so that no single change of the bytes can go unseen. Four lanes, for speed.
uint64_t ksearch_checksum(const uint8_t *bytes, size_t length) {
    const uint64_t odd = 0x9E3779B97F4A7C15ull;
    uint64_t lane[4] = {length, 1, 2, 3};
    size_t at = 0;
    for (; at + 32 <= length; at += 32) {
        for (int each = 0; each < 4; each++) {
            uint64_t word;
            memcpy(&word, bytes + at + 8 * each, 8);
            lane[each] = (lane[each] ^ word) * odd;
            lane[each] ^= lane[each] >> 32;
        }
    }
    for (; at < length; at += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes + at, length - at < 8 ? length - at : 8);
        lane[0] = (lane[0] ^ word) * odd;
        lane[0] ^= lane[0] >> 32;
    }
    uint64_t sum = 0;
    for (int each = 0; each < 4; each++) {
        sum = (sum ^ lane[each]) * odd;
        sum ^= sum >> 29;
    }
    return sum;
}
