#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// JSON through simdjson, whose headers stay inside this folder's C++ files. Every text that is passed in has at least
// `KJSON_PADDING` readable bytes behind it.
enum { KJSON_PADDING = 64 };

// --- Values with their places

typedef enum { KJSON_NULL, KJSON_SCALAR, KJSON_LIST, KJSON_MAP, KJSON_KEY, KJSON_END } kjson_kind;

// One step of a walk through a value: a scalar, a key, or the beginning or the end of a list or a map.
typedef struct {
    uint32_t kind;
    uint32_t offset;      // in the text, in bytes
    const uint8_t *bytes; // of a scalar or key, as it reads; until the next value is read
    uint32_t length;
} kjson_step;

typedef enum {
    KJSON_FINE, KJSON_MEMORY, KJSON_UTF8, KJSON_CONTROL, KJSON_OPEN_STRING, KJSON_ESCAPE, KJSON_NUMBER, KJSON_WORD,
    KJSON_PUNCTUATION, KJSON_TRAILING, KJSON_EMPTY, KJSON_DEPTH, KJSON_OPEN,
} kjson_fault;

typedef struct kjson_reader kjson_reader;

kjson_reader *kjson_reader_open(void);
void kjson_reader_close(kjson_reader *reader);
// Reads one value. `steps` belong to the reader; where there is a fault, `offset` is its place.
kjson_fault kjson_read(kjson_reader *reader, const uint8_t *text, size_t length, uint32_t depth, const kjson_step **steps,
                       size_t *count, size_t *offset);

// --- Cutting a file into values

// Where the lines of a block end: the number of line feeds, and behind the last of them.
size_t kjson_count_lines(const uint8_t *bytes, size_t length, size_t *behind_last);

// Cuts the elements of an array out of a stream of bytes; all zero at the beginning.
typedef struct {
    uint32_t depth;
    bool is_in_string, is_escaped, is_in_element, is_behind_comma, has_ended;
} kjson_cutter;

typedef enum { KJSON_CUT_MORE, KJSON_CUT_ELEMENT, KJSON_CUT_FAULT } kjson_cut;

// Goes on from `*at`. An element begins at `*start`, which the caller keeps between calls, and ends one before `*at`. The array has
// ended well where `has_ended` is set and there is no more.
kjson_cut kjson_cutter_next(kjson_cutter *cutter, const uint8_t *bytes, size_t length, size_t *at, size_t *start);

// --- Products that are certainly fine

// What a value must look like: KeruenDocuments' Shape, and beside it what the rules ask of the value's place.
typedef enum {
    KJSON_SHAPE_TEXT, KJSON_SHAPE_INTEGER, KJSON_SHAPE_BOOLEAN, KJSON_SHAPE_SKU, KJSON_SHAPE_IDENTIFIER, KJSON_SHAPE_AMOUNT,
    KJSON_SHAPE_MEASURE, KJSON_SHAPE_DATE, KJSON_SHAPE_COUNTRY, KJSON_SHAPE_DIGITS, KJSON_SHAPE_TIME, KJSON_SHAPE_MADE,
    KJSON_SHAPE_CHOICE, KJSON_SHAPE_LIST, KJSON_SHAPE_MAP, KJSON_SHAPE_TEXTS, KJSON_SHAPE_RECORD, KJSON_SHAPE_EITHER,
    // Nothing is known of it: such a product is looked at again.
    KJSON_SHAPE_DOUBT,
} kjson_shape_kind;

typedef enum {
    KJSON_ROLE_NONE, KJSON_ROLE_ID, KJSON_ROLE_KIND, KJSON_ROLE_TITLE, KJSON_ROLE_SUMMARY, KJSON_ROLE_CUSTOMS, KJSON_ROLE_HS,
    KJSON_ROLE_DETAILS, KJSON_ROLE_VARIANT, KJSON_ROLE_SKU, KJSON_ROLE_GTIN, KJSON_ROLE_WEIGHT, KJSON_ROLE_PRICES,
    KJSON_ROLE_STOCK, KJSON_ROLE_MATERIALS, KJSON_ROLE_SHARE, KJSON_ROLE_SINGLE, KJSON_ROLE_DAYS, KJSON_ROLE_NIGHTS,
    KJSON_ROLE_LEAST, KJSON_ROLE_MOST, KJSON_ROLE_DEPARTURES,
} kjson_role;

typedef struct {
    const char *bytes;
    uint32_t length;
} kjson_name;

typedef struct {
    kjson_name name;
    uint32_t shape;
    bool is_required;
} kjson_field;

typedef struct {
    uint8_t kind, role;
    uint16_t set;          // of values that are known, and one; 0 where any will do
    int64_t least, most;   // of an integer, of a list's elements, of digits, of a year; a measure's units as bits
    uint32_t first, count; // of a record's fields, of a choice's names
    uint32_t element;      // the shape of a list's or map's values; of an either's second
} kjson_shape;

// How a language's letters are written.
typedef enum { KJSON_CYRILLIC, KJSON_LATIN, KJSON_HAN, KJSON_ARABIC } kjson_script;

typedef struct {
    kjson_name tag;
    uint8_t script;
    bool is_required;
} kjson_language;

typedef struct {
    const kjson_shape *shapes;
    uint32_t shape_count;
    const kjson_field *fields;
    const kjson_name *names;      // of choices
    const kjson_name *const *sets; // of values that are known
    const uint32_t *set_sizes;
    uint32_t set_count;
    const kjson_language *languages;
    uint32_t language_count;
    const kjson_name *markets;    // that have a price
    const uint8_t *market_digits; // decimals of their currencies
    uint32_t market_count;
    uint32_t units;               // the bits of the units that all markets take: mm, cm, m, g, kg, ml, l
    uint32_t most_in_title, most_in_summary, most_in_text; // characters
    const kjson_name *hs_doubts;  // beginnings of HS codes that restrictions turn on
    uint32_t hs_doubt_count;
    bool has_files;               // of prices or stock, so that a product does not say all itself
    int32_t kazakh, russian;      // places among the languages, or −1
} kjson_program;

// What identifies a product or a variant, and where it stands.
typedef struct {
    uint64_t hash;
    uint64_t offset; // of its line in the file
} kjson_identity;

typedef struct kjson_sieve kjson_sieve;

// Copies the program. One sieve for each thread.
kjson_sieve *kjson_sieve_open(const kjson_program *program);
void kjson_sieve_close(kjson_sieve *sieve);
// Whether a product fits its shape and certainly breaks no rule. Its id and SKUs are remembered if so.
bool kjson_sieve_passes(kjson_sieve *sieve, const uint8_t *text, size_t length, uint64_t offset);
// Remembers the id (or a SKU) of a product that was looked at again.
void kjson_sieve_remember(kjson_sieve *sieve, const uint8_t *text, size_t length, bool is_sku, uint64_t offset);

// Whether it remembers a SKU.
bool kjson_sieve_knows(const kjson_sieve *sieve, const uint8_t *text, size_t length);

// The lines of a block one by one: calls `doubt` for each that does not pass. Returns how many lines have something on them.
size_t kjson_sieve_lines(kjson_sieve *sieve, const uint8_t *bytes, size_t length, uint64_t offset, void *context,
                         void (*doubt)(void *context, size_t start, size_t length, size_t line));

// Identities that stand twice or more among those of some sieves: calls `repeated` with the two places of each that
// follows the first. Uses as many threads as there are sieves.
void kjson_sieve_repeated(kjson_sieve *const *sieves, size_t count, void *context,
                          void (*repeated)(void *context, uint64_t first, uint64_t again));

#ifdef __cplusplus
}
#endif
