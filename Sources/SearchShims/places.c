#include "workspace.h"

uint32_t high_frequency(const ksearch_segment *segment, uint32_t posting) {
    uint32_t low = 0, high = segment->high_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (segment->high[middle] < posting) low = middle + 1;
        else high = middle;
    }
    // It is there, but in a damaged segment.
    return low < segment->high_count && segment->high[low] == posting ? segment->high_frequencies[low] : HIGH_FREQUENCY;
}

// Goes to the next place: a difference in groups of six bits, the lowest first. Bit 6 says that another group follows, bit 7 that the
// posting ends.
static bool next(places *places) {
    uint32_t difference = 0;
    for (uint32_t shift = 0; shift < 24 && places->at < places->end; shift += 6) {
        uint8_t byte = *places->at++;
        difference |= (uint32_t)(byte & 63) << shift;
        if (byte & 128) places->end = places->at;
        if (byte & 64) continue;
        places->now += difference;
        return true;
    }
    places->at = places->end;
    return false;
}

// Opens a posting's places and goes to the first; false where it has none.
static bool open_places(const ksearch_segment *segment, const ksearch_chunk *chunk, uint32_t place, places *places) {
    if (chunk->places == UINT32_MAX || place > chunk->last) return false;
    uint32_t posting = chunk->places + place, first = posting / PLACE_GROUP * PLACE_GROUP;
    places->at = places->end = NULL;
    places->now = segment->places[posting];
    if (places->now < NOWHERE) return true;
    if (places->now == NOWHERE) return false;
    uint32_t before = 0;
    for (uint32_t other = first; other < posting; other++) before += segment->places[other] == MORE_PLACES;
    const uint8_t *at = segment->more + segment->more_offsets[posting / PLACE_GROUP], *end = segment->more + segment->more_size;
    while (before > 0 && at < end) before -= *at++ >> 7;
    places->at = at;
    places->end = end;
    places->now = 0;
    return next(places);
}

// The first place of a slot that is not before one; KSEARCH_NO_PLACE where there is none. Each place is passed once.
static uint32_t slot_place(slot_state *slot, uint32_t least) {
    uint32_t nearest = KSEARCH_NO_PLACE;
    for (uint32_t at = 0; at < slot->count; at++) {
        places *places = &slot->cursors[at].places;
        while (places->now < least) {
            if (!next(places)) places->now = KSEARCH_NO_PLACE;
        }
        if (places->now < nearest) nearest = places->now;
    }
    return nearest;
}

static bool holds_phrase(const ksearch_segment *segment, ksearch_workspace *room, const ksearch_phrase *phrase, uint32_t block,
                         uint16_t document) {
    for (uint32_t at = 0; at < phrase->count; at++) {
        slot_state *slot = &room->slots[phrase->slots[at].slot];
        bool is_there = false;
        for (uint32_t term = 0; term < slot->count; term++) {
            cursor *cursor = &slot->cursors[term];
            cursor->places = (places){.now = KSEARCH_NO_PLACE};
            if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
            uint32_t place = place_in_chunk(segment, cursor, document);
            if (place == NOT_THERE) continue;
            if (open_places(segment, cursor->chunk, place, &cursor->places)) is_there = true;
            else cursor->places.now = KSEARCH_NO_PLACE;
        }
        if (!is_there) return false;
    }
    // Where the phrase can begin grows until all slots agree.
    uint32_t begin = 0;
    for (uint32_t at = 0; at < phrase->count;) {
        const ksearch_phrase_slot *own = &phrase->slots[at];
        uint32_t wanted = begin + own->offset, found = slot_place(&room->slots[own->slot], wanted);
        if (found == KSEARCH_NO_PLACE) return false;
        if (found == wanted) {
            at++;
        } else {
            begin = found - own->offset;
            at = 0;
        }
    }
    return true;
}

bool holds_phrases(const ksearch_segment *segment, ksearch_workspace *room, const ksearch_query *query, uint32_t block,
                   uint16_t document) {
    for (uint32_t at = 0; at < query->phrase_count; at++) {
        if (!holds_phrase(segment, room, &query->phrases[at], block, document)) return false;
    }
    return true;
}
