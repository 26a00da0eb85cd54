#include "workspace.h"

// Compiled without fused multiplication: a score is the same number on every machine, and in the reference that tests compare it with.

// The worst of the best is on top; of equal scores the later document is worse.
typedef struct {
    uint32_t *documents;
    float *scores;
    uint32_t count, limit;
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

static void sink(heap *heap, uint32_t at, uint32_t count) {
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
static inline float threshold(const heap *heap) { return heap->count < heap->limit ? -1 : heap->scores[0]; }

static void push(heap *heap, uint32_t document, float score) {
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

static uint32_t sorted(heap *heap) {
    for (uint32_t count = heap->count; count > 1; count--) {
        swap(heap, 0, count - 1);
        sink(heap, 0, count - 1);
    }
    return heap->count;
}

// What a slot adds to a document's score: its best term's.
static inline float slot_score(const ksearch_segment *segment, slot_state *slot, uint32_t block, uint16_t document, uint8_t length) {
    if (slot->count == 1) {
        return slot->only->weight * saturated(segment, chunk_frequency(segment, slot->only, document), length);
    }
    float best = 0;
    for (uint32_t at = 0; at < slot->count; at++) {
        cursor *cursor = &slot->cursors[at];
        if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
        uint32_t frequency = chunk_frequency(segment, cursor, document);
        float score = cursor->weight * saturated(segment, frequency, length);
        if (score > best) best = score;
    }
    return best;
}

// The most that a slot can add to a document of a stripe of this block.
static inline float slot_bound(const ksearch_segment *segment, const slot_state *slot, uint32_t block, uint32_t stripe) {
    float best = 0;
    for (uint32_t at = 0; at < slot->count; at++) {
        const cursor *cursor = &slot->cursors[at];
        if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
        float bound = cursor->weight * stripe_bound(segment, cursor->chunk, stripe);
        if (bound > best) best = bound;
    }
    return best;
}

// The highest length code whose documents can still get above the threshold: the most falls as lengths grow.
static int32_t longest(const scan *scan, uint32_t block, float threshold) {
    if (threshold < 0) return 255;
    int32_t low = 0, high = 256;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        float bound = 0;
        for (uint32_t at = 0; at < scan->query->slot_count; at++) {
            const slot_state *slot = &scan->room->slots[at];
            float best = 0;
            for (uint32_t term = 0; term < slot->count; term++) {
                const cursor *cursor = &slot->cursors[term];
                if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
                float most = cursor->weight * saturated(scan->segment, cursor->chunk->most, (uint8_t)middle);
                if (most > best) best = most;
            }
            bound += best;
        }
        if (bound > threshold) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}

uint32_t ksearch_top_all(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores) {
    heap heap = {documents, scores, 0, limit};
    if (limit == 0 || query->slot_count == 0) return 0;
    scan scan;
    scan_open(&scan, room, segment, query, 0, 1);
    uint32_t base, count;
    while ((count = scan_next(&scan, &base, threshold(&heap))) > 0) {
        uint32_t block = base / BLOCK;
        const uint8_t *lengths = segment->lengths + base;
        int32_t limit_length = longest(&scan, block, threshold(&heap));
        for (uint32_t at = 0; at < count; at++) {
            uint16_t document = room->documents[at];
            uint8_t length = lengths[document];
            if (length > limit_length || room->bounds[document / GROUP] <= threshold(&heap)) continue;
            float score = 0;
            for (uint32_t slot = 0; slot < query->slot_count; slot++) {
                score += slot_score(segment, &room->slots[slot], block, document, length);
            }
            if (score <= threshold(&heap) || !holds_phrases(segment, room, query, block, document)) continue;
            push(&heap, base + document, score);
            limit_length = longest(&scan, block, threshold(&heap));
        }
    }
    return sorted(&heap);
}

static bool passes(const ksearch_query *query, uint32_t document) {
    for (uint32_t at = 0; at < query->set_count; at++) {
        if (!(query->sets[at][document / 64] >> (document & 63) & 1)) return false;
    }
    for (uint32_t at = 0; at < query->range_count; at++) {
        const ksearch_range *range = &query->ranges[at];
        if (range->column[document] < range->least || range->column[document] > range->most) return false;
    }
    return true;
}

// Puts a cursor at the first document of a stripe.
static inline void seek(const ksearch_segment *segment, cursor *cursor, uint32_t stripe) {
    const ksearch_chunk *chunk = cursor->chunk;
    if (chunk->is_bitmap) {
        cursor->hint = segment->ranks[(size_t)chunk->start * WORDS + stripe / 64];
        return;
    }
    const uint16_t *array = segment->arrays + chunk->start;
    uint32_t low = cursor->hint, high = chunk->last + 1u;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (array[middle] < stripe) low = middle + 1;
        else high = middle;
    }
    cursor->hint = low;
}

// Adds a term's scores to those of a stripe of documents, or takes the better of both.
// The cursor stays where the stripe begins.
static void add_term(const ksearch_segment *segment, cursor *cursor, uint32_t base, uint32_t stripe, float *sums, bool is_best) {
    const ksearch_chunk *chunk = cursor->chunk;
    const uint8_t *lengths = segment->lengths + base + stripe;
    float weight = cursor->weight;
    seek(segment, cursor, stripe);
    uint32_t at = cursor->hint;
    if (chunk->is_bitmap) {
        const uint64_t *words = segment->bitmaps + (size_t)chunk->start * WORDS + stripe / 64;
        for (uint32_t word = 0; word < STRIPE / 64; word++) {
            for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1, at++) {
                uint32_t place = word * 64 + (uint32_t)__builtin_ctzll(bits);
                float score = weight * saturated(segment, frequency_of(segment, chunk->frequencies + at), lengths[place]);
                if (!is_best) sums[place] += score;
                else if (score > sums[place]) sums[place] = score;
            }
        }
    } else {
        const uint16_t *array = segment->arrays + chunk->start;
        for (; at <= chunk->last && array[at] < stripe + STRIPE; at++) {
            uint32_t place = array[at] - stripe;
            // Out of order, in a damaged segment.
            if (place >= STRIPE) break;
            float score = weight * saturated(segment, frequency_of(segment, chunk->frequencies + at), lengths[place]);
            if (!is_best) sums[place] += score;
            else if (score > sums[place]) sums[place] = score;
        }
    }
}

// Which slots have to be walked in a stripe, as bits, and what all others together can add to a document at the most.
static float rest_of_slots(const ksearch_segment *segment, const ksearch_workspace *room, uint32_t slots, uint32_t block,
                           uint32_t stripe, float threshold, uint64_t *walked) {
    float bounds[64];
    for (uint32_t at = 0; at < slots; at++) {
        bounds[at] = slot_bound(segment, &room->slots[at], block, stripe);
        if (bounds[at] > 0) *walked |= 1ull << at;
    }
    float rest = 0;
    uint64_t all = *walked;
    for (;;) {
        // The least of those that are left.
        uint32_t least = 64;
        for (uint32_t at = 0; at < slots; at++) {
            if ((*walked >> at & 1) && (least == 64 || bounds[at] < bounds[least])) least = at;
        }
        // A hair less than the threshold: bounds are summed in another order than scores, and rounded otherwise.
        if (least == 64 || rest + bounds[least] > threshold * 0.9999f) break;
        rest += bounds[least];
        *walked &= ~(1ull << least);
    }
    if (*walked == 0) return rest;
    // It pays where far fewer documents are walked than asked for.
    uint64_t few = 0, many = 0;
    for (uint32_t at = 0; at < slots; at++) {
        const slot_state *slot = &room->slots[at];
        for (uint32_t term = 0; term < slot->count; term++) {
            const cursor *cursor = &slot->cursors[term];
            if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
            if (*walked >> at & 1) few += cursor->chunk->last + 1u;
            else many += cursor->chunk->last + 1u;
        }
    }
    if (few * 16 < many) return rest;
    *walked = all;
    return 0;
}

// A document's score by all slots in their order, which is the same sum whatever was walked.
static float whole_score(const ksearch_segment *segment, ksearch_workspace *room, uint32_t slots, uint32_t base, uint32_t document) {
    float score = 0;
    uint8_t length = segment->lengths[base + document];
    for (uint32_t at = 0; at < slots; at++) {
        slot_state *slot = &room->slots[at];
        float best = 0;
        for (uint32_t term = 0; term < slot->count; term++) {
            cursor *cursor = &slot->cursors[term];
            if (cursor->chunk == cursor->end || cursor->chunk->key != base / BLOCK) continue;
            float own = cursor->weight * saturated(segment, chunk_frequency(segment, cursor, (uint16_t)document), length);
            if (own > best) best = own;
        }
        score += best;
    }
    return score;
}

uint32_t ksearch_top_any(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores) {
    heap heap = {documents, scores, 0, limit};
    if (limit == 0 || query->slot_count == 0) return 0;
    scan scan;
    scan_open(&scan, room, segment, query, 0, STRIPES);
    memset(room->sums, 0, sizeof room->sums);
    memset(room->best, 0, sizeof room->best);
    for (uint32_t block = 0; block < scan.blocks; block++) {
        uint32_t base = block * BLOCK;
        for (uint32_t at = 0; at < query->slot_count; at++) {
            for (uint32_t term = 0; term < room->slots[at].count; term++) {
                cursor *cursor = &room->slots[at].cursors[term];
                while (cursor->chunk < cursor->end && cursor->chunk->key < block) cursor->chunk++;
                cursor->hint = 0;
            }
        }
        uint32_t size = segment->documents - base < BLOCK ? segment->documents - base : BLOCK;
        for (uint32_t stripe = 0; stripe < size; stripe += STRIPE) {
            // Slots that even together can't lift a document among the best need not be walked: documents with none but them
            // are left out, and the others ask them one by one.
            uint64_t walked = 0;
            float rest = rest_of_slots(segment, room, query->slot_count, block, stripe / STRIPE, threshold(&heap), &walked);
            if (walked == 0) continue;
            for (uint32_t at = 0; at < query->slot_count; at++) {
                if (!(walked >> at & 1)) continue;
                slot_state *slot = &room->slots[at];
                float *sums = slot->count == 1 ? room->sums : room->best;
                for (uint32_t term = 0; term < slot->count; term++) {
                    cursor *cursor = &slot->cursors[term];
                    if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
                    add_term(segment, cursor, base, stripe, sums, slot->count > 1);
                }
                if (slot->count == 1) continue;
                for (uint32_t place = 0; place < STRIPE; place++) {
                    room->sums[place] += room->best[place];
                    room->best[place] = 0;
                }
            }
            uint32_t end = size - stripe < STRIPE ? size - stripe : STRIPE;
            bool is_whole = rest == 0;
            float least = threshold(&heap) > 0 ? threshold(&heap) : 0;
            // Sums are rounded: a hair less is still looked at.
            float wanted = is_whole ? least : least * 0.9999f - rest;
            if (wanted < 0) wanted = 0;
            for (uint32_t place = 0; place < end; place += 16) {
                // Sixteen at once, for hardly any is among the best; behind the end there are zeros.
                int above = 0;
                for (uint32_t each = 0; each < 16; each++) above |= room->sums[place + each] > wanted;
                if (!above) continue;
                for (uint32_t each = place; each < place + 16 && each < end; each++) {
                    if (room->sums[each] <= wanted || !passes(query, base + stripe + each)) continue;
                    float score = is_whole ? room->sums[each] : whole_score(segment, room, query->slot_count, base, stripe + each);
                    if (score <= least || !holds_phrases(segment, room, query, block, (uint16_t)(stripe + each))) continue;
                    push(&heap, base + stripe + each, score);
                    least = threshold(&heap) > 0 ? threshold(&heap) : 0;
                    wanted = is_whole ? least : least * 0.9999f - rest;
                    if (wanted < 0) wanted = 0;
                }
            }
            memset(room->sums, 0, sizeof room->sums);
        }
    }
    return sorted(&heap);
}
