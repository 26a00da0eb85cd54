#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The inner loops of search over one segment: intersecting, scoring and counting postings. Every place that they go to was checked when
// the segment was opened; what stands there is tested when a query first needs it. docs/search.md describes the layout.

// A term's postings begin at its first chunk and end where the next term's begin.
typedef struct {
    uint32_t first_chunk;
    uint32_t documents;
} ksearch_term;

// The documents of one block of 65,536: numbers within it, as a sorted array or as a bitmap.
typedef struct {
    uint16_t key;         // the block
    uint16_t last;        // how many documents there are, less one
    uint8_t is_bitmap;
    uint8_t most;         // the highest frequency
    uint8_t shortest;     // the lowest length code
    uint8_t reserved;
    uint32_t start;       // in the arrays, or of the bitmaps
    uint32_t frequencies; // of its first document
    uint32_t stripes;     // the first of its 64 bounds, or of a bitmap 64 and 512; all ones where it has none of its own
    uint32_t places;      // of its first document; all ones where the term's places were not kept
} ksearch_chunk;

// The frequency and the length code of the document that scores most by a term among some: no bound is closer.
typedef struct {
    uint8_t frequency, length;
} ksearch_bound;

// So many bytes of a section have one checksum.
enum { KSEARCH_TESTED = 1 << 20 };

// A section, and which of its blocks have been tested; whoever opened it owns the flags.
typedef struct {
    const uint8_t *bytes;
    size_t length;
    const uint8_t *checksums; // 8 bytes a block
    uint8_t *tested;          // a flag a block, all 0 at first
} ksearch_guard;

// The sections that queries read by their terms.
typedef enum {
    KSEARCH_TEXT, KSEARCH_ARRAYS, KSEARCH_BITMAPS, KSEARCH_RANKS, KSEARCH_FREQUENCIES, KSEARCH_HIGH, KSEARCH_HIGH_FREQUENCIES,
    KSEARCH_PLACES, KSEARCH_MORE, KSEARCH_STRIPES, KSEARCH_LENGTHS
} ksearch_part;

typedef struct {
    uint32_t documents, terms;
    const uint32_t *term_offsets; // one more than terms
    const uint8_t *term_bytes;
    const ksearch_term *term;     // one more than terms
    const ksearch_chunk *chunk;
    const uint16_t *arrays;
    const uint64_t *bitmaps;      // 1,024 words each
    const uint16_t *ranks;        // as many: documents of the bitmap before each word
    const uint8_t *frequencies;   // two in a byte, the lower half first; 15 where it stands in high_frequencies
    const uint32_t *high;         // numbers of postings with a frequency of 15 and more, sorted
    const uint8_t *high_frequencies;
    uint32_t high_count;
    uint32_t more_size;
    const uint8_t *places;        // a posting's only place; 254 for none, 255 where they stand in more
    const uint8_t *more;
    const uint32_t *more_offsets; // where those of each 128 postings begin
    const ksearch_bound *stripes; // of each 1,024 documents of a chunk, and of a bitmap also of each 128
    const uint8_t *lengths;       // a length code for each document
    const ksearch_guard *guards;  // one for each part; NULL where all are believed
    float norms[256];             // BM25's k1 · (1 − b + b · length ÷ average), by length code
    float saturations[256][16];   // frequency ÷ (frequency + norm), by length code and frequency
} ksearch_segment;

// One word of a query: a document has it where it has one of the terms, and counts the best of them.
typedef struct {
    const uint32_t *terms;
    const float *weights;         // idf · (k1 + 1), for each
    uint32_t count;
} ksearch_slot;

typedef struct {
    const int32_t *column;
    int32_t least, most;
} ksearch_range;

// A slot of a phrase, and how far it stands behind the phrase's first.
typedef struct {
    uint32_t slot, offset;
} ksearch_phrase_slot;

typedef struct {
    const ksearch_phrase_slot *slots;
    uint32_t count;
} ksearch_phrase;

typedef struct {
    const ksearch_slot *slots;
    uint32_t slot_count;
    const ksearch_phrase *phrases; // all of which a document has to hold
    uint32_t phrase_count;
    const ksearch_range *ranges;  // of columns, all of which have to hold
    uint32_t range_count;
    const uint64_t *const *sets;  // bitmaps of all documents, all of which have to hold it
    uint32_t set_count;
} ksearch_query;

// A length in a byte: exact up to 40 and then ever coarser, as tantivy and Lucene keep it.
uint8_t ksearch_length_code(uint64_t length);
uint32_t ksearch_length(uint8_t code);
// Fills norms and saturations for an average length.
void ksearch_set_norms(ksearch_segment *segment, float average);

// Collects documents in their order; everything is in memory.
typedef struct ksearch_builder ksearch_builder;

ksearch_builder *ksearch_builder_open(void);
void ksearch_builder_close(ksearch_builder *builder);
enum { KSEARCH_NO_PLACE = UINT32_MAX, KSEARCH_LAST_PLACE = (1 << 24) - 1 };

// Counts a term for the document that is being read, at a place or at none; places behind the last are not kept. False where there is
// no memory.
bool ksearch_builder_add(ksearch_builder *builder, const uint8_t *term, size_t length, uint32_t weight, uint32_t place);
// Ends the document.
bool ksearch_builder_next(ksearch_builder *builder);

// What a segment's sections hold; owned by the builder.
typedef struct {
    uint32_t documents, terms, chunk_count, bitmap_count, stripe_count;
    uint64_t total; // of all lengths
    size_t text_size, array_size, posting_count, high_count, place_count, more_size;
    const uint8_t *text;
    const uint32_t *offsets;
    const ksearch_term *term;
    const ksearch_chunk *chunk;
    const uint16_t *arrays;
    const uint64_t *bitmaps;
    const uint16_t *ranks;
    const uint8_t *frequencies, *lengths;
    const ksearch_bound *stripes;
    const uint32_t *high;
    const uint8_t *high_frequencies;
    const uint8_t *places, *more;
    const uint32_t *more_offsets; // one for each 128 places
} ksearch_parts;

// Sorts what was collected; nothing can be added afterwards. `order` says which of the collected documents comes first, second and so on,
// each of them once; NULL where they stay as they came.
bool ksearch_builder_finish(ksearch_builder *builder, const uint32_t *order, ksearch_parts *parts);

enum { KSEARCH_GONE = UINT32_MAX };

// A segment that a merged one is made of.
typedef struct {
    const ksearch_segment *segment;
    const uint32_t *numbers; // where each of its documents goes, growing; KSEARCH_GONE for one that goes nowhere
    uint64_t total;          // of all its lengths
} ksearch_source;

typedef enum { KSEARCH_MERGED, KSEARCH_DAMAGED, KSEARCH_NO_MEMORY } ksearch_merged;

// Fills a new builder with the documents of two segments and finishes it, as if they had been collected one by one. `documents` is how many
// go somewhere; each number below has one of them. Nothing is believed of the segments but what their opening has tested.
//
// A posting says no more than that its frequency is 255 or above: how long a document with such a one was when it goes is known but as well
// as its length code tells.
ksearch_merged ksearch_builder_merge(ksearch_builder *builder, const ksearch_source *base, const ksearch_source *small,
                                     uint32_t documents);

typedef struct ksearch_workspace ksearch_workspace;

// Room for queries of so many slots and terms; one query at a time.
ksearch_workspace *ksearch_workspace_open(uint32_t slots, uint32_t terms);
void ksearch_workspace_close(ksearch_workspace *workspace);

// A query is put together in its workspace: terms and then the slot that they stand for, the slots of a phrase and then the phrase. False
// where there is no room for it, or nothing in it. A phrase has each slot but once.
void ksearch_query_begin(ksearch_workspace *workspace);
bool ksearch_query_term(ksearch_workspace *workspace, uint32_t term, float weight);
bool ksearch_query_slot(ksearch_workspace *workspace);
bool ksearch_query_phrase_slot(ksearch_workspace *workspace, uint32_t slot, uint32_t offset);
bool ksearch_query_phrase(ksearch_workspace *workspace);
bool ksearch_query_range(ksearch_workspace *workspace, const int32_t *column, int32_t least, int32_t most);
bool ksearch_query_set(ksearch_workspace *workspace, const uint64_t *words);
const ksearch_query *ksearch_query_of(const ksearch_workspace *workspace);

// The number of a term, or −1.
int64_t ksearch_find(const ksearch_segment *segment, const uint8_t *text, size_t length);
// The first term that is not before the text.
uint32_t ksearch_lower_bound(const ksearch_segment *segment, const uint8_t *text, size_t length);
// The terms that are one letter away from a text: another letter, one more, one less, or two that changed places. The commonest first.
uint32_t ksearch_misspellings(const ksearch_segment *segment, const uint8_t *text, size_t length, uint32_t room, uint32_t *found);

// The documents with all slots and the highest scores, the best first; equal ones by their numbers. Returns how many.
uint32_t ksearch_top_all(ksearch_workspace *workspace, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores);
// The same for documents with any slot.
uint32_t ksearch_top_any(ksearch_workspace *workspace, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores);
// The documents with all slots in the order of their numbers, from one on. Without slots: those that the filters take.
uint32_t ksearch_first_all(ksearch_workspace *workspace, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
                           uint32_t limit, uint32_t *documents);
// How many documents have all slots.
uint32_t ksearch_count_all(ksearch_workspace *workspace, const ksearch_segment *segment, const ksearch_query *query);
// Adds one to the count of each column's code for each document with all slots. A column has so many counts as its room; what is behind
// the last but one is counted in the last.
uint32_t ksearch_facets_all(ksearch_workspace *workspace, const ksearch_segment *segment, const ksearch_query *query,
                            const uint16_t *const *columns, const uint32_t *rooms, uint32_t *counts,
                            uint32_t column_count);

// The first documents that have one of the terms from one up to another, in the order of their numbers.
uint32_t ksearch_first_of_terms(const ksearch_segment *segment, uint32_t term, uint32_t end, uint32_t limit, uint32_t *documents);
// Of such terms those that most documents have, the commonest first; equal ones by their numbers.
uint32_t ksearch_commonest(const ksearch_segment *segment, uint32_t term, uint32_t end, uint32_t limit, uint32_t *terms);

// How often a term stands in a document, weights counted.
uint32_t ksearch_frequency(const ksearch_segment *segment, uint32_t term, uint32_t document);

// The number of the document that is the nth of a set, by its running counts (before every 64 words); −1 behind the last.
int64_t ksearch_select(const uint64_t *words, const uint32_t *running, uint32_t documents, uint32_t nth);
// Up to `limit` documents of a set from one on.
uint32_t ksearch_members(const uint64_t *words, uint32_t documents, uint32_t from, uint32_t limit, uint32_t *out);

// A sum of bytes that every change of one of them changes.
uint64_t ksearch_checksum(const uint8_t *bytes, size_t length);

// Whether bytes of a section are what was written: tests those of their blocks that nobody has tested. Takes no lock.
bool ksearch_touch(const ksearch_guard *guard, size_t start, size_t length);
// The same of all blocks, tested or not.
bool ksearch_test(const ksearch_guard *guard);
// The same of the terms' text.
bool ksearch_touch_text(const ksearch_segment *segment);
// The same of what the postings of the terms from one up to another are read from; of frequencies and lengths only for scores. Where it
// is false, `damaged` says which section is not what was written.
bool ksearch_touch_terms(const ksearch_segment *segment, uint32_t term, uint32_t end, bool is_scored, ksearch_part *damaged);
// The same of all terms of a query, and of the places of its phrases.
bool ksearch_touch_query(const ksearch_segment *segment, const ksearch_query *query, bool is_scored, ksearch_part *damaged);
