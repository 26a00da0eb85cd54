// The readable data files of this folder, compiled in: China's customs' codes of countries, currencies and units,
// and what tariffs ask of goods.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_customs_table;

keruen_customs_table keruen_customs_countries(void);
keruen_customs_table keruen_customs_currencies(void);
keruen_customs_table keruen_customs_legal_units(void);
keruen_customs_table keruen_customs_marks(void);
keruen_customs_table keruen_customs_positive_list(void);
keruen_customs_table keruen_customs_units(void);
