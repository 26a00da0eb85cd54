#include "workspace.h"

void open_cursors(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query) {
    cursor *next = room->cursors;
    for (uint32_t slot = 0; slot < query->slot_count; slot++) {
        const ksearch_slot *wanted = &query->slots[slot];
        room->slots[slot] = (slot_state){.cursors = next, .count = wanted->count};
        for (uint32_t term = 0; term < wanted->count; term++, next++) {
            const ksearch_term *own = &segment->term[wanted->terms[term]];
            const ksearch_chunk *first = segment->chunk + own[0].first_chunk, *end = segment->chunk + own[1].first_chunk;
            *next = (cursor){.chunk = first, .first = first, .end = end, .weight = wanted->weights[term]};
        }
    }
}

uint32_t place_cursors(ksearch_workspace *room, uint32_t slots, uint32_t block) {
    uint32_t target = block;
    for (uint32_t at = 0; at < slots; at++) {
        slot_state *slot = &room->slots[at];
        uint32_t nearest = UINT32_MAX;
        slot->here = 0;
        for (uint32_t term = 0; term < slot->count; term++) {
            cursor *cursor = &slot->cursors[term];
            if (cursor->chunk > cursor->first && cursor->chunk[-1].key >= block) cursor->chunk = cursor->first;
            while (cursor->chunk < cursor->end && cursor->chunk->key < block) cursor->chunk++;
            cursor->hint = cursor->until = 0;
            if (cursor->chunk == cursor->end) continue;
            uint32_t key = cursor->chunk->key;
            if (key < nearest) nearest = key;
            if (key == block && slot->here++ == 0) slot->only = cursor;
        }
        if (nearest > target) target = nearest;
    }
    return target;
}

void scan_open(scan *scan, ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
               uint32_t portion) {
    *scan = (struct scan){.room = room, .segment = segment, .query = query, .block = from / BLOCK,
                          .blocks = (segment->documents + BLOCK - 1) / BLOCK, .stripe = from % BLOCK / STRIPE, .portion = portion};
    open_cursors(room, segment, query);
}

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

// The bits of an array and their ranks. Backwards, so that each word keeps the rank of its first.
static void array_into(const ksearch_segment *segment, cursor *cursor, portion portion, uint64_t *words, uint16_t *ranks) {
    place_in_array(segment, cursor, portion);
    const uint16_t *array = segment->arrays + cursor->chunk->start;
    for (uint32_t at = cursor->until; at > cursor->begin; at--) {
        uint16_t document = array[at - 1];
        words[document >> 6] |= 1ull << (document & 63);
        ranks[document >> 6] = (uint16_t)(at - 1);
    }
}

const uint64_t *slot_bits(ksearch_workspace *room, const ksearch_segment *segment, uint32_t slot, uint32_t block, portion portion,
                          const uint16_t **ranks) {
    const slot_state *own = &room->slots[slot];
    if (own->here == 1 && own->only->chunk->is_bitmap) {
        size_t start = (size_t)own->only->chunk->start * WORDS;
        if (ranks != NULL) *ranks = segment->ranks + start;
        return segment->bitmaps + start;
    }
    uint64_t *all = room->unions + (size_t)slot * WORDS;
    memset(all + portion.first, 0, (portion.end - portion.first) * sizeof *all);
    if (own->here == 1) {
        uint16_t *own_ranks = room->ranks + (size_t)slot * WORDS;
        if (ranks != NULL) *ranks = own_ranks;
        array_into(segment, own->only, portion, all, own_ranks);
        return all;
    }
    for (uint32_t term = 0; term < own->count; term++) {
        cursor *cursor = &own->cursors[term];
        if (cursor->chunk < cursor->end && cursor->chunk->key == block) chunk_into(segment, cursor, portion, all);
    }
    return all;
}

// Leaves the bits that are in other words too.
static void keep_bits(uint64_t *words, const uint64_t *other, portion portion) {
    for (uint32_t word = portion.first; word < portion.end; word++) words[word] &= other[word];
}

// All documents of a portion that are in every one of some bitmaps and of the filters' sets.
static uint32_t intersect_bits(scan *scan, portion portion, const uint64_t *const *bits, uint32_t bit_count) {
    const ksearch_query *query = scan->query;
    uint64_t *words = scan->room->words;
    size_t size = (portion.end - portion.first) * sizeof *words;
    if (bit_count > 0) memcpy(words + portion.first, bits[0] + portion.first, size);
    else memset(words + portion.first, 0xFF, size);
    for (uint32_t at = 1; at < bit_count; at++) keep_bits(words, bits[at], portion);
    for (uint32_t at = 0; at < query->set_count; at++) keep_bits(words, query->sets[at] + (size_t)scan->block * WORDS, portion);
    return unpack_bits(words, portion.first, portion.end, scan->room->documents);
}

// The documents of a portion that have all slots and are in all sets.
static uint32_t intersect(scan *scan, portion portion) {
    ksearch_workspace *room = scan->room;
    const ksearch_segment *segment = scan->segment;
    const ksearch_query *query = scan->query;
    const uint64_t *bits[64] = {NULL};
    cursor *arrays[64];
    uint32_t bit_count = 0, array_count = 0;
    for (uint32_t at = 0; at < query->slot_count; at++) {
        slot_state *slot = &room->slots[at];
        if (slot->here > 1 || slot->only->chunk->is_bitmap) {
            bits[bit_count++] = slot_bits(room, segment, at, scan->block, portion, NULL);
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
    if (array_count == 0) return intersect_bits(scan, portion, bits, bit_count);
    const uint16_t *from = segment->arrays + arrays[0]->chunk->start + arrays[0]->begin;
    uint32_t count = arrays[0]->until - arrays[0]->begin;
    // Sets first: where they leave few there is little left to do.
    for (uint32_t at = 0; at < query->set_count && count > 0; at++) {
        count = keep_in_bits(from, count, query->sets[at] + (size_t)scan->block * WORDS, room->documents);
        from = room->documents;
    }
    for (uint32_t at = 1; at < array_count && count > 0; at++) {
        uint16_t *out = from == room->documents ? room->spare : room->documents;
        const cursor *other = arrays[at];
        count = intersect_arrays(from, count, segment->arrays + other->chunk->start + other->begin, other->until - other->begin, out);
        from = out;
    }
    for (uint32_t at = 0; at < bit_count && count > 0; at++) {
        count = keep_in_bits(from, count, bits[at], room->documents);
        from = room->documents;
    }
    if (from != room->documents) memcpy(room->documents, from, count * sizeof *from);
    return count;
}

// The documents of a portion of the block that the cursors stand in.
static uint32_t scan_portion(scan *scan, portion portion) {
    uint16_t *documents = scan->room->documents;
    uint32_t first = scan->block * BLOCK, left = scan->segment->documents - first;
    uint32_t count = intersect(scan, portion);
    for (uint32_t at = 0; at < scan->query->range_count && !scan->takes_ranges; at++) {
        const ksearch_range *range = &scan->query->ranges[at];
        count = keep_in_range(documents, count, range->column + first, range->least, range->most);
    }
    if (left >= BLOCK) return count;
    // Behind the last document there are none, but in a damaged segment and where there is no slot.
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint16_t document = documents[at];
        documents[kept] = document;
        kept += document < left;
    }
    return kept;
}

uint32_t scan_next(scan *scan, uint32_t *base) {
    while (scan->block < scan->blocks) {
        uint32_t block = scan->block, first = block * BLOCK;
        // Within a block the cursors stay.
        uint32_t target = scan->placed == block + 1 ? block : place_cursors(scan->room, scan->query->slot_count, block);
        if (target != block) {
            scan->block = target;
            scan->stripe = 0;
            continue;
        }
        scan->placed = block + 1;
        uint32_t end = scan->stripe + scan->portion;
        if (end > STRIPES) end = STRIPES;
        uint32_t count = scan_portion(scan, (portion){scan->stripe * (STRIPE / 64), end * (STRIPE / 64)});
        *base = first;
        scan->portion = scan->portion * 2 < STRIPES ? scan->portion * 2 : STRIPES;
        scan->stripe = end;
        // The caller may still look at this block's cursors.
        if (end == STRIPES || end * STRIPE >= scan->segment->documents - first) {
            scan->block = block + 1;
            scan->stripe = 0;
        }
        if (count > 0) return count;
    }
    return 0;
}
