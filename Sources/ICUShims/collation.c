#include <unicode/ucol.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>

#include "shim.h"

bool kicu_collation_has_language(const char *tag) {
    char id[ULOC_FULLNAME_CAPACITY], wanted[ULOC_LANG_CAPACITY], had[ULOC_LANG_CAPACITY];
    int32_t status;
    if (!kicu_locale_id(tag, id, sizeof id, &status)) return false;
    uloc_getLanguage(id, wanted, sizeof wanted, kicu_fresh(&status));
    if (U_FAILURE(status) || wanted[0] == 0) return false;
    int32_t count = ucol_countAvailable();
    for (int32_t i = 0; i < count; i++) {
        uloc_getLanguage(ucol_getAvailable(i), had, sizeof had, kicu_fresh(&status));
        if (U_SUCCESS(status) && strcmp(wanted, had) == 0) return true;
    }
    return false;
}

bool kicu_collation_has_type(const char *tag) {
    char id[ULOC_FULLNAME_CAPACITY], wanted[ULOC_KEYWORDS_CAPACITY];
    int32_t status;
    if (!kicu_locale_id(tag, id, sizeof id, &status)) return false;
    int32_t length = uloc_getKeywordValue(id, "collation", wanted, sizeof wanted, kicu_fresh(&status));
    if (U_FAILURE(status)) return false;
    if (length == 0) return true;
    UEnumeration *types = ucol_getKeywordValuesForLocale("collation", id, false, kicu_fresh(&status));
    if (U_FAILURE(status)) return false;
    bool found = false;
    const char *type;
    while (!found && (type = uenum_next(types, NULL, kicu_fresh(&status))) != NULL) found = strcmp(type, wanted) == 0;
    uenum_close(types);
    return found;
}

// What a tag may ask for (UTS #35, "Collation Settings"): a keyword, one of its values, and what that is to ICU.
static const struct {
    const char *keyword, *value;
    UColAttribute attribute;
    UColAttributeValue setting;
} options[] = {
    {"colnumeric", "yes", UCOL_NUMERIC_COLLATION, UCOL_ON},
    {"colnumeric", "no", UCOL_NUMERIC_COLLATION, UCOL_OFF},
    {"colcasefirst", "upper", UCOL_CASE_FIRST, UCOL_UPPER_FIRST},
    {"colcasefirst", "lower", UCOL_CASE_FIRST, UCOL_LOWER_FIRST},
    {"colcasefirst", "no", UCOL_CASE_FIRST, UCOL_OFF},
    {"colcaselevel", "yes", UCOL_CASE_LEVEL, UCOL_ON},
    {"colcaselevel", "no", UCOL_CASE_LEVEL, UCOL_OFF},
    {"colstrength", "primary", UCOL_STRENGTH, UCOL_PRIMARY},
    {"colstrength", "secondary", UCOL_STRENGTH, UCOL_SECONDARY},
    {"colstrength", "tertiary", UCOL_STRENGTH, UCOL_TERTIARY},
    {"colstrength", "quaternary", UCOL_STRENGTH, UCOL_QUATERNARY},
    {"colstrength", "identical", UCOL_STRENGTH, UCOL_IDENTICAL},
    {"colalternate", "shifted", UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED},
    {"colalternate", "non-ignorable", UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE},
    {"colbackwards", "yes", UCOL_FRENCH_COLLATION, UCOL_ON},
    {"colbackwards", "no", UCOL_FRENCH_COLLATION, UCOL_OFF},
};

// Sets what the locale's keyword asks for. ICU passes over a value that it does not know; here it is a failure.
static void set_option(UCollator *collator, const char *id, const char *keyword, UErrorCode *status) {
    char value[ULOC_KEYWORDS_CAPACITY];
    if (uloc_getKeywordValue(id, keyword, value, sizeof value, status) == 0 || U_FAILURE(*status)) return;
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if (strcmp(options[i].keyword, keyword) != 0 || strcmp(options[i].value, value) != 0) continue;
        ucol_setAttribute(collator, options[i].attribute, options[i].setting, status);
        return;
    }
    *status = U_ILLEGAL_ARGUMENT_ERROR;
}

static UCollator *open_rules(const uint8_t *rules, int32_t length, int32_t *status) {
    kicu_utf16 utf16;
    if (!kicu_utf16_from(&utf16, rules, length, status)) return NULL;
    UCollator *collator =
        ucol_openRules(utf16.text, utf16.length, UCOL_ON, UCOL_DEFAULT_STRENGTH, NULL, kicu_fresh(status));
    kicu_utf16_free(&utf16);
    return collator;
}

kicu_collator *kicu_collator_open(const char *tag, const uint8_t *rules, int32_t length, int32_t *status) {
    static const char *const keywords[] = {"colnumeric",  "colcasefirst", "colcaselevel",
                                           "colstrength", "colalternate", "colbackwards"};
    char id[ULOC_FULLNAME_CAPACITY];
    if (!kicu_locale_id(tag, id, sizeof id, status)) return NULL;
    UCollator *collator = rules ? open_rules(rules, length, status) : ucol_open(id, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    UErrorCode *code = kicu_fresh(status);
    // Product texts arrive in any normal form; without this, decomposed й would sort as и.
    ucol_setAttribute(collator, UCOL_NORMALIZATION_MODE, UCOL_ON, code);
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) set_option(collator, id, keywords[i], code);
    if (U_SUCCESS(*status)) return (kicu_collator *)collator;
    ucol_close(collator);
    return NULL;
}

void kicu_collator_close(kicu_collator *collator) { ucol_close((UCollator *)collator); }

int32_t kicu_collator_compare(const kicu_collator *collator, const uint8_t *a, int32_t a_length, const uint8_t *b,
                              int32_t b_length) {
    UErrorCode status = U_ZERO_ERROR;
    return ucol_strcollUTF8((const UCollator *)collator, (const char *)a, a_length, (const char *)b, b_length, &status);
}

int32_t kicu_collator_key(const kicu_collator *collator, const uint8_t *text, int32_t length, uint8_t *out,
                          int32_t capacity, int32_t *status) {
    kicu_utf16 utf16;
    if (!kicu_utf16_from(&utf16, text, length, status)) return 0;
    int32_t needed = ucol_getSortKey((const UCollator *)collator, utf16.text, utf16.length, out, capacity);
    kicu_utf16_free(&utf16);
    *status = needed == 0 ? U_INTERNAL_PROGRAM_ERROR : needed > capacity ? U_BUFFER_OVERFLOW_ERROR : U_ZERO_ERROR;
    return needed;
}
