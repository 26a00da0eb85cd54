#pragma once

#include <stdlib.h>

#include "workspace.h"

typedef struct {
    uint64_t hash;
    uint32_t start, length;
    uint32_t documents;
    uint32_t last; // the document that had it last, and one
    size_t posting; // there
    uint32_t more; // how many places stand in the builder's `more`
    bool has_places;
} entry;

typedef struct {
    uint32_t term;
    uint8_t frequency;
    uint8_t place; // as in a segment
} posting;

// A place of a posting with several of them, or with one that no byte holds; in the order in which they came.
typedef struct {
    uint32_t posting;
    uint32_t place; // FIRST_PLACE with the first of the posting's
} more_place;

enum { FIRST_PLACE = 1u << 31 };

// Behind what a document has put into the builder's lists.
typedef struct {
    size_t postings, more;
} document_end;

struct ksearch_builder {
    entry *entries;
    uint32_t *slots; // numbers of entries and one, by hash
    uint32_t entry_count, entry_room, slot_room;
    uint8_t *text;
    size_t text_size, text_room;
    posting *postings; // in the order of the documents
    size_t count, room;
    more_place *more;
    size_t more_count, more_room;
    document_end *ends;
    uint8_t *lengths;
    uint32_t documents, document_room;
    uint64_t length, total;
    bool is_finished;
    ksearch_parts parts;
};

// Grows a list to hold so many; its room doubles.
static inline bool grow(void **list, size_t size, size_t *room, size_t needed) {
    if (needed <= *room) return true;
    size_t wanted = *room < 1024 ? 1024 : *room * 2;
    if (wanted < needed) wanted = needed;
    void *grown = realloc(*list, wanted * size);
    if (grown == NULL) return false;
    *list = grown;
    *room = wanted;
    return true;
}

// A term's posting on its way into a chunk.
typedef struct {
    uint32_t document;
    uint8_t frequency;
    uint8_t place;
} listed;

// Lists of a segment on their way; `posting_count` postings stand in them.
typedef struct {
    ksearch_chunk *chunks;
    uint16_t *arrays, *ranks;
    uint64_t *bitmaps;
    ksearch_bound *stripes;
    uint8_t *frequencies, *high_frequencies, *places, *more;
    uint32_t *high, *more_offsets;
    size_t posting_count, chunk_count, chunk_room, array_size, bitmap_count, bitmap_room, rank_room, stripe_count, stripe_room, high_count,
        high_room, high_frequency_room, place_count, more_size, more_room;
} lists;

// Makes room for so many postings.
bool open_lists(lists *lists, size_t postings);
// Puts all postings of the next term into the lists, sorted by their documents. `more` are the places of those that have more than fit into
// a byte, and moves behind them; NULL where the term's places were not kept.
bool add_term(lists *lists, ksearch_term *term, const ksearch_segment *norms, const listed *postings, size_t count,
              const uint8_t *lengths, uint32_t **more);
// What the builder keeps once its lists are made, or what there is of them: it frees them.
void keep_lists(ksearch_builder *builder, const lists *lists, uint32_t terms, size_t text_size, const uint8_t *text,
                const uint32_t *offsets, const ksearch_term *term);
