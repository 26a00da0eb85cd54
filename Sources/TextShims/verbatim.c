#include "TextShims.h"

// No branch inside, so that the compiler compares sixteen bytes and more at once.
bool ktext_may_hold_verbatim(const uint8_t *text, size_t length) {
    uint8_t found = 0;
    for (size_t at = 0; at < length; at++) {
        uint8_t byte = text[at];
        found |= (byte == '{') | (byte == ':') | (byte == '@') | (byte == '.');
    }
    return found != 0;
}
