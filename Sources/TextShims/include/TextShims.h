// The small faces of OpenCC and of Snowball's stemmers, with ICUShims' conventions: UTF-8 with an explicit length, and the
// length that is needed where a buffer is too small.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ktext_opencc ktext_opencc;

// A conversion by the name of its configuration, as "s2t"; null where OpenCC or its data is not installed.
ktext_opencc *_Nullable ktext_opencc_open(const char *_Nonnull configuration);
void ktext_opencc_close(ktext_opencc *_Nonnull converter);
// A zero byte ends a text for OpenCC, so none may be in it. Negative on failure.
int64_t ktext_opencc_convert(const ktext_opencc *_Nonnull converter, const uint8_t *_Nonnull text, size_t length,
                             uint8_t *_Nonnull out, size_t capacity);

// Whether a text has one of { : @ . by which placeholders and addresses are known.
bool ktext_may_hold_verbatim(const uint8_t *_Nonnull text, size_t length);

// The stem of a small-letter Russian word. Each thread has a stemmer of its own, because one holds the word that it works on.
int32_t ktext_stem_russian(const uint8_t *_Nonnull word, int32_t length, uint8_t *_Nonnull out, int32_t capacity);
