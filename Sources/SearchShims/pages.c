#include "workspace.h"

uint32_t ksearch_first_all(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t from,
                           uint32_t limit, uint32_t *documents) {
    uint32_t found = 0, base, count;
    scan scan;
    scan_open(&scan, room, segment, query, from, 1);
    while (found < limit && (count = scan_next(&scan, &base)) > 0) {
        for (uint32_t at = 0; at < count && found < limit; at++) {
            uint32_t document = base + room->documents[at];
            if (document < from || !holds_phrases(segment, room, query, base / BLOCK, room->documents[at])) continue;
            documents[found++] = document;
        }
    }
    return found;
}

// Of the documents that a scan has found in a block, those that hold the phrases.
static uint32_t keep_phrases(const ksearch_segment *segment, ksearch_workspace *room, const ksearch_query *query, uint32_t base,
                             uint32_t count) {
    if (query->phrase_count == 0) return count;
    uint32_t kept = 0;
    for (uint32_t at = 0; at < count; at++) {
        uint16_t document = room->documents[at];
        room->documents[kept] = document;
        kept += holds_phrases(segment, room, query, base / BLOCK, document);
    }
    return kept;
}

uint32_t ksearch_count_all(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query) {
    if (query->slot_count == 1 && query->slots[0].count == 1 && query->set_count == 0 && query->range_count == 0 &&
        query->phrase_count == 0) {
        return segment->term[query->slots[0].terms[0]].documents;
    }
    uint32_t total = 0, base, count;
    scan scan;
    scan_open(&scan, room, segment, query, 0, STRIPES);
    while ((count = scan_next(&scan, &base)) > 0) total += keep_phrases(segment, room, query, base, count);
    return total;
}

// Adds one to the count of each document's code. Neighbours often have the same, so that they are counted in four places: an addition
// does not wait for the one before it.
static void count_codes(const uint16_t *codes, const uint16_t *documents, uint32_t count, uint32_t room, uint32_t *counts) {
    enum { MOST = 256 };
    uint32_t last = room - 1, parts[4][MOST], at = 0;
    if (room <= MOST && count >= 4 * room) {
        for (uint32_t part = 0; part < 4; part++) memset(parts[part], 0, room * sizeof **parts);
        for (; at + 4 <= count; at += 4) {
            for (uint32_t part = 0; part < 4; part++) {
                uint32_t code = codes[documents[at + part]];
                parts[part][code < last ? code : last]++;
            }
        }
        for (uint32_t code = 0; code < room; code++) counts[code] += parts[0][code] + parts[1][code] + parts[2][code] + parts[3][code];
    }
    for (; at < count; at++) {
        uint32_t code = codes[documents[at]];
        counts[code < last ? code : last]++;
    }
}

uint32_t ksearch_facets_all(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query,
                            const uint16_t *const *columns, const uint32_t *rooms, uint32_t *counts,
                            uint32_t column_count) {
    uint32_t total = 0, base, count;
    scan scan;
    scan_open(&scan, room, segment, query, 0, STRIPES);
    while ((count = scan_next(&scan, &base)) > 0) {
        count = keep_phrases(segment, room, query, base, count);
        total += count;
        uint32_t *own = counts;
        for (uint32_t column = 0; column < column_count; column++) {
            count_codes(columns[column] + base, room->documents, count, rooms[column], own);
            own += rooms[column];
        }
    }
    return total;
}

int64_t ksearch_select(const uint64_t *words, const uint32_t *running, uint32_t documents, uint32_t nth) {
    uint32_t groups = (documents + 4095) / 4096, low = 0, high = groups;
    if (groups == 0 || running[groups] <= nth) return -1;
    // The last group before which there are no more than nth.
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (running[middle] <= nth) low = middle;
        else high = middle;
    }
    uint32_t left = nth - running[low];
    for (uint32_t word = low * 64; word < (documents + 63) / 64; word++) {
        uint32_t own = (uint32_t)__builtin_popcountll(words[word]);
        if (left >= own) {
            left -= own;
            continue;
        }
        uint64_t bits = words[word];
        while (left-- > 0) bits &= bits - 1;
        return (int64_t)word * 64 + __builtin_ctzll(bits);
    }
    return -1;
}

uint32_t ksearch_members(const uint64_t *words, uint32_t documents, uint32_t from, uint32_t limit, uint32_t *out) {
    uint32_t found = 0;
    if (from >= documents) return 0;
    uint32_t last = (documents + 63) / 64;
    uint64_t bits = words[from / 64] & (~0ull << (from & 63));
    for (uint32_t word = from / 64; found < limit;) {
        while (bits == 0) {
            if (++word >= last) return found;
            bits = words[word];
        }
        uint32_t document = word * 64 + (uint32_t)__builtin_ctzll(bits);
        if (document >= documents) return found;
        out[found++] = document;
        bits &= bits - 1;
    }
    return found;
}

uint32_t ksearch_frequency(const ksearch_segment *segment, uint32_t term, uint32_t document) {
    const ksearch_term *own = &segment->term[term];
    for (uint32_t at = own[0].first_chunk; at < own[1].first_chunk; at++) {
        cursor cursor = {.chunk = &segment->chunk[at]};
        if (cursor.chunk->key == document / BLOCK) return chunk_frequency(segment, &cursor, (uint16_t)document);
    }
    return 0;
}
