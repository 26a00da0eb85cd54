#pragma once

#include <math.h>

#include "workspace.h"

// The worst of the best is on top; of equal scores the later document is worse.
typedef struct {
    uint32_t *documents;
    float *scores;
    uint32_t count, limit;
    float floor; // so many as are wanted score above it
} heap;

static inline bool is_worse(const heap *heap, uint32_t a, uint32_t b) {
    return heap->scores[a] < heap->scores[b] || (heap->scores[a] == heap->scores[b] && heap->documents[a] > heap->documents[b]);
}

static inline void swap(heap *heap, uint32_t a, uint32_t b) {
    float score = heap->scores[a];
    uint32_t document = heap->documents[a];
    heap->scores[a] = heap->scores[b];
    heap->documents[a] = heap->documents[b];
    heap->scores[b] = score;
    heap->documents[b] = document;
}

static inline void sink(heap *heap, uint32_t at, uint32_t count) {
    for (;;) {
        uint32_t child = 2 * at + 1;
        if (child >= count) return;
        if (child + 1 < count && is_worse(heap, child + 1, child)) child++;
        if (!is_worse(heap, child, at)) return;
        swap(heap, child, at);
        at = child;
    }
}

// Scores at or below this are not among the best. Documents come in order, so an equal score comes too late.
static inline float threshold(const heap *heap) { return heap->count < heap->limit ? heap->floor : heap->scores[0]; }

// Begins anew with documents in their order, where so many as are wanted are known to score no worse than the worst of these.
static inline void begin_anew(heap *heap) {
    if (heap->count == heap->limit) heap->floor = nextafterf(heap->scores[0], -1);
    heap->count = 0;
}

static inline void push(heap *heap, uint32_t document, float score) {
    if (heap->count < heap->limit) {
        uint32_t at = heap->count++;
        heap->documents[at] = document;
        heap->scores[at] = score;
        while (at > 0 && is_worse(heap, at, (at - 1) / 2)) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        return;
    }
    heap->documents[0] = document;
    heap->scores[0] = score;
    sink(heap, 0, heap->count);
}

static inline uint32_t sorted(heap *heap) {
    for (uint32_t count = heap->count; count > 1; count--) {
        swap(heap, 0, count - 1);
        sink(heap, 0, count - 1);
    }
    return heap->count;
}

// Whether the filters take a document.
static inline bool passes(const ksearch_query *query, uint32_t document) {
    for (uint32_t at = 0; at < query->set_count; at++) {
        if (!(query->sets[at][document / 64] >> (document & 63) & 1)) return false;
    }
    for (uint32_t at = 0; at < query->range_count; at++) {
        const ksearch_range *range = &query->ranges[at];
        if (range->column[document] < range->least || range->column[document] > range->most) return false;
    }
    return true;
}
