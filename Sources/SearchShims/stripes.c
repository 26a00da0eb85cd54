#include "workspace.h"

#include <math.h>
#include <stdlib.h>

// The most that a document of each stripe can get from a slot.
static void bound_slot(const ksearch_segment *segment, const slot_state *slot, uint32_t block, float *bounds) {
    memset(bounds, 0, STRIPES * sizeof *bounds);
    for (uint32_t at = 0; at < slot->count; at++) {
        const cursor *cursor = &slot->cursors[at];
        const ksearch_chunk *chunk = cursor->chunk;
        if (chunk == cursor->end || chunk->key != block) continue;
        for (uint32_t stripe = 0; stripe < STRIPES; stripe++) {
            float bound = cursor->weight * stripe_bound(segment, chunk, stripe);
            bounds[stripe] = bounds[stripe] > bound ? bounds[stripe] : bound;
        }
    }
}

static bool make_room(ksearch_workspace *room, uint32_t stripes) {
    if (stripes <= room->stripe_room) return true;
    float *grown = realloc(room->stripes, stripes * sizeof *grown);
    if (grown == NULL) return false;
    room->stripes = grown;
    room->stripe_room = stripes;
    return true;
}

// Asks for the bounds of all chunks before the first is waited for.
static void prefetch_bounds(const ksearch_workspace *room, const ksearch_segment *segment, uint32_t slots) {
    enum { LINE = 64 / sizeof(ksearch_bound) };
    for (uint32_t slot = 0; slot < slots; slot++) {
        for (uint32_t term = 0; term < room->slots[slot].count; term++) {
            const cursor *cursor = &room->slots[slot].cursors[term];
            for (const ksearch_chunk *chunk = cursor->first; chunk < cursor->end; chunk++) {
                if (chunk->stripes == UINT32_MAX) continue;
                for (uint32_t at = 0; at < STRIPES; at += LINE) __builtin_prefetch(segment->stripes + chunk->stripes + at);
            }
        }
    }
}

bool bound_stripes(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, bool is_all) {
    uint32_t blocks = (segment->documents + BLOCK - 1) / BLOCK;
    if (!make_room(room, blocks * STRIPES)) return false;
    prefetch_bounds(room, segment, query->slot_count);
    for (uint32_t block = 0; block < blocks; block++) {
        float *bounds = room->stripes + block * STRIPES, own[STRIPES];
        memset(bounds, 0, STRIPES * sizeof *bounds);
        uint32_t nearest = place_cursors(room, query->slot_count, block);
        if (is_all && nearest != block) continue;
        for (uint32_t slot = 0; slot < query->slot_count; slot++) {
            bound_slot(segment, &room->slots[slot], block, own);
            for (uint32_t stripe = 0; stripe < STRIPES; stripe++) {
                // Whatever is added to it, it stays below everything.
                if (is_all && own[stripe] == 0) bounds[stripe] = -INFINITY;
                bounds[stripe] += own[stripe];
            }
        }
        for (uint32_t stripe = 0; stripe < STRIPES; stripe++) bounds[stripe] = bounds[stripe] > 0 ? bounds[stripe] : 0;
    }
    return true;
}

static bool has_members(const ksearch_query *query, uint32_t block, uint32_t stripe) {
    if (query->set_count == 0) return true;
    size_t first = (size_t)block * WORDS + stripe * (STRIPE / 64);
    uint64_t any = 0;
    for (uint32_t word = 0; word < STRIPE / 64; word++) {
        uint64_t all = ~0ull;
        for (uint32_t set = 0; set < query->set_count; set++) all &= query->sets[set][first + word];
        any |= all;
    }
    return any != 0;
}

uint32_t find_promises(const ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, promise *promises) {
    uint32_t count = 0, stripes = (segment->documents + STRIPE - 1) / STRIPE;
    float least = 0;
    for (uint32_t stripe = 0; stripe < stripes; stripe++) {
        float bound = room->stripes[stripe];
        if (bound <= least || !has_members(query, stripe / STRIPES, stripe % STRIPES)) continue;
        uint32_t at = count < MOST_PROMISES ? count++ : count - 1;
        for (; at > 0 && promises[at - 1].bound < bound; at--) promises[at] = promises[at - 1];
        promises[at] = (promise){bound, stripe / STRIPES, stripe % STRIPES};
        if (count == MOST_PROMISES) least = promises[count - 1].bound;
    }
    return count;
}

void bound_groups(const ksearch_segment *segment, const slot_state *slot, uint32_t block, uint32_t stripe,
                  float bounds[STRIPE / GROUP]) {
    for (uint32_t group = 0; group < STRIPE / GROUP; group++) bounds[group] = 0;
    for (uint32_t term = 0; term < slot->count; term++) {
        const cursor *cursor = &slot->cursors[term];
        const ksearch_chunk *chunk = cursor->chunk;
        if (chunk == cursor->end || chunk->key != block) continue;
        if (!chunk->is_bitmap || chunk->stripes == UINT32_MAX) {
            float bound = cursor->weight * stripe_bound(segment, chunk, stripe);
            for (uint32_t group = 0; group < STRIPE / GROUP; group++) bounds[group] = bounds[group] > bound ? bounds[group] : bound;
            continue;
        }
        const ksearch_bound *groups = segment->stripes + chunk->stripes + STRIPES + stripe * (STRIPE / GROUP);
        for (uint32_t group = 0; group < STRIPE / GROUP; group++) {
            float bound = cursor->weight * saturated_bound(segment, &groups[group]);
            bounds[group] = bounds[group] > bound ? bounds[group] : bound;
        }
    }
}
