// The readable data files of this folder, compiled in: which languages the law wants texts in.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_localization_table;

keruen_localization_table keruen_language_laws(void);
