#include "JSONShims.h"

#include <cstring>

// Compiled for wider vectors too, and chosen when the program is loaded.
#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("avx2", "default")))
#endif
static size_t feeds(const uint8_t *bytes, size_t length) {
    size_t lines = 0;
    // In pieces whose counts fit a byte, so that it is done by vectors.
    for (size_t start = 0; start < length;) {
        size_t end = length - start < 224 ? length : start + 224;
        uint8_t own = 0;
        for (size_t at = start; at < end; at++) own += bytes[at] == '\n';
        lines += own;
        start = end;
    }
    return lines;
}

extern "C" size_t kjson_count_lines(const uint8_t *bytes, size_t length, size_t *behind_last) {
    size_t lines = feeds(bytes, length);
    const void *last = lines == 0 ? nullptr : memrchr(bytes, '\n', length);
    *behind_last = last == nullptr ? 0 : size_t(static_cast<const uint8_t *>(last) - bytes) + 1;
    return lines;
}

static bool is_space(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

extern "C" kjson_cut kjson_cutter_next(kjson_cutter *cutter, const uint8_t *bytes, size_t length, size_t *at, size_t *start) {
    for (; *at < length; (*at)++) {
        uint8_t byte = bytes[*at];
        if (cutter->is_in_string) {
            if (cutter->is_escaped) cutter->is_escaped = false;
            else if (byte == '\\') cutter->is_escaped = true;
            else if (byte == '"') cutter->is_in_string = false;
            continue;
        }
        if (is_space(byte)) continue;
        if (cutter->has_ended) return KJSON_CUT_FAULT;
        if (cutter->depth == 0) {
            if (byte != '[') return KJSON_CUT_FAULT;
            cutter->depth = 1;
            continue;
        }
        bool is_outside = cutter->depth == 1;
        if (is_outside && (byte == ',' || byte == ']')) {
            (*at)++;
            bool had_element = cutter->is_in_element, had_comma = cutter->is_behind_comma;
            cutter->is_in_element = false;
            cutter->is_behind_comma = byte == ',';
            if (byte == ']') {
                cutter->has_ended = true;
                cutter->depth = 0;
            }
            if (had_element) return KJSON_CUT_ELEMENT;
            (*at)--;
            if (byte == ',' || had_comma) return KJSON_CUT_FAULT;
            continue;
        }
        if (is_outside && !cutter->is_in_element) {
            cutter->is_in_element = true;
            *start = *at;
        }
        if (byte == '"') cutter->is_in_string = true;
        else if (byte == '{' || byte == '[') cutter->depth++;
        else if (byte == '}' || byte == ']') cutter->depth--;
    }
    return KJSON_CUT_MORE;
}
