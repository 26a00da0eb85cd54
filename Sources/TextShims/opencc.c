#include "TextShims.h"

#include <opencc/opencc.h>
#include <stdio.h>
#include <string.h>

ktext_opencc *ktext_opencc_open(const char *configuration) {
    char file[64];
    if (snprintf(file, sizeof file, "%s.json", configuration) >= (int)sizeof file) return NULL;
    opencc_t converter = opencc_open(file);
    return converter == (opencc_t)-1 ? NULL : (ktext_opencc *)converter;
}

void ktext_opencc_close(ktext_opencc *converter) { opencc_close((opencc_t)converter); }

int64_t ktext_opencc_convert(const ktext_opencc *converter, const uint8_t *text, size_t length, uint8_t *out,
                             size_t capacity) {
    char *converted = opencc_convert_utf8((opencc_t)converter, (const char *)text, length);
    if (converted == NULL) return -1;
    size_t needed = strlen(converted);
    if (needed <= capacity) memcpy(out, converted, needed);
    opencc_convert_utf8_free(converted);
    return (int64_t)needed;
}
