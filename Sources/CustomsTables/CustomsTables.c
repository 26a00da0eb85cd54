#include "CustomsTables.h"

static const uint8_t countries[] = {
#embed "countries.tsv"
};
static const uint8_t currencies[] = {
#embed "currencies.tsv"
};
static const uint8_t legal_units[] = {
#embed "legal-units.tsv"
};
static const uint8_t marks[] = {
#embed "marks.tsv"
};
static const uint8_t positive_list[] = {
#embed "positive-list.tsv"
};
static const uint8_t units[] = {
#embed "units.tsv"
};

keruen_customs_table keruen_customs_countries(void) { return (keruen_customs_table){countries, sizeof countries}; }
keruen_customs_table keruen_customs_currencies(void) { return (keruen_customs_table){currencies, sizeof currencies}; }
keruen_customs_table keruen_customs_legal_units(void) {
    return (keruen_customs_table){legal_units, sizeof legal_units};
}
keruen_customs_table keruen_customs_marks(void) { return (keruen_customs_table){marks, sizeof marks}; }
keruen_customs_table keruen_customs_positive_list(void) {
    return (keruen_customs_table){positive_list, sizeof positive_list};
}
keruen_customs_table keruen_customs_units(void) { return (keruen_customs_table){units, sizeof units}; }
