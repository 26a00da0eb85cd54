#include "workspace.h"

#include <stdlib.h>

ksearch_workspace *ksearch_workspace_open(uint32_t slots, uint32_t terms) {
    ksearch_workspace *room = calloc(1, sizeof *room);
    if (room == NULL) return NULL;
    room->slot_room = slots;
    room->term_room = terms;
    room->slots = calloc(slots, sizeof *room->slots);
    room->cursors = calloc(terms, sizeof *room->cursors);
    room->unions = calloc((size_t)slots * WORDS, sizeof *room->unions);
    if (room->slots != NULL && room->cursors != NULL && room->unions != NULL) return room;
    ksearch_workspace_close(room);
    return NULL;
}

void ksearch_workspace_close(ksearch_workspace *room) {
    if (room == NULL) return;
    free(room->slots);
    free(room->cursors);
    free(room->unions);
    free(room);
}

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
