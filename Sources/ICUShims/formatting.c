#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uenum.h>
#include <unicode/uformattedvalue.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

#include "shim.h"

// Numbers ------------------------------------------------------------------------------------------------------------

kicu_number_format *kicu_number_format_open(const char *tag, const char *skeleton, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY];
    // Every option at its longest: a hundred digits of each kind, and names.
    UChar pattern[1024];
    int32_t length = 0;
    if (!kicu_locale_id(tag, id, sizeof id, status)) return NULL;
    u_strFromUTF8(pattern, 1024, &length, skeleton, -1, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    return (kicu_number_format *)unumf_openForSkeletonAndLocale(pattern, length, id, kicu_fresh(status));
}

void kicu_number_format_close(kicu_number_format *format) { unumf_close((UNumberFormatter *)format); }

static UFormattedNumber *format_decimal(const kicu_number_format *format, const char *decimal, int32_t *status) {
    UFormattedNumber *number = unumf_openResult(kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    unumf_formatDecimal((const UNumberFormatter *)format, decimal, (int32_t)strlen(decimal), number, kicu_fresh(status));
    if (U_SUCCESS(*status)) return number;
    unumf_closeResult(number);
    return NULL;
}

int32_t kicu_number_format_apply(const kicu_number_format *format, const char *decimal, uint8_t *out, int32_t capacity,
                                 int32_t *status) {
    UFormattedNumber *number = format_decimal(format, decimal, status);
    if (number == NULL) return 0;
    UChar local[256], *text = local;
    int32_t result = 0, length = unumf_resultToString(number, text, 256, kicu_fresh(status));
    if (*status == U_BUFFER_OVERFLOW_ERROR) {
        text = malloc(sizeof(UChar) * (size_t)length);
        *status = U_MEMORY_ALLOCATION_ERROR;
        if (text != NULL) unumf_resultToString(number, text, length, kicu_fresh(status));
    }
    if (U_SUCCESS(*status)) result = kicu_utf8_from(text, length, out, capacity, status);
    if (text != local) free(text);
    unumf_closeResult(number);
    return result;
}

int32_t kicu_number_format_fields(const kicu_number_format *format, const char *decimal, int32_t *fields,
                                  int32_t capacity, int32_t *status) {
    UFormattedNumber *number = format_decimal(format, decimal, status);
    if (number == NULL) return 0;
    int32_t count = 0;
    UConstrainedFieldPosition *position = ucfpos_open(kicu_fresh(status));
    const UFormattedValue *value = unumf_resultAsValue(number, kicu_fresh(status));
    while (U_SUCCESS(*status) && ufmtval_nextPosition(value, position, kicu_fresh(status)) && U_SUCCESS(*status)) {
        if (count < capacity) {
            fields[3 * count] = ucfpos_getField(position, kicu_fresh(status));
            ucfpos_getIndexes(position, &fields[3 * count + 1], &fields[3 * count + 2], kicu_fresh(status));
        }
        count++;
    }
    ucfpos_close(position);
    unumf_closeResult(number);
    return count;
}

// Plurals ------------------------------------------------------------------------------------------------------------

kicu_plural_rules *kicu_plural_rules_open(const char *tag, bool ordinal, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY];
    if (!kicu_locale_id(tag, id, sizeof id, status)) return NULL;
    UPluralType type = ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL;
    return (kicu_plural_rules *)uplrules_openForType(id, type, kicu_fresh(status));
}

void kicu_plural_rules_close(kicu_plural_rules *rules) { uplrules_close((UPluralRules *)rules); }

int32_t kicu_plural_rules_select(const kicu_plural_rules *rules, const kicu_number_format *format, const char *decimal,
                                 uint8_t *out, int32_t capacity, int32_t *status) {
    UFormattedNumber *number = format_decimal(format, decimal, status);
    if (number == NULL) return 0;
    UChar category[16];
    int32_t result = 0;
    int32_t length = uplrules_selectFormatted((const UPluralRules *)rules, number, category, 16, kicu_fresh(status));
    if (U_SUCCESS(*status)) result = kicu_utf8_from(category, length, out, capacity, status);
    unumf_closeResult(number);
    return result;
}

int32_t kicu_plural_rules_categories(const kicu_plural_rules *rules, uint8_t *out, int32_t capacity, int32_t *status) {
    UEnumeration *keywords = uplrules_getKeywords((const UPluralRules *)rules, kicu_fresh(status));
    if (U_FAILURE(*status)) return 0;
    int32_t length = 0, size = 0;
    const char *keyword;
    while ((keyword = uenum_next(keywords, &size, kicu_fresh(status))) != NULL && U_SUCCESS(*status)) {
        if (length + size + 1 <= capacity) memcpy(out + length, keyword, (size_t)size + 1);
        length += size + 1;
    }
    uenum_close(keywords);
    if (length > capacity) *status = U_BUFFER_OVERFLOW_ERROR;
    return length;
}

// Dates --------------------------------------------------------------------------------------------------------------

kicu_date_format *kicu_date_format_open(const char *tag, const char *skeleton, const char *zone, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY];
    UChar wanted[64], pattern[128], zone_id[64], canonical[64];
    UBool is_system = false;
    if (!kicu_locale_id(tag, id, sizeof id, status)) return NULL;
    int32_t length = 0, zone_length = 0;
    u_strFromUTF8(zone_id, 64, &zone_length, zone, -1, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    ucal_getCanonicalTimeZoneID(zone_id, zone_length, canonical, 64, &is_system, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    u_strFromUTF8(wanted, 64, &length, skeleton, -1, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    UDateTimePatternGenerator *generator = udatpg_open(id, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    int32_t pattern_length = udatpg_getBestPattern(generator, wanted, length, pattern, 128, kicu_fresh(status));
    udatpg_close(generator);
    if (U_FAILURE(*status)) return NULL;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, id, zone_id, zone_length, pattern, pattern_length,
                                    kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    // Gregorian at all times, as ISO 8601 counts: ICU would go over to Julian days before 1582-10-15.
    UErrorCode ignored = U_ZERO_ERROR;
    ucal_setGregorianChange((UCalendar *)udat_getCalendar(format), -8.64e15, &ignored);
    return (kicu_date_format *)format;
}

void kicu_date_format_close(kicu_date_format *format) { udat_close((UDateFormat *)format); }

int32_t kicu_date_format_apply(const kicu_date_format *format, double milliseconds, uint8_t *out, int32_t capacity,
                               int32_t *status) {
    // Formatting moves the calendar inside, so each call works on a copy.
    UDateFormat *copy = udat_clone((const UDateFormat *)format, kicu_fresh(status));
    if (U_FAILURE(*status)) return 0;
    UChar text[256];
    int32_t result = 0, length = udat_format(copy, milliseconds, text, 256, NULL, kicu_fresh(status));
    if (U_SUCCESS(*status)) result = kicu_utf8_from(text, length, out, capacity, status);
    udat_close(copy);
    return result;
}
