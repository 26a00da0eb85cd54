// The opaque face of the system's ICU. No <unicode/…> header appears here, because Foundation's own module map holds
// another ICU's headers and the two must never meet in a Swift module.
//
// Conventions: text is UTF-8 with an explicit length and is never NUL-terminated; identifiers (tags, ids, skeletons)
// are NUL-terminated ASCII. Every call writes a status: ≤ 0 is success, > 0 one of ICU's UErrorCode failures. Calls
// that fill a buffer return the length they need, which may exceed the capacity; call again with more room.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define KICU_BUFFER_OVERFLOW 15

const char *_Nonnull kicu_status_name(int32_t status);

// Locales ------------------------------------------------------------------------------------------------------------

// `tag` as canonical BCP 47. `parsed` is how many bytes of it are well formed.
int32_t kicu_tag_canonicalize(const char *_Nonnull tag, uint8_t *_Nonnull out, int32_t capacity, int32_t *_Nonnull parsed,
                              int32_t *_Nonnull status);
// `tag` with its likely subtags added (`maximize`) or removed.
int32_t kicu_tag_likely(const char *_Nonnull tag, bool maximize, uint8_t *_Nonnull out, int32_t capacity,
                        int32_t *_Nonnull status);

// Collation ----------------------------------------------------------------------------------------------------------

typedef struct kicu_collator kicu_collator;

// Whether ICU has an order for this language at all; `de` yes, `xx` no.
bool kicu_collation_has_language(const char *_Nonnull tag);
// Whether the tag's `-u-co-` value exists for its language; true when there is none.
bool kicu_collation_has_type(const char *_Nonnull tag);
// The tag's order, or one by `rules` on top of the root's. The tag's options (kn, kf, kc, ks, ka, kb) apply to both; a value
// that an option does not have is a failure.
kicu_collator *_Nullable kicu_collator_open(const char *_Nonnull tag, const uint8_t *_Nullable rules, int32_t length,
                                            int32_t *_Nonnull status);
void kicu_collator_close(kicu_collator *_Nonnull collator);
int32_t kicu_collator_compare(const kicu_collator *_Nonnull collator, const uint8_t *_Nullable a, int32_t a_length,
                              const uint8_t *_Nullable b, int32_t b_length);
// A key ends in a zero byte, which the length counts.
int32_t kicu_collator_key(const kicu_collator *_Nonnull collator, const uint8_t *_Nullable text, int32_t length,
                          uint8_t *_Nonnull out, int32_t capacity, int32_t *_Nonnull status);

// Transliteration ----------------------------------------------------------------------------------------------------

typedef struct kicu_transliterator kicu_transliterator;

kicu_transliterator *_Nullable kicu_transliterator_open(const char *_Nonnull id, int32_t *_Nonnull status);
void kicu_transliterator_close(kicu_transliterator *_Nonnull transliterator);
int32_t kicu_transliterator_apply(const kicu_transliterator *_Nonnull transliterator, const uint8_t *_Nullable text,
                                  int32_t length, uint8_t *_Nonnull out, int32_t capacity, int32_t *_Nonnull status);

// Words and folding --------------------------------------------------------------------------------------------------

typedef struct kicu_words kicu_words;

kicu_words *_Nullable kicu_words_open(const char *_Nonnull tag, int32_t *_Nonnull status);
void kicu_words_close(kicu_words *_Nonnull words);
// Segment ends as byte offsets, and for each whether the segment is a word rather than space or punctuation.
int32_t kicu_words_segment(const kicu_words *_Nonnull words, const uint8_t *_Nullable text, int32_t length,
                           int32_t *_Nonnull ends, bool *_Nonnull is_word, int32_t capacity, int32_t *_Nonnull status);

// NFKC_Casefold: compatibility forms, case and default-ignorable characters removed.
int32_t kicu_fold(const uint8_t *_Nullable text, int32_t length, uint8_t *_Nonnull out, int32_t capacity,
                  int32_t *_Nonnull status);

// Texts from and to the bytes of an encoding that ICU knows by this name, such as "GBK". What the encoding lacks is a failure.
int32_t kicu_decode(const char *_Nonnull encoding, const uint8_t *_Nullable bytes, int32_t length, uint8_t *_Nonnull out,
                    int32_t capacity, int32_t *_Nonnull status);
int32_t kicu_encode(const char *_Nonnull encoding, const uint8_t *_Nullable text, int32_t length, uint8_t *_Nonnull out,
                    int32_t capacity, int32_t *_Nonnull status);

// Script of a code point as its ISO 15924 name ("Cyrl", "Hani", "Zyyy").
const char *_Nonnull kicu_script(uint32_t code_point);
bool kicu_is_letter(uint32_t code_point);

// Numbers, plurals, dates --------------------------------------------------------------------------------------------

typedef struct kicu_number_format kicu_number_format;
typedef struct kicu_plural_rules kicu_plural_rules;
typedef struct kicu_date_format kicu_date_format;

// Whether ICU has formats of this very language and script, rather than the root's.
bool kicu_has_formats(const char *_Nonnull tag);

// `skeleton` is ICU's number skeleton, such as "currency/KZT unit-width-narrow .00".
kicu_number_format *_Nullable kicu_number_format_open(const char *_Nonnull tag, const char *_Nonnull skeleton,
                                                      int32_t *_Nonnull status);
void kicu_number_format_close(kicu_number_format *_Nonnull format);
int32_t kicu_number_format_apply(const kicu_number_format *_Nonnull format, const char *_Nonnull decimal,
                                 uint8_t *_Nonnull out, int32_t capacity, int32_t *_Nonnull status);

// What the text's pieces are, as triples of a UNumberFormatFields, a start and an end in UTF-16; returns how many triples.
int32_t kicu_number_format_fields(const kicu_number_format *_Nonnull format, const char *_Nonnull decimal,
                                  int32_t *_Nonnull fields, int32_t capacity, int32_t *_Nonnull status);

kicu_plural_rules *_Nullable kicu_plural_rules_open(const char *_Nonnull tag, bool ordinal, int32_t *_Nonnull status);
void kicu_plural_rules_close(kicu_plural_rules *_Nonnull rules);
// The plural category of a number as `format` writes it: 1 and 1.0 may differ.
int32_t kicu_plural_rules_select(const kicu_plural_rules *_Nonnull rules, const kicu_number_format *_Nonnull format,
                                 const char *_Nonnull decimal, uint8_t *_Nonnull out, int32_t capacity,
                                 int32_t *_Nonnull status);
// The categories the language uses, as a NUL-separated list.
int32_t kicu_plural_rules_categories(const kicu_plural_rules *_Nonnull rules, uint8_t *_Nonnull out, int32_t capacity,
                                     int32_t *_Nonnull status);

// A format of dates and times by CLDR's skeleton, in a time zone of IANA's; a zone that ICU does not know is a failure.
kicu_date_format *_Nullable kicu_date_format_open(const char *_Nonnull tag, const char *_Nonnull skeleton,
                                                  const char *_Nonnull zone, int32_t *_Nonnull status);
void kicu_date_format_close(kicu_date_format *_Nonnull format);
int32_t kicu_date_format_apply(const kicu_date_format *_Nonnull format, double milliseconds, uint8_t *_Nonnull out,
                               int32_t capacity, int32_t *_Nonnull status);
