// The readable data files of this folder, compiled in: China's customs' codes of countries, currencies and units.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_customs_table;

keruen_customs_table keruen_customs_countries(void);
keruen_customs_table keruen_customs_currencies(void);
keruen_customs_table keruen_customs_units(void);
