#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "shim.h"

// A converter that fails where it would put a substitute.
static UConverter *strict_converter(const char *encoding, int32_t *status) {
    UConverter *converter = ucnv_open(encoding, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, kicu_fresh(status));
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, kicu_fresh(status));
    return converter;
}

int32_t kicu_decode(const char *encoding, const uint8_t *bytes, int32_t length, uint8_t *out, int32_t capacity,
                    int32_t *status) {
    UConverter *converter = strict_converter(encoding, status);
    if (converter == NULL) return 0;
    int32_t result = 0, room = 2 * length + 1;
    UChar *text = malloc((size_t)room * sizeof(UChar));
    if (text == NULL) {
        *status = U_MEMORY_ALLOCATION_ERROR;
    } else {
        int32_t count = ucnv_toUChars(converter, text, room, (const char *)bytes, length, kicu_fresh(status));
        if (U_SUCCESS(*status)) result = kicu_utf8_from(text, count, out, capacity, status);
    }
    free(text);
    ucnv_close(converter);
    return result;
}

int32_t kicu_encode(const char *encoding, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity,
                    int32_t *status) {
    UConverter *converter = strict_converter(encoding, status);
    if (converter == NULL) return 0;
    int32_t result = 0;
    kicu_utf16 source;
    if (kicu_utf16_from(&source, text, length, status)) {
        result = ucnv_fromUChars(converter, (char *)out, capacity, source.text, source.length, kicu_fresh(status));
        if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
        kicu_utf16_free(&source);
    }
    ucnv_close(converter);
    return result;
}
