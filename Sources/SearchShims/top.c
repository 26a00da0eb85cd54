#include "heap.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Compiled without fused multiplication: a score is the same number on every machine, and in the reference that tests compare it with.
#pragma STDC FP_CONTRACT OFF

// What is compiled for every machine and once more for those with AVX2.
#define INLINE static inline __attribute__((always_inline))

enum { EACH = STRIPE / GROUP, STRIPE_WORDS = STRIPE / 64, GROUP_WORDS = GROUP / 64 };
// Of so many slots all combinations are tried.
enum { MOST_COMBINED = 4 };

// A search for the best documents with all slots, or with any.
typedef struct {
    ksearch_workspace *room;
    const ksearch_segment *segment;
    const ksearch_query *query;
    bool is_all;
    heap heap;
    uint32_t placed; // the block that the cursors stand in, and one
    float known;     // the threshold that the next is about
    int32_t most;    // the highest length code whose documents can get above it
} search;

// The highest length code whose documents can still get above the threshold: the most falls as lengths grow.
static int32_t longest(const search *search, uint32_t block, float threshold) {
    if (threshold <= 0) return 255;
    int32_t low = 0, high = 256;
    while (low < high) {
        int32_t middle = (low + high) / 2;
        float bound = 0;
        for (uint32_t at = 0; at < search->query->slot_count; at++) {
            const slot_state *slot = &search->room->slots[at];
            float best = 0;
            for (uint32_t term = 0; term < slot->count; term++) {
                const cursor *cursor = &slot->cursors[term];
                if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
                float most = cursor->weight * saturated(search->segment, cursor->chunk->most, (uint8_t)middle);
                if (most > best) best = most;
            }
            bound += best;
        }
        if (bound > threshold) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}

// What a slot gives to a document: its best term's.
static inline float slot_score(const ksearch_segment *segment, const slot_state *slot, uint32_t block, uint16_t document,
                               uint8_t length) {
    float best = 0;
    for (uint32_t term = 0; term < slot->count; term++) {
        cursor *cursor = &slot->cursors[term];
        if (cursor->chunk == cursor->end || cursor->chunk->key != block) continue;
        float own = cursor->weight * saturated(segment, chunk_frequency(segment, cursor, document), length);
        if (own > best) best = own;
    }
    return best;
}

// Which slots a document has to have one of to score above the threshold, as bits.
static uint64_t needed_slots(const float *bounds, uint32_t slots, float threshold) {
    uint64_t needed = 0;
    for (uint32_t at = 0; at < slots; at++) needed |= (uint64_t)(bounds[at] > 0) << at;
    float rest = 0;
    for (;;) {
        // The least of those that are left.
        uint32_t least = 64;
        for (uint32_t at = 0; at < slots; at++) {
            if ((needed >> at & 1) && (least == 64 || bounds[at] < bounds[least])) least = at;
        }
        if (least == 64) return 0;
        rest += bounds[least];
        // A hair less than the threshold: bounds are summed in another order than scores, and rounded otherwise.
        if (rest > threshold * 0.9999f) return needed;
        needed &= ~(1ull << least);
    }
}

// The groups in which documents with some slots can score above the threshold by them, a bit for each.
INLINE uint8_t above(float (*bounds)[EACH], uint64_t slots, float threshold) {
    float sums[EACH] = {0};
    uint8_t result = 0, empty = 0;
    for (; slots != 0; slots &= slots - 1) {
        const float *own = bounds[__builtin_ctzll(slots)];
        for (uint32_t group = 0; group < EACH; group++) {
            sums[group] += own[group];
            empty |= (uint8_t)((own[group] == 0) << group);
        }
    }
    for (uint32_t group = 0; group < EACH; group++) result |= (uint8_t)((sums[group] > threshold) << group);
    return result & (uint8_t)~empty;
}

// The documents of a stripe that the filters' sets take, and their groups, a bit for each.
INLINE uint8_t find_members(const ksearch_query *query, uint32_t block, uint32_t first, uint64_t members[STRIPE_WORDS]) {
    memset(members, 0xFF, STRIPE_WORDS * sizeof *members);
    if (query->set_count == 0) return 255;
    for (uint32_t at = 0; at < query->set_count; at++) {
        const uint64_t *set = query->sets[at] + (size_t)block * WORDS + first;
        for (uint32_t word = 0; word < STRIPE_WORDS; word++) members[word] &= set[word];
    }
    uint8_t groups = 0;
    for (uint32_t word = 0; word < STRIPE_WORDS; word++) groups |= (uint8_t)((members[word] != 0) << word / GROUP_WORDS);
    return groups;
}

// Adds the documents of some groups that have all of some slots.
INLINE void add_all(const uint64_t *const *bits, uint64_t slots, uint8_t groups, uint32_t first, uint64_t *found) {
    // A slot that is bound to be there is not, where a damaged segment's chunks are out of order.
    for (uint64_t rest = slots; rest != 0; rest &= rest - 1) {
        if (bits[__builtin_ctzll(rest)] == NULL) return;
    }
    for (uint32_t word = 0; word < STRIPE_WORDS; word++) {
        uint64_t all = -(uint64_t)(groups >> word / GROUP_WORDS & 1);
        for (uint64_t rest = slots; rest != 0; rest &= rest - 1) all &= bits[__builtin_ctzll(rest)][first + word];
        found[word] |= all;
    }
}

// Groups of a stripe, a bit for each, in which all of some slots suffice; the slots are bits too.
typedef struct enough {
    uint64_t slots;
    uint8_t groups;
} enough;

// Which slots suffice in which groups. With any match all combinations of few slots are tried, but where fewer of them suffice; of more
// slots each is enough that is needed.
INLINE uint32_t find_enough(const search *search, float (*bounds)[EACH], uint8_t members, enough enough[64]) {
    uint32_t slots = search->query->slot_count, count = 0;
    float least = threshold(&search->heap);
    if (search->is_all) {
        uint64_t every = slots < 64 ? (1ull << slots) - 1 : ~0ull;
        enough[0] = (struct enough){every, above(bounds, every, least) & members};
        return enough[0].groups != 0;
    }
    if (slots > MOST_COMBINED) {
        float most[64] = {0};
        for (uint32_t at = 0; at < slots; at++) {
            for (uint32_t group = 0; group < EACH; group++) most[at] = bounds[at][group] > most[at] ? bounds[at][group] : most[at];
        }
        for (uint64_t rest = needed_slots(most, slots, least); rest != 0; rest &= rest - 1) {
            enough[count++] = (struct enough){rest & -rest, members};
        }
        return count;
    }
    uint8_t groups[1 << MOST_COMBINED] = {0};
    for (uint32_t own = 1; own < 1u << slots; own++) {
        uint8_t fewer = 0;
        for (uint32_t rest = own; rest != 0; rest &= rest - 1) fewer |= groups[own & ~(rest & -rest)];
        groups[own] = fewer == members ? fewer : fewer | (above(bounds, own, least) & members);
        if (groups[own] != fewer) enough[count++] = (struct enough){own, groups[own] & (uint8_t)~fewer};
    }
    return count;
}

// The documents of a stripe that can score above the threshold by the slots that they have. False where there are none.
INLINE bool find_candidates(search *search, uint32_t block, uint32_t stripe, const uint64_t **bits, const uint16_t **ranks,
                            uint64_t found[STRIPE_WORDS]) {
    ksearch_workspace *room = search->room;
    uint32_t slots = search->query->slot_count, first = stripe * STRIPE_WORDS;
    uint64_t members[STRIPE_WORDS], any = 0;
    uint8_t groups = find_members(search->query, block, first, members);
    if (groups == 0) return false;
    float bounds[64][EACH];
    for (uint32_t at = 0; at < slots; at++) bound_groups(search->segment, &room->slots[at], block, stripe, bounds[at]);
    enough enough[64];
    uint32_t count = find_enough(search, bounds, groups, enough);
    if (count == 0) return false;
    for (uint32_t at = 0; at < slots; at++) {
        portion portion = {first, first + STRIPE_WORDS};
        if (room->slots[at].here > 0) bits[at] = slot_bits(room, search->segment, at, block, portion, &ranks[at]);
    }
    memset(found, 0, STRIPE_WORDS * sizeof *found);
    for (uint32_t at = 0; at < count; at++) add_all(bits, enough[at].slots, enough[at].groups, first, found);
    for (uint32_t word = 0; word < STRIPE_WORDS; word++) any |= found[word] &= members[word];
    return any != 0;
}

// Which of 64 length codes are not above one, as bits.
static inline uint64_t no_longer(const uint8_t *lengths, int32_t longest) {
#if defined(__x86_64__)
    uint64_t result = 0;
    __m128i most = _mm_set1_epi8((char)longest);
    for (uint32_t part = 0; part < 4; part++) {
        __m128i own = _mm_loadu_si128((const __m128i *)(lengths + part * 16));
        uint32_t mask = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(own, most), own));
        result |= (uint64_t)mask << part * 16;
    }
    return longest < 0 ? 0 : result;
#else
    uint64_t result = 0;
    for (uint32_t at = 0; at < 64; at++) result |= (uint64_t)(lengths[at] <= longest) << at;
    return result;
#endif
}

// Puts the best of a stripe into the heap.
INLINE void keep_best(search *search, uint32_t block, uint32_t stripe) {
    ksearch_workspace *room = search->room;
    const ksearch_segment *segment = search->segment;
    const ksearch_query *query = search->query;
    heap *heap = &search->heap;
    if (search->placed != block + 1) {
        place_cursors(room, query->slot_count, block);
        search->placed = block + 1;
        search->known = -1;
    }
    const uint64_t *bits[64] = {NULL};
    const uint16_t *ranks[64] = {NULL};
    uint64_t found[STRIPE_WORDS];
    if (!find_candidates(search, block, stripe, bits, ranks, found)) return;
    if (threshold(heap) > search->known) {
        search->known = threshold(heap);
        search->most = longest(search, block, search->known);
    }
    uint32_t base = block * BLOCK;
    for (uint32_t word = stripe * STRIPE_WORDS, end = word + STRIPE_WORDS; word < end; word++) {
        uint64_t rest = found[word % STRIPE_WORDS];
        if (rest == 0) continue;
        const uint8_t *lengths = segment->lengths + base + word * 64;
        for (rest &= no_longer(lengths, search->most); rest != 0; rest &= rest - 1) {
            uint32_t place = (uint32_t)__builtin_ctzll(rest);
            uint16_t document = (uint16_t)(word * 64 + place);
            float score = 0;
            for (uint32_t at = 0; at < query->slot_count; at++) {
                if (bits[at] == NULL || !(bits[at][word] >> place & 1)) continue;
                const slot_state *slot = &room->slots[at];
                if (slot->here > 1) {
                    score += slot_score(segment, slot, block, document, lengths[place]);
                    continue;
                }
                uint64_t before = bits[at][word] & ((1ull << place) - 1);
                uint32_t posting = slot->only->chunk->frequencies + ranks[at][word] + (uint32_t)__builtin_popcountll(before);
                score += slot->only->weight * saturated(segment, frequency_of(segment, posting), lengths[place]);
            }
            // Behind the last document there are none, but in a damaged segment.
            if (score <= threshold(heap) || base + document >= segment->documents || !passes(query, base + document) ||
                !holds_phrases(segment, room, query, block, document)) {
                continue;
            }
            push(heap, base + document, score);
        }
    }
}

// How many documents would have all slots were these independent of each other.
static float expected(const ksearch_segment *segment, const ksearch_query *query) {
    float all = (float)segment->documents, result = all;
    for (uint32_t slot = 0; slot < query->slot_count; slot++) {
        float own = 0;
        for (uint32_t at = 0; at < query->slots[slot].count; at++) own += (float)segment->term[query->slots[slot].terms[at]].documents;
        if (own < all) result *= own / all;
    }
    return result;
}

// Adds what a slot gives to the scores of some documents of a block. Its cursors stay for phrases.
static void add_slot(const ksearch_segment *segment, const slot_state *slot, uint32_t block, const uint16_t *documents, uint32_t count,
                     float *scores) {
    const uint8_t *lengths = segment->lengths + (size_t)block * BLOCK;
    if (slot->here == 1) {
        cursor only = *slot->only;
        uint32_t places[BATCH];
        // Memory is asked for all frequencies before the first is waited for.
        for (uint32_t at = 0; at < count; at++) {
            places[at] = place_in_chunk(segment, &only, documents[at]);
            __builtin_prefetch(segment->frequencies + (only.chunk->frequencies + places[at]) / 2);
        }
        for (uint32_t at = 0; at < count; at++) {
            uint32_t frequency = places[at] == NOT_THERE ? 0 : frequency_of(segment, only.chunk->frequencies + places[at]);
            scores[at] += only.weight * saturated(segment, frequency, lengths[documents[at]]);
        }
        return;
    }
    float best[BATCH] = {0};
    for (uint32_t term = 0; term < slot->count; term++) {
        cursor own = slot->cursors[term];
        if (own.chunk == own.end || own.chunk->key != block) continue;
        for (uint32_t at = 0; at < count; at++) {
            float score = own.weight * saturated(segment, chunk_frequency(segment, &own, documents[at]), lengths[documents[at]]);
            if (score > best[at]) best[at] = score;
        }
    }
    for (uint32_t at = 0; at < count; at++) scores[at] += best[at];
}

// So many in a stripe are few: all are looked at. Memory is asked for what is looked at so far ahead.
enum { FEW = 12, AHEAD = 32 };

static void keep_best_of_few(search *search) {
    const ksearch_segment *segment = search->segment;
    const ksearch_query *query = search->query;
    ksearch_workspace *room = search->room;
    heap *heap = &search->heap;
    uint32_t base, count;
    scan scan;
    scan_open(&scan, room, segment, query, 0, STRIPES);
    scan.takes_ranges = true;
    while ((count = scan_next(&scan, &base)) > 0) {
        uint32_t block = base / BLOCK;
        const uint8_t *lengths = segment->lengths + base;
        for (uint32_t from = 0; from < count;) {
            uint16_t *documents = room->documents + from;
            int32_t most = longest(search, block, threshold(heap));
            uint32_t kept = 0, size = count - from < BATCH ? count - from : BATCH;
            for (uint32_t at = 0; at < size; at++) {
                uint16_t document = documents[at];
                if (at + AHEAD < size) __builtin_prefetch(lengths + documents[at + AHEAD]);
                documents[kept] = document;
                kept += lengths[document] <= most;
            }
            from += size;
            memset(room->scores, 0, kept * sizeof *room->scores);
            for (uint32_t at = 0; at < query->slot_count; at++) add_slot(segment, &room->slots[at], block, documents, kept, room->scores);
            for (uint32_t at = 0; at < kept; at++) {
                if (room->scores[at] <= threshold(heap) || !passes(query, base + documents[at]) ||
                    !holds_phrases(segment, room, query, block, documents[at])) {
                    continue;
                }
                push(heap, base + documents[at], room->scores[at]);
            }
        }
    }
}

INLINE uint32_t find_best(search *search) {
    ksearch_workspace *room = search->room;
    const ksearch_segment *segment = search->segment;
    const ksearch_query *query = search->query;
    heap *heap = &search->heap;
    if (heap->limit == 0 || query->slot_count == 0) return 0;
    open_cursors(room, segment, query);
    uint32_t stripes = (segment->documents + STRIPE - 1) / STRIPE;
    bool is_few = search->is_all && expected(segment, query) < FEW * (float)stripes;
    bool is_bounded = !is_few && bound_stripes(room, segment, query, search->is_all);
    if (search->is_all && !is_bounded) {
        keep_best_of_few(search);
        return sorted(heap);
    }
    // The stripes that promise most come first, to know how high the others have to reach.
    promise promises[MOST_PROMISES];
    uint32_t promised = is_bounded ? find_promises(room, segment, query, promises) : 0;
    for (uint32_t at = 0; at < promised && promises[at].bound > threshold(heap); at++) {
        search->placed = 0;
        keep_best(search, promises[at].block, promises[at].stripe);
    }
    begin_anew(heap);
    search->placed = 0;
    for (uint32_t stripe = 0; stripe < stripes; stripe++) {
        if (is_bounded && room->stripes[stripe] <= threshold(heap)) continue;
        keep_best(search, stripe / STRIPES, stripe % STRIPES);
    }
    return sorted(heap);
}

#if defined(__x86_64__)
// The same by the instructions that machines have had since 2013, but for fused multiplication.
__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))) static uint32_t find_best_by_avx2(search *search) {
    return find_best(search);
}
#endif

static uint32_t find(search *search) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt")) {
        return find_best_by_avx2(search);
    }
#endif
    return find_best(search);
}

uint32_t ksearch_top_all(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores) {
    search search = {.room = room, .segment = segment, .query = query, .is_all = true, .heap = {documents, scores, 0, limit, 0}};
    return find(&search);
}

uint32_t ksearch_top_any(ksearch_workspace *room, const ksearch_segment *segment, const ksearch_query *query, uint32_t limit,
                         uint32_t *documents, float *scores) {
    // One slot is any slot and all slots.
    search search = {.room = room, .segment = segment, .query = query, .is_all = query->slot_count == 1,
                     .heap = {documents, scores, 0, limit, 0}};
    return find(&search);
}
