#include "workspace.h"

#include <stdlib.h>

ksearch_workspace *ksearch_workspace_open(uint32_t slots, uint32_t terms) {
    ksearch_workspace *room = calloc(1, sizeof *room);
    if (room == NULL) return NULL;
    room->slot_room = slots;
    room->term_room = terms;
    room->wanted = calloc(slots, sizeof *room->wanted);
    room->terms = calloc(terms, sizeof *room->terms);
    room->weights = calloc(terms, sizeof *room->weights);
    room->slots = calloc(slots, sizeof *room->slots);
    room->cursors = calloc(terms, sizeof *room->cursors);
    room->unions = calloc((size_t)slots * WORDS, sizeof *room->unions);
    room->ranks = calloc((size_t)slots * WORDS, sizeof *room->ranks);
    if (room->wanted && room->terms && room->weights && room->slots && room->cursors && room->unions && room->ranks) return room;
    ksearch_workspace_close(room);
    return NULL;
}

void ksearch_workspace_close(ksearch_workspace *room) {
    if (room == NULL) return;
    free(room->wanted);
    free(room->terms);
    free(room->weights);
    free(room->slots);
    free(room->cursors);
    free(room->unions);
    free(room->ranks);
    free(room->stripes);
    free(room);
}

void ksearch_query_begin(ksearch_workspace *room) {
    room->term_count = room->phrase_slot_count = 0;
    room->query = (ksearch_query){.slots = room->wanted, .phrases = room->phrases, .ranges = room->ranges, .sets = room->sets};
}

bool ksearch_query_term(ksearch_workspace *room, uint32_t term, float weight) {
    if (room->term_count == room->term_room) return false;
    room->terms[room->term_count] = term;
    room->weights[room->term_count++] = weight;
    return true;
}

bool ksearch_query_slot(ksearch_workspace *room) {
    ksearch_query *query = &room->query;
    uint32_t first = 0;
    if (query->slot_count > 0) {
        const ksearch_slot *last = &room->wanted[query->slot_count - 1];
        first = (uint32_t)(last->terms - room->terms) + last->count;
    }
    if (query->slot_count == room->slot_room || first == room->term_count) return false;
    room->wanted[query->slot_count++] = (ksearch_slot){room->terms + first, room->weights + first, room->term_count - first};
    return true;
}

// Where the phrase begins that is being put together.
static uint32_t phrase_start(const ksearch_workspace *room) {
    if (room->query.phrase_count == 0) return 0;
    const ksearch_phrase *last = &room->phrases[room->query.phrase_count - 1];
    return (uint32_t)(last->slots - room->phrase_slots) + last->count;
}

bool ksearch_query_phrase_slot(ksearch_workspace *room, uint32_t slot, uint32_t offset) {
    if (room->phrase_slot_count == MOST_PHRASE_SLOTS || slot >= room->query.slot_count || offset > KSEARCH_LAST_PLACE) return false;
    // A slot's places are walked once.
    for (uint32_t at = phrase_start(room); at < room->phrase_slot_count; at++) {
        if (room->phrase_slots[at].slot == slot) return false;
    }
    room->phrase_slots[room->phrase_slot_count++] = (ksearch_phrase_slot){slot, offset};
    return true;
}

bool ksearch_query_phrase(ksearch_workspace *room) {
    ksearch_query *query = &room->query;
    uint32_t first = phrase_start(room);
    if (query->phrase_count == MOST_PHRASES || first == room->phrase_slot_count) return false;
    room->phrases[query->phrase_count++] = (ksearch_phrase){room->phrase_slots + first, room->phrase_slot_count - first};
    return true;
}

bool ksearch_query_range(ksearch_workspace *room, const int32_t *column, int32_t least, int32_t most) {
    if (room->query.range_count == MOST_FILTERS) return false;
    room->ranges[room->query.range_count++] = (ksearch_range){column, least, most};
    return true;
}

bool ksearch_query_set(ksearch_workspace *room, const uint64_t *words) {
    if (room->query.set_count == MOST_FILTERS) return false;
    room->sets[room->query.set_count++] = words;
    return true;
}

const ksearch_query *ksearch_query_of(const ksearch_workspace *room) { return &room->query; }

static int compare(const ksearch_segment *segment, uint32_t term, const uint8_t *text, size_t length) {
    uint32_t start = segment->term_offsets[term];
    size_t own = segment->term_offsets[term + 1] - start;
    int order = memcmp(segment->term_bytes + start, text, own < length ? own : length);
    return order != 0 ? order : own < length ? -1 : own > length;
}

uint32_t ksearch_lower_bound(const ksearch_segment *segment, const uint8_t *text, size_t length) {
    uint32_t low = 0, high = segment->terms;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare(segment, middle, text, length) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

int64_t ksearch_find(const ksearch_segment *segment, const uint8_t *text, size_t length) {
    uint32_t at = ksearch_lower_bound(segment, text, length);
    return at < segment->terms && compare(segment, at, text, length) == 0 ? (int64_t)at : -1;
}
