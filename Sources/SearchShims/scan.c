#include "workspace.h"

void scan_open(scan *scan, ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
               uint32_t portion) {
    *scan = (struct scan){0};
    scan->room = room;
    scan->segment = segment;
    scan->query = query;
    scan->block = from / BLOCK;
    scan->stripe = from % BLOCK / STRIPE;
    scan->portion = portion;
    scan->blocks = (segment->documents + BLOCK - 1) / BLOCK;
    cursor *next = room->cursors;
    for (uint32_t slot = 0; slot < query->slot_count; slot++) {
        const ksearch_slot *wanted = &query->slots[slot];
        room->slots[slot] = (slot_state){.cursors = next, .count = wanted->count};
        for (uint32_t term = 0; term < wanted->count; term++, next++) {
            const ksearch_term *own = &segment->term[wanted->terms[term]];
            *next = (cursor){segment->chunk + own[0].first_chunk, segment->chunk + own[1].first_chunk, 0, 0, 0, wanted->weights[term], {0}};
        }
    }
}

// Moves every cursor of a slot to a block or behind it. The first block that it can be in.
static uint32_t advance(slot_state *slot, uint32_t block) {
    uint32_t nearest = UINT32_MAX;
    slot->here = 0;
    for (uint32_t at = 0; at < slot->count; at++) {
        cursor *cursor = &slot->cursors[at];
        while (cursor->chunk < cursor->end && cursor->chunk->key < block) cursor->chunk++;
        if (cursor->chunk == cursor->end) continue;
        cursor->hint = cursor->until = 0;
        uint32_t key = cursor->chunk->key;
        if (key < nearest) nearest = key;
        if (key == block && slot->here++ == 0) slot->only = cursor;
    }
    return nearest;
}

// The portion of a block, in words of its bits.
typedef struct {
    uint32_t first, end;
} portion;

// Where a portion lies in a chunk's array. Portions come in order.
static void place_in_array(const ksearch_segment *segment, cursor *cursor, portion portion) {
    const uint16_t *array = segment->arrays + cursor->chunk->start;
    uint32_t count = cursor->chunk->last + 1u;
    cursor->begin = gallop(array, count, cursor->until, (uint16_t)(portion.first * 64));
    cursor->until = portion.end == WORDS ? count : gallop(array, count, cursor->begin, (uint16_t)(portion.end * 64));
}

// The bits of a chunk, whatever its kind, or-ed into words.
static void chunk_into(const ksearch_segment *segment, cursor *cursor, portion portion, uint64_t *words) {
    const ksearch_chunk *chunk = cursor->chunk;
    if (chunk->is_bitmap) {
        const uint64_t *own = segment->bitmaps + (size_t)chunk->start * WORDS;
        for (uint32_t word = portion.first; word < portion.end; word++) words[word] |= own[word];
    } else {
        place_in_array(segment, cursor, portion);
        const uint16_t *array = segment->arrays + chunk->start;
        for (uint32_t at = cursor->begin; at < cursor->until; at++) words[array[at] >> 6] |= 1ull << (array[at] & 63);
    }
}

static uint32_t bits_to_documents(const uint64_t *words, portion portion, uint16_t *out) {
    uint32_t count = 0;
    for (uint32_t word = portion.first; word < portion.end; word++) {
        for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            out[count++] = (uint16_t)(word * 64 + (uint32_t)__builtin_ctzll(bits));
        }
    }
    return count;
}

static uint32_t keep_in_bits(const uint16_t *from, uint32_t count, const uint64_t *words, uint16_t *out) {
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint16_t document = from[at];
        out[kept] = document;
        kept += words[document >> 6] >> (document & 63) & 1;
    }
    return kept;
}

// Puts the most that a document of each group of a portion can score by a term into `bounds`, where it is more than what is there.
static void raise_bounds(const ksearch_segment *segment, const cursor *cursor, uint32_t first, uint32_t end, float *bounds) {
    const ksearch_chunk *chunk = cursor->chunk;
    if (chunk->stripes == UINT32_MAX) {
        float bound = cursor->weight * saturated(segment, chunk->most, chunk->shortest);
        for (uint32_t group = first; group < end; group++) bounds[group] = bounds[group] > bound ? bounds[group] : bound;
        return;
    }
    const ksearch_bound *stripes = segment->stripes + chunk->stripes;
    if (chunk->is_bitmap) {
        for (uint32_t group = first; group < end; group++) {
            float bound = cursor->weight * saturated_bound(segment, &stripes[STRIPES + group]);
            bounds[group] = bounds[group] > bound ? bounds[group] : bound;
        }
        return;
    }
    // A portion is of whole stripes.
    for (uint32_t group = first; group < end;) {
        float bound = cursor->weight * saturated_bound(segment, &stripes[group / (STRIPE / GROUP)]);
        for (uint32_t each = 0; each < STRIPE / GROUP; each++, group++) {
            bounds[group] = bounds[group] > bound ? bounds[group] : bound;
        }
    }
}

// The most that a document of each group of a portion can score by all slots.
static void bound_groups(scan *scan, portion portion) {
    ksearch_workspace *room = scan->room;
    uint32_t first = portion.first * 64 / GROUP, end = portion.end * 64 / GROUP;
    memset(room->bounds + first, 0, (end - first) * sizeof *room->bounds);
    for (uint32_t slot = 0; slot < scan->query->slot_count; slot++) {
        const slot_state *own = &room->slots[slot];
        memset(room->slot_bounds + first, 0, (end - first) * sizeof *room->slot_bounds);
        for (uint32_t term = 0; term < own->count; term++) {
            const cursor *cursor = &own->cursors[term];
            if (cursor->chunk == cursor->end || cursor->chunk->key != scan->block) continue;
            raise_bounds(scan->segment, cursor, first, end, room->slot_bounds);
        }
        for (uint32_t group = first; group < end; group++) room->bounds[group] += room->slot_bounds[group];
    }
}

// All documents of a portion that are in every one of some bitmaps and of the filters' sets.
static uint32_t intersect_bits(scan *scan, portion portion, const uint64_t *const *bits, uint32_t bit_count, float threshold) {
    ksearch_workspace *room = scan->room;
    const ksearch_query *query = scan->query;
    uint64_t *words = room->words;
    size_t size = (portion.end - portion.first) * sizeof *words, base = (size_t)scan->block * WORDS;
    if (bit_count > 0) memcpy(words + portion.first, bits[0] + portion.first, size);
    else memset(words + portion.first, 0xFF, size);
    for (uint32_t at = 1; at < bit_count; at++) {
        for (uint32_t word = portion.first; word < portion.end; word++) words[word] &= bits[at][word];
    }
    for (uint32_t at = 0; at < query->set_count; at++) {
        const uint64_t *set = query->sets[at] + base;
        for (uint32_t word = portion.first; word < portion.end; word++) words[word] &= set[word];
    }
    if (threshold >= 0) {
        for (uint32_t word = portion.first; word < portion.end; word++) {
            words[word] &= room->bounds[word / (GROUP / 64)] > threshold ? ~0ull : 0;
        }
    }
    return bits_to_documents(words, portion, room->documents);
}

// Of a sorted array, the documents of groups that can score above the threshold.
static uint32_t keep_groups(const float *bounds, portion portion, const uint16_t *array, uint32_t count, float threshold,
                            uint16_t *out) {
    uint32_t first = portion.first * 64 / GROUP, end = portion.end * 64 / GROUP, groups = 0, kept = 0;
    for (uint32_t group = first; group < end; group++) groups += bounds[group] > threshold;
    if (groups == 0) return 0;
    if (groups * 4 > end - first) {
        // Most of them: one by one without branches.
        for (uint32_t at = 0; at < count; at++) {
            uint16_t document = array[at];
            out[kept] = document;
            kept += bounds[document / GROUP] > threshold;
        }
        return kept;
    }
    for (uint32_t group = first, at = 0; group < end && at < count; group++) {
        if (!(bounds[group] > threshold)) continue;
        at = gallop(array, count, at, (uint16_t)(group * GROUP));
        while (at < count && array[at] / GROUP == group) out[kept++] = array[at++];
    }
    return kept;
}

// The documents of a portion that have all slots and are in all sets.
static uint32_t intersect(scan *scan, portion portion, float threshold) {
    ksearch_workspace *room = scan->room;
    const ksearch_segment *segment = scan->segment;
    const ksearch_query *query = scan->query;
    const uint64_t *bits[64] = {NULL};
    cursor *arrays[64];
    uint32_t bit_count = 0, array_count = 0;
    for (uint32_t at = 0; at < query->slot_count; at++) {
        slot_state *slot = &room->slots[at];
        if (slot->here > 1) {
            uint64_t *all = room->unions + (size_t)at * WORDS;
            memset(all + portion.first, 0, (portion.end - portion.first) * sizeof *all);
            for (uint32_t term = 0; term < slot->count; term++) {
                cursor *cursor = &slot->cursors[term];
                if (cursor->chunk < cursor->end && cursor->chunk->key == scan->block) chunk_into(segment, cursor, portion, all);
            }
            bits[bit_count++] = all;
        } else if (slot->only->chunk->is_bitmap) {
            bits[bit_count++] = segment->bitmaps + (size_t)slot->only->chunk->start * WORDS;
        } else {
            place_in_array(segment, slot->only, portion);
            // The shortest first.
            uint32_t place = array_count++, count = slot->only->until - slot->only->begin;
            while (place > 0 && arrays[place - 1]->until - arrays[place - 1]->begin > count) {
                arrays[place] = arrays[place - 1];
                place--;
            }
            arrays[place] = slot->only;
        }
    }
    if (array_count == 0) return intersect_bits(scan, portion, bits, bit_count, threshold);
    const uint16_t *from = segment->arrays + arrays[0]->chunk->start + arrays[0]->begin;
    uint32_t count = arrays[0]->until - arrays[0]->begin;
    if (threshold >= 0) {
        count = keep_groups(room->bounds, portion, from, count, threshold, room->documents);
        from = room->documents;
    }
    for (uint32_t at = 1; at < array_count && count > 0; at++) {
        uint16_t *out = from == room->documents ? room->spare : room->documents;
        const cursor *other = arrays[at];
        count = intersect_arrays(from, count, segment->arrays + other->chunk->start + other->begin, other->until - other->begin, out);
        from = out;
    }
    if (from != room->documents) memcpy(room->documents, from, count * sizeof *from);
    for (uint32_t at = 0; at < bit_count && count > 0; at++) {
        count = keep_in_bits(room->documents, count, bits[at], room->documents);
    }
    for (uint32_t at = 0; at < query->set_count && count > 0; at++) {
        count = keep_in_bits(room->documents, count, query->sets[at] + (size_t)scan->block * WORDS, room->documents);
    }
    return count;
}

static uint32_t keep_in_ranges(scan *scan, uint32_t base, uint32_t count) {
    const ksearch_query *query = scan->query;
    uint16_t *documents = scan->room->documents;
    for (uint32_t range = 0; range < query->range_count && count > 0; range++) {
        const int32_t *column = query->ranges[range].column + base;
        int32_t least = query->ranges[range].least, most = query->ranges[range].most;
        uint32_t kept = 0;
        for (uint32_t at = 0; at < count; at++) {
            uint16_t document = documents[at];
            documents[kept] = document;
            kept += column[document] >= least && column[document] <= most;
        }
        count = kept;
    }
    return count;
}

uint32_t scan_next(scan *scan, uint32_t *base, float threshold) {
    const ksearch_query *query = scan->query;
    while (scan->block < scan->blocks) {
        uint32_t block = scan->block, first = block * BLOCK, target = block;
        for (uint32_t slot = 0; slot < query->slot_count; slot++) {
            // Within a block the cursors stay.
            if (scan->placed == block + 1) break;
            uint32_t nearest = advance(&scan->room->slots[slot], block);
            if (nearest > target) target = nearest;
        }
        if (target != block) {
            scan->block = target;
            scan->stripe = 0;
            continue;
        }
        scan->placed = block + 1;
        uint32_t left = scan->segment->documents - first, end = scan->stripe + scan->portion;
        if (end > STRIPES) end = STRIPES;
        portion portion = {scan->stripe * (STRIPE / 64), end * (STRIPE / 64)};
        if (threshold != NO_THRESHOLD) bound_groups(scan, portion);
        uint32_t count = keep_in_ranges(scan, first, intersect(scan, portion, threshold));
        if (left < BLOCK) {
            // Behind the last document there are none, but in a damaged segment and where there is no slot.
            uint32_t kept = 0;
            for (uint32_t at = 0; at < count; at++) {
                uint16_t document = scan->room->documents[at];
                scan->room->documents[kept] = document;
                kept += document < left;
            }
            count = kept;
        }
        *base = first;
        scan->portion = scan->portion * 2 < STRIPES ? scan->portion * 2 : STRIPES;
        scan->stripe = end;
        // The caller may still look at this block's cursors.
        if (end == STRIPES || end * STRIPE >= left) {
            scan->block = block + 1;
            scan->stripe = 0;
        }
        if (count > 0) return count;
    }
    return 0;
}
