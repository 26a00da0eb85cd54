// Rights of return by market, compiled in.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_return_table;

keruen_return_table keruen_return_rules(void);
