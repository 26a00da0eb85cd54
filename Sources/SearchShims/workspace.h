#pragma once

#include <string.h>

#include "SearchShims.h"

enum { BLOCK = 65536, WORDS = BLOCK / 64, STRIPE = 1024, STRIPES = BLOCK / STRIPE, GROUP = 128, GROUPS = BLOCK / GROUP };
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
    const ksearch_chunk *chunk, *end;
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
    uint16_t documents[BLOCK + 8], spare[BLOCK + 8]; // vectors are stored whole
    uint64_t words[WORDS];
    float sums[STRIPE], best[STRIPE];
    float bounds[GROUPS], slot_bounds[GROUPS];
};

// Walks the documents with all slots, a portion of a block at a time.
typedef struct scan {
    ksearch_workspace *room;
    const ksearch_segment *segment;
    const ksearch_query *query;
    uint32_t block, blocks;
    uint32_t placed;  // the block that the cursors stand in, and one
    uint32_t stripe;  // where the next portion begins in the block
    uint32_t portion; // how many stripes it has; it doubles, for the more has been seen the less is left to find
} scan;

void scan_open(scan *scan, ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
               uint32_t portion);
// Puts the documents of the next portion that has any into room->documents; 0 behind the last. Filters hold. Those that can't score above
// the threshold may be left out; room->bounds has the most that a document of each group can score, where the threshold is wanted at all.
uint32_t scan_next(scan *scan, uint32_t *base, float threshold);

enum { NO_THRESHOLD = -2 };

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
