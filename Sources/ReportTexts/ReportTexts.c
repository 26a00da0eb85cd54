#include "ReportTexts.h"

static const uint8_t en_diagnostics[] = {
#embed "../../Locales/source/diagnostics.json"
};
static const uint8_t en_reports[] = {
#embed "../../Locales/source/reports.json"
};
static const uint8_t ru_diagnostics[] = {
#embed "../../Locales/ru/diagnostics.json"
};
static const uint8_t ru_reports[] = {
#embed "../../Locales/ru/reports.json"
};
static const uint8_t kk_diagnostics[] = {
#embed "../../Locales/kk/diagnostics.json"
};
static const uint8_t kk_reports[] = {
#embed "../../Locales/kk/reports.json"
};
static const uint8_t zh_diagnostics[] = {
#embed "../../Locales/zh-Hans/diagnostics.json"
};
static const uint8_t zh_reports[] = {
#embed "../../Locales/zh-Hans/reports.json"
};

static const keruen_report_table tables[] = {
    {"en", "diagnostics", en_diagnostics, sizeof en_diagnostics},
    {"en", "reports", en_reports, sizeof en_reports},
    {"ru", "diagnostics", ru_diagnostics, sizeof ru_diagnostics},
    {"ru", "reports", ru_reports, sizeof ru_reports},
    {"kk", "diagnostics", kk_diagnostics, sizeof kk_diagnostics},
    {"kk", "reports", kk_reports, sizeof kk_reports},
    {"zh-Hans", "diagnostics", zh_diagnostics, sizeof zh_diagnostics},
    {"zh-Hans", "reports", zh_reports, sizeof zh_reports},
};

size_t keruen_report_table_count(void) { return sizeof tables / sizeof tables[0]; }

keruen_report_table keruen_report_table_at(size_t index) { return tables[index]; }
