// Rules of trade, compiled in: duties, taxes, tariffs, restrictions. No header has the module's name: it would be its umbrella.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_trade_table;

keruen_trade_table keruen_duty_regimes(void);
keruen_trade_table keruen_vat(void);
keruen_trade_table keruen_vat_classes(void);
keruen_trade_table keruen_freight(void);
keruen_trade_table keruen_insurance(void);
keruen_trade_table keruen_restrictions(void);
keruen_trade_table keruen_goods_kinds(void);
keruen_trade_table keruen_quotas(void);
keruen_trade_table keruen_consumption_taxes(void);
keruen_trade_table keruen_duty_rates(void);
keruen_trade_table keruen_yearly_weights(void);
