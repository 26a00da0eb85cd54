#pragma once

#include "builder.h"

// A term's postings that go somewhere, and the places of those with several.
typedef struct {
    listed *postings;
    uint32_t *more;
    size_t count, room, more_count, more_room;
} decoded;

// Reads a segment's terms one after the other. Its lists lie in it as its builder wrote them, without gaps, so that it is behind the last
// posting of each.
typedef struct {
    const ksearch_source *source;
    uint32_t term; // that is being looked at
    size_t postings, arrays, bitmaps, places, more, high;
    uint64_t *lengths; // sums of the frequencies of documents that go nowhere; NULL where nobody asks
    decoded terms;
    bool is_damaged;
} reader;

// Says so; false.
static inline bool damaged(reader *reader) {
    reader->is_damaged = true;
    return false;
}

const uint8_t *term_text(const reader *reader, uint32_t term, size_t *length);
int compare_texts(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length);
// Reads the postings of the term that is being looked at, and goes to the next. False where it is damaged or there is no memory.
bool read_term(reader *reader);
// Adds what all chunks hold, unless they lie over each other: there is so much room for them as the segment has bytes.
bool count_postings(reader *reader, size_t *postings);
// How long all documents were that go nowhere; reads the whole segment where there is one.
bool lost_length(reader *of, uint64_t *lost);
