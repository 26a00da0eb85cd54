#include "ReturnTables.h"

static const uint8_t returns[] = {
#embed "returns.tsv"
};

keruen_return_table keruen_return_rules(void) { return (keruen_return_table){returns, sizeof returns}; }
