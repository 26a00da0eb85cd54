#include "workspace.h"

enum { UNTESTED, SOUND, DAMAGED };

// Two threads may test a block at once: both find the same.
static __attribute__((noinline)) bool test(const ksearch_guard *guard, size_t block) {
    size_t start = block * KSEARCH_TESTED, left = guard->length - start;
    uint64_t sum;
    memcpy(&sum, guard->checksums + 8 * block, sizeof sum);
    bool is_sound = ksearch_checksum(guard->bytes + start, left < KSEARCH_TESTED ? left : KSEARCH_TESTED) == sum;
    __atomic_store_n(&guard->tested[block], is_sound ? SOUND : DAMAGED, __ATOMIC_RELAXED);
    return is_sound;
}

static inline bool touch_bytes(const ksearch_guard *guard, size_t start, size_t length) {
    if (start >= guard->length || length == 0) return true;
    if (length > guard->length - start) length = guard->length - start;
    size_t last = (start + length - 1) / KSEARCH_TESTED;
    for (size_t block = start / KSEARCH_TESTED; block <= last; block++) {
        // The bytes never change, so that nothing has to be seen in order.
        uint8_t known = __atomic_load_n(&guard->tested[block], __ATOMIC_RELAXED);
        if (__builtin_expect(known != SOUND, 0) && (known == DAMAGED || !test(guard, block))) return false;
    }
    return true;
}

bool ksearch_touch(const ksearch_guard *guard, size_t start, size_t length) { return touch_bytes(guard, start, length); }

bool ksearch_test(const ksearch_guard *guard) {
    bool is_sound = true;
    for (size_t block = 0; block * KSEARCH_TESTED < guard->length; block++) is_sound &= test(guard, block);
    return is_sound;
}

static inline bool touch(const ksearch_segment *segment, ksearch_part part, size_t start, size_t length, ksearch_part *damaged) {
    if (touch_bytes(&segment->guards[part], start, length)) return true;
    *damaged = part;
    return false;
}

// Lists lie one behind the other as the builder wrote them: between two chunks that are arrays there is a bitmap where there are more
// postings than numbers in arrays.
static bool is_between(const ksearch_chunk *array, const ksearch_chunk *other) {
    return other->start - array->start != other->frequencies - array->frequencies;
}

// The first of some chunks that is a bitmap; `end` where none is.
static uint32_t first_bitmap(const ksearch_chunk *chunks, uint32_t chunk, uint32_t end) {
    uint32_t low = chunk, high = end;
    if (chunk == end || chunks[chunk].is_bitmap) return chunk;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (chunks[middle].is_bitmap || is_between(&chunks[chunk], &chunks[middle])) high = middle;
        else low = middle + 1;
    }
    return low;
}

// Where the last bitmap of chunks that have one ends.
static uint32_t last_bitmap(const ksearch_chunk *chunks, uint32_t chunk, uint32_t end) {
    uint32_t low = chunk, high = end;
    if (chunks[end - 1].is_bitmap) return end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (chunks[middle].is_bitmap || is_between(&chunks[middle], &chunks[end - 1])) low = middle + 1;
        else high = middle;
    }
    return low;
}

static bool touch_bitmaps(const ksearch_segment *segment, uint32_t chunk, uint32_t end, ksearch_part *damaged) {
    uint32_t first = first_bitmap(segment->chunk, chunk, end);
    if (first == end) return true;
    size_t from = segment->chunk[first].start, until = segment->chunk[last_bitmap(segment->chunk, first, end) - 1].start + 1ull;
    if (until <= from) return true;
    return touch(segment, KSEARCH_BITMAPS, from * WORDS * 8, (until - from) * WORDS * 8, damaged) &&
           touch(segment, KSEARCH_RANKS, from * WORDS * 2, (until - from) * WORDS * 2, damaged);
}

static bool touch_arrays(const ksearch_segment *segment, uint32_t chunk, uint32_t end, ksearch_part *damaged) {
    while (chunk < end && segment->chunk[chunk].is_bitmap) chunk++;
    if (chunk == end) return true;
    while (segment->chunk[end - 1].is_bitmap) end--;
    size_t from = segment->chunk[chunk].start, until = (size_t)segment->chunk[end - 1].start + segment->chunk[end - 1].last + 1;
    return until <= from || touch(segment, KSEARCH_ARRAYS, from * 2, (until - from) * 2, damaged);
}

static bool touch_scores(const ksearch_segment *segment, uint32_t chunk, uint32_t end, ksearch_part *damaged) {
    const ksearch_chunk *last = &segment->chunk[end - 1];
    size_t from = segment->chunk[chunk].frequencies / 2, until = ((size_t)last->frequencies + last->last) / 2 + 1;
    if (from < until && !touch(segment, KSEARCH_FREQUENCIES, from, until - from, damaged)) return false;
    bool has_high = false;
    for (; chunk < end; chunk++) {
        const ksearch_chunk *own = &segment->chunk[chunk];
        has_high |= own->most >= HIGH_FREQUENCY;
        if (own->stripes == UINT32_MAX) continue;
        size_t bounds = own->is_bitmap ? STRIPES + GROUPS : STRIPES, size = sizeof(ksearch_bound);
        if (!touch(segment, KSEARCH_STRIPES, own->stripes * size, bounds * size, damaged)) return false;
    }
    // They are looked for by halving.
    return !has_high || (touch(segment, KSEARCH_HIGH, 0, SIZE_MAX, damaged) &&
                         touch(segment, KSEARCH_HIGH_FREQUENCIES, 0, SIZE_MAX, damaged));
}

static bool touch_places(const ksearch_segment *segment, uint32_t chunk, uint32_t end, ksearch_part *damaged) {
    for (; chunk < end; chunk++) {
        const ksearch_chunk *own = &segment->chunk[chunk];
        if (own->places == UINT32_MAX) continue;
        // A posting's `more` are found from its group's first on.
        size_t first = own->places / PLACE_GROUP, last = ((size_t)own->places + own->last) / PLACE_GROUP;
        size_t start = first * PLACE_GROUP, until = (size_t)own->places + own->last + 1;
        if (!touch(segment, KSEARCH_PLACES, start, until - start, damaged)) return false;
        bool is_last = (last + 1) * PLACE_GROUP >= segment->guards[KSEARCH_PLACES].length;
        size_t more = segment->more_offsets[first], more_end = is_last ? segment->more_size : segment->more_offsets[last + 1];
        if (more < more_end && !touch(segment, KSEARCH_MORE, more, more_end - more, damaged)) return false;
    }
    return true;
}

bool ksearch_touch_terms(const ksearch_segment *segment, uint32_t term, uint32_t end, bool is_scored, ksearch_part *damaged) {
    if (segment->guards == NULL || term >= end) return true;
    uint32_t chunk = segment->term[term].first_chunk, last = segment->term[end].first_chunk;
    if (chunk == last) return true;
    if (!touch_arrays(segment, chunk, last, damaged) || !touch_bitmaps(segment, chunk, last, damaged)) return false;
    return !is_scored || (touch(segment, KSEARCH_LENGTHS, 0, SIZE_MAX, damaged) && touch_scores(segment, chunk, last, damaged));
}

bool ksearch_touch_query(const ksearch_segment *segment, const ksearch_query *query, bool is_scored, ksearch_part *damaged) {
    if (segment->guards == NULL) return true;
    for (uint32_t slot = 0; slot < query->slot_count; slot++) {
        const ksearch_slot *own = &query->slots[slot];
        for (uint32_t at = 0; at < own->count; at++) {
            if (!ksearch_touch_terms(segment, own->terms[at], own->terms[at] + 1, is_scored, damaged)) return false;
        }
    }
    for (uint32_t phrase = 0; phrase < query->phrase_count; phrase++) {
        for (uint32_t at = 0; at < query->phrases[phrase].count; at++) {
            const ksearch_slot *own = &query->slots[query->phrases[phrase].slots[at].slot];
            for (uint32_t each = 0; each < own->count; each++) {
                const ksearch_term *term = &segment->term[own->terms[each]];
                if (!touch_places(segment, term[0].first_chunk, term[1].first_chunk, damaged)) return false;
            }
        }
    }
    return true;
}

bool ksearch_touch_text(const ksearch_segment *segment) {
    return segment->guards == NULL || ksearch_touch(&segment->guards[KSEARCH_TEXT], 0, SIZE_MAX);
}
