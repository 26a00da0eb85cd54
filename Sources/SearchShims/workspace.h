#pragma once

#include <string.h>

#include "SearchShims.h"

enum { BLOCK = 65536, WORDS = BLOCK / 64, STRIPE = 1024, STRIPES = BLOCK / STRIPE, GROUP = 128, GROUPS = BLOCK / GROUP, BATCH = 1024 };
// A byte of places, and how many of them have one place in `more_offsets`.
enum { NOWHERE = 254, MORE_PLACES = 255, PLACE_GROUP = 128 };
// The half of a byte that says that a frequency stands elsewhere.
enum { HIGH_FREQUENCY = 15 };

// A posting's places, one after the other.
typedef struct {
    const uint8_t *at, *end;
    uint32_t now;
} places;


// A term's chunk at the block that is being looked at.
typedef struct {
    const ksearch_chunk *chunk, *first, *end;
    uint32_t hint; // where in the array the last document was found
    uint32_t begin, until; // the portion that is being looked at, in the array
    float weight;
    places places; // of a phrase that is being looked for
} cursor;

typedef struct {
    cursor *cursors;
    uint32_t count;
    // Of this block: how many cursors stand in it, and the first of them.
    uint32_t here;
    cursor *only;
} slot_state;

enum { MOST_FILTERS = 64, MOST_PHRASES = 64, MOST_PHRASE_SLOTS = 256 };

struct ksearch_workspace {
    uint32_t slot_room, term_room, term_count, phrase_slot_count;
    // The query, and what it is made of.
    ksearch_query query;
    ksearch_slot *wanted;
    uint32_t *terms;
    float *weights;
    ksearch_phrase phrases[MOST_PHRASES];
    ksearch_phrase_slot phrase_slots[MOST_PHRASE_SLOTS];
    ksearch_range ranges[MOST_FILTERS];
    const uint64_t *sets[MOST_FILTERS];
    slot_state *slots;
    cursor *cursors;
    uint64_t *unions; // a block's bitmap for each slot
    uint16_t *ranks;  // and where the first document of each of its words stands in the only array that it is made of
    uint16_t documents[BLOCK + 32], spare[BLOCK + 32]; // vectors are stored whole
    uint64_t words[WORDS];
    float scores[BATCH];
    float *stripes; // the most that a document of each stripe of the segment can score
    uint32_t stripe_room;
};

// Moves all cursors to a block, or behind it where they have nothing there. The first block from there on that all slots can be in.
uint32_t place_cursors(ksearch_workspace *room, uint32_t slots, uint32_t block);
void open_cursors(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query);

// Walks the documents with all slots, a portion of a block at a time.
typedef struct scan {
    ksearch_workspace *room;
    const ksearch_segment *segment;
    const ksearch_query *query;
    uint32_t block, blocks;
    uint32_t placed;  // the block that the cursors stand in, and one
    uint32_t stripe;  // where the next portion begins in the block
    uint32_t portion; // how many stripes it has; it doubles, for the more has been seen the less is left to find
    bool takes_ranges; // whether ranges need not hold
} scan;

void scan_open(scan *scan, ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
               uint32_t portion);
// Puts the documents of the next portion that has any into room->documents; 0 behind the last. Filters hold.
uint32_t scan_next(scan *scan, uint32_t *base);

// The portion of a block, in words of its bits.
typedef struct {
    uint32_t first, end;
} portion;

// The documents with one of a slot's terms, where it has one in the block that its cursors stand in: words of a portion, as they stand in a
// bitmap of the whole block. Portions come in order. `ranks`, where they are wanted and the slot has but one term there, are the documents
// of its chunk before each word that has any.
const uint64_t *slot_bits(ksearch_workspace *room, const ksearch_segment *segment, uint32_t slot, uint32_t block, portion portion,
                          const uint16_t **ranks);

// A stripe, and the most that a document in it can score.
typedef struct {
    float bound;
    uint32_t block, stripe;
} promise;

enum { MOST_PROMISES = 8 };

// Fills room->stripes; 0 where no document has all slots, if it has to. False where there is no memory. Moves the cursors.
bool bound_stripes(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, bool is_all);
// The stripes with the highest bounds that hold documents of the filters' sets, the best first.
uint32_t find_promises(const ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, promise *promises);
// The most that a document of each group of a stripe can get from a slot, where the cursors stand.
void bound_groups(const ksearch_segment *segment, const slot_state *slot, uint32_t block, uint32_t stripe,
                  float bounds[STRIPE / GROUP]);

// BM25 without its weight: frequency ÷ (frequency + norm).
static inline float saturated(const ksearch_segment *segment, uint32_t frequency, uint8_t length) {
    if (frequency < 16) return segment->saturations[length][frequency];
    return (float)frequency / ((float)frequency + segment->norms[length]);
}

static inline float saturated_bound(const ksearch_segment *segment, const ksearch_bound *bound) {
    return saturated(segment, bound->frequency, bound->length);
}

// The most that a document of a stripe can get from a chunk, without the weight.
static inline float stripe_bound(const ksearch_segment *segment, const ksearch_chunk *chunk, uint32_t stripe) {
    if (chunk->stripes == UINT32_MAX) return saturated(segment, chunk->most, chunk->shortest);
    return saturated_bound(segment, &segment->stripes[chunk->stripes + stripe]);
}

// Where a number stands in a sorted list or would, from a place on, in growing steps; `count` where all are less.
static inline uint32_t gallop(const uint16_t *array, uint32_t count, uint32_t from, uint16_t number) {
    uint32_t low = from, high = from, step = 1;
    while (high < count && array[high] < number) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    if (high > count) high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (array[middle] < number) low = middle + 1;
        else high = middle;
    }
    return low;
}

// The numbers of the bits in some words of a block; `out` has room for 32 more.
uint32_t unpack_bits(const uint64_t *words, uint32_t first, uint32_t end, uint16_t *out);

// The documents of a list that are in a bitmap, or in a range of a column; a list may stay where it is.
uint32_t keep_in_bits(const uint16_t *from, uint32_t count, const uint64_t *words, uint16_t *out);
uint32_t keep_in_range(uint16_t *documents, uint32_t count, const int32_t *column, int32_t least, int32_t most);

// What is in both sorted lists; `out` is neither of them and has room for eight more.
uint32_t intersect_arrays(const uint16_t *a, uint32_t a_count, const uint16_t *b, uint32_t b_count, uint16_t *out);

enum { NOT_THERE = UINT32_MAX };

// The place of a document in a chunk.
static inline uint32_t place_in_chunk(const ksearch_segment *segment, cursor *at, uint16_t document) {
    const ksearch_chunk *chunk = at->chunk;
    if (chunk->is_bitmap) {
        const uint64_t *words = segment->bitmaps + (size_t)chunk->start * WORDS;
        uint32_t word = document >> 6;
        uint64_t bit = 1ull << (document & 63);
        if (!(words[word] & bit)) return NOT_THERE;
        return segment->ranks[(size_t)chunk->start * WORDS + word] + (uint32_t)__builtin_popcountll(words[word] & (bit - 1));
    }
    const uint16_t *array = segment->arrays + chunk->start;
    // Documents come in order, so the last place is a good start.
    uint32_t count = chunk->last + 1u, place = at->hint = gallop(array, count, at->hint, document);
    return place < count && array[place] == document ? place : NOT_THERE;
}

uint32_t high_frequency(const ksearch_segment *segment, uint32_t posting);

static inline uint32_t frequency_of(const ksearch_segment *segment, uint32_t posting) {
    uint32_t frequency = segment->frequencies[posting / 2] >> posting % 2 * 4 & 15;
    return frequency < HIGH_FREQUENCY ? frequency : high_frequency(segment, posting);
}

// The frequency of a document in a chunk, 0 where it is not there.
static inline uint32_t chunk_frequency(const ksearch_segment *segment, cursor *at, uint16_t document) {
    uint32_t place = place_in_chunk(segment, at, document);
    return place == NOT_THERE ? 0 : frequency_of(segment, at->chunk->frequencies + place);
}

// Whether a document of a block holds all phrases. The cursors stand in that block, at the document or before it.
bool holds_phrases(const ksearch_segment *segment, ksearch_workspace *room, const ksearch_query *query, uint32_t block,
                   uint16_t document);
