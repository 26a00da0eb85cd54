#include "RuleTables.h"

static const uint8_t duty_regimes[] = {
#embed "duty-regimes.tsv"
};

static const uint8_t vat[] = {
#embed "vat.tsv"
};

static const uint8_t vat_classes[] = {
#embed "vat-classes.tsv"
};

static const uint8_t freight[] = {
#embed "freight.tsv"
};

static const uint8_t insurance[] = {
#embed "insurance.tsv"
};

static const uint8_t restrictions[] = {
#embed "restrictions.tsv"
};

static const uint8_t goods_kinds[] = {
#embed "goods-kinds.tsv"
};

static const uint8_t quotas[] = {
#embed "quota.tsv"
};

static const uint8_t consumption_taxes[] = {
#embed "consumption-tax.tsv"
};

static const uint8_t duty_rates[] = {
#embed "duty-rates.tsv"
};

static const uint8_t yearly_weights[] = {
#embed "yearly-weights.tsv"
};

keruen_trade_table keruen_duty_regimes(void) {
    return (keruen_trade_table){duty_regimes, sizeof duty_regimes};
}

keruen_trade_table keruen_vat(void) {
    return (keruen_trade_table){vat, sizeof vat};
}

keruen_trade_table keruen_vat_classes(void) {
    return (keruen_trade_table){vat_classes, sizeof vat_classes};
}

keruen_trade_table keruen_freight(void) {
    return (keruen_trade_table){freight, sizeof freight};
}

keruen_trade_table keruen_insurance(void) {
    return (keruen_trade_table){insurance, sizeof insurance};
}

keruen_trade_table keruen_restrictions(void) {
    return (keruen_trade_table){restrictions, sizeof restrictions};
}

keruen_trade_table keruen_goods_kinds(void) {
    return (keruen_trade_table){goods_kinds, sizeof goods_kinds};
}

keruen_trade_table keruen_quotas(void) {
    return (keruen_trade_table){quotas, sizeof quotas};
}

keruen_trade_table keruen_consumption_taxes(void) {
    return (keruen_trade_table){consumption_taxes, sizeof consumption_taxes};
}

keruen_trade_table keruen_duty_rates(void) {
    return (keruen_trade_table){duty_rates, sizeof duty_rates};
}

keruen_trade_table keruen_yearly_weights(void) {
    return (keruen_trade_table){yearly_weights, sizeof yearly_weights};
}
