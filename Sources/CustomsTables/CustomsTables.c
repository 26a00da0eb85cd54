#include "CustomsTables.h"

static const uint8_t countries[] = {
#embed "countries.tsv"
};
static const uint8_t currencies[] = {
#embed "currencies.tsv"
};
static const uint8_t units[] = {
#embed "units.tsv"
};

keruen_customs_table keruen_customs_countries(void) { return (keruen_customs_table){countries, sizeof countries}; }
keruen_customs_table keruen_customs_currencies(void) { return (keruen_customs_table){currencies, sizeof currencies}; }
keruen_customs_table keruen_customs_units(void) { return (keruen_customs_table){units, sizeof units}; }
