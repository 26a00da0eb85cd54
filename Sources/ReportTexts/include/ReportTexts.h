// The sentences of reports, compiled in from Locales/, so that a moved binary still speaks four languages.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *_Nonnull language;
    const char *_Nonnull table;
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_report_table;

size_t keruen_report_table_count(void);
keruen_report_table keruen_report_table_at(size_t index);
