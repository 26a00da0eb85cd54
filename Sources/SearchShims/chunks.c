#include "builder.h"

enum { MOST_IN_ARRAY = 4096, LEAST_FOR_STRIPES = 512 };

static bool add_bitmap(lists *lists, const listed *postings, size_t count) {
    size_t needed = (lists->bitmap_count + 1) * WORDS;
    if (!grow((void **)&lists->bitmaps, sizeof *lists->bitmaps, &lists->bitmap_room, needed)) return false;
    if (!grow((void **)&lists->ranks, sizeof *lists->ranks, &lists->rank_room, needed)) return false;
    uint64_t *words = lists->bitmaps + lists->bitmap_count * WORDS;
    memset(words, 0, WORDS * sizeof *words);
    for (size_t at = 0; at < count; at++) words[(postings[at].document & 0xFFFF) >> 6] |= 1ull << (postings[at].document & 63);
    uint32_t rank = 0;
    for (int word = 0; word < WORDS; word++) {
        lists->ranks[lists->bitmap_count * WORDS + word] = (uint16_t)rank;
        rank += (uint32_t)__builtin_popcountll(words[word]);
    }
    lists->bitmap_count++;
    return true;
}

static bool add_high(lists *lists, size_t posting, uint8_t frequency) {
    size_t needed = lists->high_count + 1;
    if (!grow((void **)&lists->high, sizeof *lists->high, &lists->high_room, needed)) return false;
    if (!grow((void **)&lists->high_frequencies, 1, &lists->high_frequency_room, needed)) return false;
    lists->high[lists->high_count] = (uint32_t)posting;
    lists->high_frequencies[lists->high_count++] = frequency;
    return true;
}

// Nearly always they are in order already.
static void sort(uint32_t *places, size_t count) {
    for (size_t at = 1; at < count; at++) {
        uint32_t place = places[at];
        size_t to = at;
        for (; to > 0 && places[to - 1] > place; to--) places[to] = places[to - 1];
        places[to] = place;
    }
}

// The places of one posting, as places.c reads them.
static bool add_more(lists *lists, uint32_t *places, size_t count) {
    sort(places, count);
    if (!grow((void **)&lists->more, 1, &lists->more_room, lists->more_size + 4 * count)) return false;
    uint32_t last = 0;
    for (size_t at = 0; at < count; at++) {
        uint32_t difference = places[at] - last;
        last = places[at];
        do {
            uint8_t byte = difference & 63;
            difference >>= 6;
            if (difference > 0) byte |= 64;
            else if (at + 1 == count) byte |= 128;
            lists->more[lists->more_size++] = byte;
        } while (difference > 0);
    }
    return lists->more_size <= UINT32_MAX;
}

static bool add_places(lists *lists, const listed *postings, size_t count, uint32_t **more) {
    for (size_t at = 0; at < count; at++) {
        if (lists->place_count % PLACE_GROUP == 0) {
            lists->more_offsets[lists->place_count / PLACE_GROUP] = (uint32_t)lists->more_size;
        }
        lists->places[lists->place_count++] = postings[at].place;
        if (postings[at].place != MORE_PLACES) continue;
        uint32_t *own = *more;
        size_t all = 1;
        own[0] &= ~FIRST_PLACE;
        while (!(own[all] & FIRST_PLACE)) all++;
        *more += all;
        if (!add_more(lists, own, all)) return false;
    }
    return true;
}

// Of each stripe or group of a chunk the best document so far.
typedef struct {
    float scores[GROUPS];
    ksearch_bound bounds[GROUPS];
} bests;

static inline void raise(bests *bests, uint32_t at, float score, uint8_t frequency, uint8_t length) {
    if (score <= bests->scores[at]) return;
    bests->scores[at] = score;
    bests->bounds[at] = (ksearch_bound){frequency, length};
}

static bool add_bounds(lists *lists, const bests *bests, size_t count) {
    size_t needed = lists->stripe_count + count;
    if (!grow((void **)&lists->stripes, sizeof *lists->stripes, &lists->stripe_room, needed)) return false;
    memcpy(lists->stripes + lists->stripe_count, bests->bounds, count * sizeof *lists->stripes);
    lists->stripe_count += count;
    return true;
}

// Puts a term's postings of one block into the lists.
static bool add_chunk(lists *lists, const ksearch_segment *norms, const listed *postings, size_t count, const uint8_t *lengths,
                      uint32_t **more) {
    size_t first = lists->posting_count;
    lists->posting_count += count;
    if (!grow((void **)&lists->chunks, sizeof *lists->chunks, &lists->chunk_room, lists->chunk_count + 1)) return false;
    ksearch_chunk *chunk = &lists->chunks[lists->chunk_count++];
    *chunk = (ksearch_chunk){.key = (uint16_t)(postings[0].document >> 16), .last = (uint16_t)(count - 1), .shortest = 255,
                             .frequencies = (uint32_t)first, .stripes = UINT32_MAX, .places = UINT32_MAX};
    chunk->is_bitmap = count > MOST_IN_ARRAY;
    bests stripes, groups;
    bool has_bounds = count >= LEAST_FOR_STRIPES;
    if (has_bounds) memset(&stripes, 0, sizeof stripes);
    if (chunk->is_bitmap) memset(&groups, 0, sizeof groups);
    for (size_t at = 0; at < count; at++) {
        uint8_t frequency = postings[at].frequency, length = lengths[postings[at].document];
        if (frequency > chunk->most) chunk->most = frequency;
        if (length < chunk->shortest) chunk->shortest = length;
        if (has_bounds) {
            float score = saturated(norms, frequency, length);
            uint32_t document = postings[at].document & 0xFFFF;
            raise(&stripes, document / STRIPE, score, frequency, length);
            if (chunk->is_bitmap) raise(&groups, document / GROUP, score, frequency, length);
        }
        size_t posting = first + at;
        if (frequency >= HIGH_FREQUENCY && !add_high(lists, posting, frequency)) return false;
        uint8_t half = frequency < HIGH_FREQUENCY ? frequency : HIGH_FREQUENCY;
        lists->frequencies[posting / 2] |= (uint8_t)(half << posting % 2 * 4);
    }
    if (has_bounds) {
        chunk->stripes = (uint32_t)lists->stripe_count;
        if (!add_bounds(lists, &stripes, STRIPES)) return false;
        if (chunk->is_bitmap && !add_bounds(lists, &groups, GROUPS)) return false;
    }
    if (more != NULL) {
        chunk->places = (uint32_t)lists->place_count;
        if (!add_places(lists, postings, count, more)) return false;
    }
    if (chunk->is_bitmap) {
        chunk->start = (uint32_t)lists->bitmap_count;
        return add_bitmap(lists, postings, count);
    }
    chunk->start = (uint32_t)lists->array_size;
    for (size_t at = 0; at < count; at++) lists->arrays[lists->array_size++] = (uint16_t)postings[at].document;
    return true;
}

bool open_lists(lists *lists, size_t postings) {
    lists->arrays = malloc((postings + 1) * sizeof(uint16_t));
    lists->frequencies = calloc(postings / 2 + 1, 1);
    lists->places = malloc(postings + 1);
    lists->more_offsets = malloc((postings / PLACE_GROUP + 1) * sizeof(uint32_t));
    return lists->arrays && lists->frequencies && lists->places && lists->more_offsets;
}

bool add_term(lists *lists, ksearch_term *term, const ksearch_segment *norms, const listed *postings, size_t count,
              const uint8_t *lengths, uint32_t **more) {
    *term = (ksearch_term){(uint32_t)lists->chunk_count, (uint32_t)count};
    for (size_t start = 0; start < count;) {
        size_t end = start;
        while (end < count && postings[end].document >> 16 == postings[start].document >> 16) end++;
        if (!add_chunk(lists, norms, postings + start, end - start, lengths, more)) return false;
        start = end;
    }
    return true;
}

void keep_lists(ksearch_builder *builder, const lists *lists, uint32_t terms, size_t text_size, const uint8_t *text,
                const uint32_t *offsets, const ksearch_term *term) {
    builder->parts = (ksearch_parts){
        .documents = builder->documents, .terms = terms, .chunk_count = (uint32_t)lists->chunk_count,
        .bitmap_count = (uint32_t)lists->bitmap_count, .stripe_count = (uint32_t)lists->stripe_count, .total = builder->total,
        .text_size = text_size, .array_size = lists->array_size, .posting_count = lists->posting_count,
        .high_count = lists->high_count, .place_count = lists->place_count, .more_size = lists->more_size, .text = text,
        .offsets = offsets, .term = term, .chunk = lists->chunks, .arrays = lists->arrays, .bitmaps = lists->bitmaps,
        .ranks = lists->ranks, .frequencies = lists->frequencies, .stripes = lists->stripes, .lengths = builder->lengths,
        .high = lists->high, .high_frequencies = lists->high_frequencies, .places = lists->places, .more = lists->more,
        .more_offsets = lists->more_offsets};
}
