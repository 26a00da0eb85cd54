// The readable data files of this folder, compiled in: which days are off, and which weekends are worked.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_market_table;

keruen_market_table keruen_holidays(void);
