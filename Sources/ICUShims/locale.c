#include <pthread.h>
#include <stdio.h>
#include <unicode/uloc.h>

#include "shim.h"

const char *kicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

static void pin(void) {
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault("en", &status);
}

void kicu_pin_default_locale(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, pin);
}

bool kicu_locale_id(const char *tag, char *id, int32_t capacity, int32_t *status) {
    kicu_pin_default_locale();
    int32_t parsed = 0;
    int32_t length = uloc_forLanguageTag(tag, id, capacity, &parsed, kicu_fresh(status));
    if (U_FAILURE(*status)) return false;
    if (length >= capacity || (size_t)parsed != strlen(tag)) {
        *status = U_ILLEGAL_ARGUMENT_ERROR;
        return false;
    }
    return true;
}

int32_t kicu_tag_canonicalize(const char *tag, uint8_t *out, int32_t capacity, int32_t *parsed, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY];
    kicu_pin_default_locale();
    *parsed = 0;
    uloc_forLanguageTag(tag, id, sizeof id, parsed, kicu_fresh(status));
    if (U_FAILURE(*status) || *status == U_STRING_NOT_TERMINATED_WARNING) {
        *status = U_ILLEGAL_ARGUMENT_ERROR;
        return 0;
    }
    return uloc_toLanguageTag(id, (char *)out, capacity, true, kicu_fresh(status));
}

int32_t kicu_tag_likely(const char *tag, bool maximize, uint8_t *out, int32_t capacity, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY], full[ULOC_FULLNAME_CAPACITY];
    if (!kicu_locale_id(tag, id, sizeof id, status)) return 0;
    if (maximize) {
        uloc_addLikelySubtags(id, full, sizeof full, kicu_fresh(status));
    } else {
        uloc_minimizeSubtags(id, full, sizeof full, kicu_fresh(status));
    }
    // A result that fills the buffer has no terminator, which the next call would look for past its end.
    if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ILLEGAL_ARGUMENT_ERROR;
    if (U_FAILURE(*status)) return 0;
    return uloc_toLanguageTag(full, (char *)out, capacity, true, kicu_fresh(status));
}

static bool is_available(const char *id) {
    for (int32_t at = 0, count = uloc_countAvailable(); at < count; at++) {
        if (strcmp(uloc_getAvailable(at), id) == 0) return true;
    }
    return false;
}

bool kicu_has_formats(const char *tag) {
    char id[ULOC_FULLNAME_CAPACITY], full[ULOC_FULLNAME_CAPACITY], base[ULOC_FULLNAME_CAPACITY];
    char language[ULOC_LANG_CAPACITY], script[ULOC_SCRIPT_CAPACITY], usual[ULOC_SCRIPT_CAPACITY];
    int32_t status;
    if (!kicu_locale_id(tag, id, sizeof id, &status)) return false;
    uloc_addLikelySubtags(id, full, sizeof full, kicu_fresh(&status));
    uloc_getLanguage(full, language, sizeof language, kicu_fresh(&status));
    uloc_getScript(full, script, sizeof script, kicu_fresh(&status));
    snprintf(base, sizeof base, "%s_%s", language, script);
    if (is_available(base)) return true;
    uloc_addLikelySubtags(language, full, sizeof full, kicu_fresh(&status));
    uloc_getScript(full, usual, sizeof usual, kicu_fresh(&status));
    return strcmp(script, usual) == 0 && is_available(language);
}
