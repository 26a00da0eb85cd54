// Shared by the shims' C files only; never part of the public header.
#pragma once

#include <stdlib.h>
#include <string.h>

#include <unicode/ustring.h>
#include <unicode/utypes.h>

#include "ICUShims.h"

_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "status must be as wide as UErrorCode");
_Static_assert(U_BUFFER_OVERFLOW_ERROR == KICU_BUFFER_OVERFLOW, "the overflow code is part of the public header");

// UTF-16 that lives on the stack while it is short: titles are, descriptions may not be.
typedef struct {
    UChar local[512];
    UChar *heap;
    UChar *text;
    int32_t length;
} kicu_utf16;

// The status that ICU wants, always fresh: ICU does nothing at all when an old failure is handed in.
static inline UErrorCode *kicu_fresh(int32_t *status) {
    *status = U_ZERO_ERROR;
    return (UErrorCode *)status;
}

// A language tag as ICU's locale id; false when it is not well formed to its last byte.
bool kicu_locale_id(const char *tag, char *id, int32_t capacity, int32_t *status);
// Malformed UTF-8 becomes U+FFFD, a replacement a sequence. False only without memory.
bool kicu_utf16_from(kicu_utf16 *out, const uint8_t *text, int32_t length, int32_t *status);
void kicu_utf16_free(kicu_utf16 *text);
int32_t kicu_utf8_from(const UChar *text, int32_t length, uint8_t *out, int32_t capacity, int32_t *status);
// Fixes ICU's process-wide default locale, so that LC_ALL never shows in an output.
void kicu_pin_default_locale(void);
