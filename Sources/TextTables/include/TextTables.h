// The readable data files of this folder, compiled in: readings of Han characters, place names, Kazakh words.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_text_table;

keruen_text_table keruen_han_readings(void);
keruen_text_table keruen_han_polyphones(void);
keruen_text_table keruen_han_surnames(void);
keruen_text_table keruen_gazetteer(void);
keruen_text_table keruen_kazakh_words(void);
keruen_text_table keruen_kazakh_brands(void);
keruen_text_table keruen_russian_stems(void);
keruen_text_table keruen_palladius(void);
