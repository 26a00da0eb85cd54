#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utrans.h>

#include "shim.h"

// UTF-8 and UTF-16 ---------------------------------------------------------------------------------------------------

bool kicu_utf16_from(kicu_utf16 *out, const uint8_t *text, int32_t length, int32_t *status) {
    const int32_t room = sizeof out->local / sizeof out->local[0];
    out->heap = NULL;
    out->text = out->local;
    // A UTF-8 byte is never more than one UTF-16 unit, so `length` units always suffice.
    if (length > room) {
        out->heap = malloc((size_t)length * sizeof(UChar));
        if (out->heap == NULL) {
            *status = U_MEMORY_ALLOCATION_ERROR;
            return false;
        }
        out->text = out->heap;
    }
    u_strFromUTF8WithSub(out->text, length > room ? length : room, &out->length, (const char *)text, length, 0xFFFD,
                         NULL, kicu_fresh(status));
    if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
    if (U_FAILURE(*status)) {
        kicu_utf16_free(out);
        return false;
    }
    return true;
}

void kicu_utf16_free(kicu_utf16 *text) { free(text->heap); }

int32_t kicu_utf8_from(const UChar *text, int32_t length, uint8_t *out, int32_t capacity, int32_t *status) {
    int32_t needed = 0;
    u_strToUTF8WithSub((char *)out, capacity, &needed, text, length, 0xFFFD, NULL, kicu_fresh(status));
    if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
    return needed;
}

// From UTF-8 through an ICU transformation of UTF-16 and back -------------------------------------------------------------

// One try at transforming `source` into `buffer`; the length that it has or needs.
typedef int32_t transform(const void *context, const kicu_utf16 *source, UChar *buffer, int32_t room,
                          UErrorCode *status);

static int32_t transform_utf8(transform *apply, const void *context, const uint8_t *text, int32_t length, uint8_t *out,
                              int32_t capacity, int32_t *status) {
    kicu_utf16 source;
    if (!kicu_utf16_from(&source, text, length, status)) return 0;
    int32_t room = source.length * 2 + 64, result = 0;
    UChar *buffer = NULL;
    for (;;) {
        UChar *grown = realloc(buffer, (size_t)room * sizeof(UChar));
        if (grown == NULL) {
            *status = U_MEMORY_ALLOCATION_ERROR;
            break;
        }
        buffer = grown;
        int32_t needed = apply(context, &source, buffer, room, kicu_fresh(status));
        if (*status == U_BUFFER_OVERFLOW_ERROR) {
            room = needed + 1;
            continue;
        }
        if (U_SUCCESS(*status)) result = kicu_utf8_from(buffer, needed, out, capacity, status);
        break;
    }
    free(buffer);
    kicu_utf16_free(&source);
    return result;
}

// Transliteration ----------------------------------------------------------------------------------------------------

kicu_transliterator *kicu_transliterator_open(const char *id, int32_t *status) {
    UChar name[128];
    int32_t length = 0;
    u_strFromUTF8(name, 128, &length, id, -1, kicu_fresh(status));
    if (U_FAILURE(*status)) return NULL;
    return (kicu_transliterator *)utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, kicu_fresh(status));
}

void kicu_transliterator_close(kicu_transliterator *t) { utrans_close((UTransliterator *)t); }

static int32_t transliterate(const void *t, const kicu_utf16 *source, UChar *buffer, int32_t room,
                             UErrorCode *status) {
    int32_t length = source->length, limit = source->length;
    memcpy(buffer, source->text, (size_t)length * sizeof(UChar));
    utrans_transUChars((const UTransliterator *)t, buffer, &length, room, 0, &limit, status);
    return length;
}

int32_t kicu_transliterator_apply(const kicu_transliterator *t, const uint8_t *text, int32_t length, uint8_t *out,
                                  int32_t capacity, int32_t *status) {
    return transform_utf8(transliterate, t, text, length, out, capacity, status);
}

// Words --------------------------------------------------------------------------------------------------------------

kicu_words *kicu_words_open(const char *tag, int32_t *status) {
    char id[ULOC_FULLNAME_CAPACITY];
    if (!kicu_locale_id(tag, id, sizeof id, status)) return NULL;
    return (kicu_words *)ubrk_open(UBRK_WORD, id, NULL, 0, kicu_fresh(status));
}

void kicu_words_close(kicu_words *words) { ubrk_close((UBreakIterator *)words); }

int32_t kicu_words_segment(const kicu_words *words, const uint8_t *text, int32_t length, int32_t *ends, bool *is_word,
                           int32_t capacity, int32_t *status) {
    // An iterator holds its text and position, so each call works on a copy of the prototype: opening one for Chinese
    // costs 13 µs, copying one does not.
    UBreakIterator *iterator = ubrk_clone((const UBreakIterator *)words, kicu_fresh(status));
    if (U_FAILURE(*status)) return 0;
    int32_t count = 0;
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, (const char *)text, length, kicu_fresh(status));
    if (U_SUCCESS(*status)) ubrk_setUText(iterator, &utf8, kicu_fresh(status));
    if (U_SUCCESS(*status)) {
        ubrk_first(iterator);
        for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator), count++) {
            if (count >= capacity) continue;
            ends[count] = end;
            is_word[count] = ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT;
        }
        if (count > capacity) *status = U_BUFFER_OVERFLOW_ERROR;
    }
    utext_close(&utf8);
    ubrk_close(iterator);
    return count;
}

// Folding and scripts ------------------------------------------------------------------------------------------------

static int32_t normalize(const void *normalizer, const kicu_utf16 *source, UChar *buffer, int32_t room,
                         UErrorCode *status) {
    return unorm2_normalize((const UNormalizer2 *)normalizer, source->text, source->length, buffer, room, status);
}

int32_t kicu_fold(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity, int32_t *status) {
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(kicu_fresh(status));
    if (U_FAILURE(*status)) return 0;
    return transform_utf8(normalize, normalizer, text, length, out, capacity, status);
}

const char *kicu_script(uint32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)code_point, &status);
    return U_FAILURE(status) ? "Zzzz" : uscript_getShortName(script);
}

bool kicu_is_letter(uint32_t code_point) { return u_isUAlphabetic((UChar32)code_point); }
