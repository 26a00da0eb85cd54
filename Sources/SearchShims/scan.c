#include "workspace.h"

void chunk_into(const ksearch_segment *segment, const ksearch_chunk *chunk, uint64_t *words) {
    if (chunk->is_bitmap) {
        const uint64_t *own = segment->bitmaps + (size_t)chunk->start * WORDS;
        for (int word = 0; word < WORDS; word++) words[word] |= own[word];
    } else {
        const uint16_t *array = segment->arrays + chunk->start;
        for (uint32_t at = 0; at <= chunk->last; at++) words[array[at] >> 6] |= 1ull << (array[at] & 63);
    }
}

void scan_open(scan *scan, ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from) {
    *scan = (struct scan){0};
    scan->room = room;
    scan->segment = segment;
    scan->query = query;
    scan->block = from / BLOCK;
    scan->blocks = (segment->documents + BLOCK - 1) / BLOCK;
    cursor *next = room->cursors;
    for (uint32_t slot = 0; slot < query->slot_count; slot++) {
        const ksearch_slot *wanted = &query->slots[slot];
        room->slots[slot] = (slot_state){.cursors = next, .count = wanted->count};
        for (uint32_t term = 0; term < wanted->count; term++, next++) {
            const ksearch_term *own = &segment->term[wanted->terms[term]];
            *next = (cursor){segment->chunk + own[0].first_chunk, segment->chunk + own[1].first_chunk, 0, wanted->weights[term], {0}};
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
        cursor->hint = 0;
        uint32_t key = cursor->chunk->key;
        if (key < nearest) nearest = key;
        if (key == block && slot->here++ == 0) slot->only = cursor;
    }
    return nearest;
}

static uint32_t bits_to_documents(const uint64_t *words, uint16_t *out) {
    uint32_t count = 0;
    for (int word = 0; word < WORDS; word++) {
        for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            out[count++] = (uint16_t)(word * 64 + __builtin_ctzll(bits));
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

// The documents of one block that have all slots.
static uint32_t intersect(scan *scan) {
    ksearch_workspace *room = scan->room;
    const ksearch_segment *segment = scan->segment;
    uint32_t slots = scan->query->slot_count;
    const uint64_t *bits[64] = {NULL};
    const ksearch_chunk *arrays[64];
    uint32_t bit_count = 0, array_count = 0;
    for (uint32_t at = 0; at < slots; at++) {
        slot_state *slot = &room->slots[at];
        const ksearch_chunk *chunk = slot->only->chunk;
        if (slot->here > 1) {
            uint64_t *all = room->unions + (size_t)at * WORDS;
            memset(all, 0, WORDS * sizeof *all);
            for (uint32_t term = 0; term < slot->count; term++) {
                cursor *cursor = &slot->cursors[term];
                if (cursor->chunk < cursor->end && cursor->chunk->key == scan->block) chunk_into(segment, cursor->chunk, all);
            }
            bits[bit_count++] = all;
        } else if (chunk->is_bitmap) {
            bits[bit_count++] = segment->bitmaps + (size_t)chunk->start * WORDS;
        } else {
            // The shortest first.
            uint32_t place = array_count++;
            while (place > 0 && arrays[place - 1]->last > chunk->last) {
                arrays[place] = arrays[place - 1];
                place--;
            }
            arrays[place] = chunk;
        }
    }
    if (array_count == 0) {
        memcpy(room->words, bits[0], sizeof room->words);
        for (uint32_t at = 1; at < bit_count; at++) {
            for (int word = 0; word < WORDS; word++) room->words[word] &= bits[at][word];
        }
        return bits_to_documents(room->words, room->documents);
    }
    uint32_t count = arrays[0]->last + 1u;
    const uint16_t *from = segment->arrays + arrays[0]->start;
    for (uint32_t at = 1; at < array_count && count > 0; at++) {
        uint16_t *out = from == room->documents ? room->spare : room->documents;
        count = intersect_arrays(from, count, segment->arrays + arrays[at]->start, arrays[at]->last + 1u, out);
        from = out;
    }
    if (from != room->documents) memcpy(room->documents, from, count * sizeof *from);
    for (uint32_t at = 0; at < bit_count && count > 0; at++) {
        count = keep_in_bits(room->documents, count, bits[at], room->documents);
    }
    return count;
}

static uint32_t filter(scan *scan, uint32_t base, uint32_t count) {
    const ksearch_query *query = scan->query;
    uint16_t *documents = scan->room->documents;
    for (uint32_t at = 0; at < query->set_count && count > 0; at++) {
        count = keep_in_bits(documents, count, query->sets[at] + base / 64, documents);
    }
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

uint32_t scan_next(scan *scan, uint32_t *base, int32_t longest) {
    ksearch_workspace *room = scan->room;
    const ksearch_query *query = scan->query;
    while (scan->block < scan->blocks) {
        uint32_t block = scan->block, first = block * BLOCK, count = 0;
        uint32_t target = block;
        for (uint32_t slot = 0; slot < query->slot_count; slot++) {
            uint32_t nearest = advance(&room->slots[slot], block);
            if (nearest > target) target = nearest;
        }
        if (target != block) {
            scan->block = target;
            continue;
        }
        if (query->slot_count > 0) {
            count = intersect(scan);
            if (longest < 255) {
                const uint8_t *lengths = scan->segment->lengths + first;
                uint32_t kept = 0;
                for (uint32_t at = 0; at < count; at++) {
                    uint16_t document = room->documents[at];
                    room->documents[kept] = document;
                    kept += lengths[document] <= longest;
                }
                count = kept;
            }
            count = filter(scan, first, count);
        } else {
            uint32_t size = scan->segment->documents - first;
            if (size > BLOCK) size = BLOCK;
            if (query->set_count > 0) {
                // Bitmaps are padded to whole blocks.
                memcpy(room->words, query->sets[0] + first / 64, sizeof room->words);
                for (uint32_t set = 1; set < query->set_count; set++) {
                    for (int word = 0; word < WORDS; word++) room->words[word] &= query->sets[set][first / 64 + word];
                }
                count = bits_to_documents(room->words, room->documents);
            } else {
                for (uint32_t at = 0; at < size; at++) room->documents[at] = (uint16_t)at;
                count = size;
            }
            ksearch_query ranges = *query;
            ranges.set_count = 0;
            scan->query = &ranges;
            count = filter(scan, first, count);
            scan->query = query;
        }
        uint32_t left = scan->segment->documents - first;
        if (left < BLOCK) {
            // Behind the last document there are none, but in a damaged segment.
            uint32_t kept = 0;
            for (uint32_t at = 0; at < count; at++) {
                uint16_t document = room->documents[at];
                room->documents[kept] = document;
                kept += document < left;
            }
            count = kept;
        }
        *base = first;
        // The caller may still look at this block's cursors.
        scan->block = block + 1;
        if (count > 0) return count;
    }
    return 0;
}
