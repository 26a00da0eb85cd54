#include "SearchShims.h"

uint8_t ksearch_length_code(uint64_t length) {
    if (length < 24) return (uint8_t)length;
    uint64_t rest = (length < INT32_MAX ? length : INT32_MAX) - 24;
    if (rest < 8) return (uint8_t)(24 + rest);
    int shift = 60 - __builtin_clzll(rest);
    uint64_t code = 24 + ((rest >> shift & 7) | (uint64_t)(shift + 1) << 3);
    return code < 255 ? (uint8_t)code : 255;
}

uint32_t ksearch_length(uint8_t code) {
    if (code < 24) return code;
    uint32_t rest = code - 24u, shift = rest >> 3;
    return 24 + (shift == 0 ? rest & 7 : ((rest & 7) | 8) << (shift - 1));
}

void ksearch_set_norms(ksearch_segment *segment, float average) {
    const float k1 = 1.2f, b = 0.75f;
    for (int code = 0; code < 256; code++) {
        float norm = k1 * (1 - b + b * (float)ksearch_length((uint8_t)code) / average);
        segment->norms[code] = norm;
        segment->saturations[code][0] = 0;
        for (int frequency = 1; frequency < 16; frequency++) {
            segment->saturations[code][frequency] = (float)frequency / ((float)frequency + norm);
        }
    }
}
