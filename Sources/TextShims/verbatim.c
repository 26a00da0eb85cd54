#include "TextShims.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));

static block marks(const uint8_t *text) {
    block bytes;
    memcpy(&bytes, text, sizeof bytes);
    return (block)(bytes == '{') | (block)(bytes == ':') | (block)(bytes == '@') | (block)(bytes == '.');
}

bool ktext_may_hold_verbatim(const uint8_t *text, size_t length) {
    if (length < sizeof(block)) {
        for (size_t at = 0; at < length; at++) {
            if (text[at] == '{' || text[at] == ':' || text[at] == '@' || text[at] == '.') return true;
        }
        return false;
    }
    // Sixteen bytes at once; the last ones overlap those before them, so that no rest is left. This runs before every title.
    size_t last = length - sizeof(block);
    block found = marks(text + last);
    for (size_t at = 0; at < last; at += sizeof(block)) found |= marks(text + at);
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}
