#include "MarketTables.h"

static const uint8_t holidays[] = {
#embed "holidays.tsv"
};

keruen_market_table keruen_holidays(void) {
    return (keruen_market_table){holidays, sizeof holidays};
}
