#include <stdlib.h>

#include "workspace.h"

enum { MOST_IN_ARRAY = 4096, LEAST_FOR_STRIPES = 512 };

typedef struct {
    uint64_t hash;
    uint32_t start, length;
    uint32_t documents;
    uint32_t last; // the document that had it last, and one
    size_t place;  // of its posting there
} entry;

struct ksearch_builder {
    entry *entries;
    uint32_t *slots; // numbers of entries and one, by hash
    uint32_t entry_count, entry_room, slot_room;
    uint8_t *text;
    size_t text_size, text_room;
    // Postings in the order of the documents.
    uint32_t *terms;
    uint8_t *frequencies;
    size_t count, room;
    size_t *ends; // behind each document's postings
    uint8_t *lengths;
    uint32_t documents, document_room;
    uint64_t length, total;
    bool is_finished;
    ksearch_parts parts;
};

// Grows a list to hold one more; its room doubles.
static bool grow(void **list, size_t size, size_t *room, size_t needed) {
    if (needed <= *room) return true;
    size_t wanted = *room < 1024 ? 1024 : *room * 2;
    if (wanted < needed) wanted = needed;
    void *grown = realloc(*list, wanted * size);
    if (grown == NULL) return false;
    *list = grown;
    *room = wanted;
    return true;
}

ksearch_builder *ksearch_builder_open(void) { return calloc(1, sizeof(ksearch_builder)); }

void ksearch_builder_close(ksearch_builder *builder) {
    if (builder == NULL) return;
    free(builder->entries);
    free(builder->slots);
    free(builder->text);
    free(builder->terms);
    free(builder->frequencies);
    free(builder->ends);
    free(builder->lengths);
    ksearch_parts *parts = &builder->parts;
    free((void *)parts->text);
    free((void *)parts->offsets);
    free((void *)parts->term);
    free((void *)parts->chunk);
    free((void *)parts->arrays);
    free((void *)parts->bitmaps);
    free((void *)parts->ranks);
    free((void *)parts->frequencies);
    free((void *)parts->stripes);
    free(builder);
}

static bool rehash(ksearch_builder *builder) {
    uint32_t room = builder->slot_room == 0 ? 4096 : builder->slot_room * 2;
    uint32_t *slots = calloc(room, sizeof *slots);
    if (slots == NULL) return false;
    for (uint32_t number = 0; number < builder->entry_count; number++) {
        uint32_t at = (uint32_t)builder->entries[number].hash & (room - 1);
        while (slots[at] != 0) at = (at + 1) & (room - 1);
        slots[at] = number + 1;
    }
    free(builder->slots);
    builder->slots = slots;
    builder->slot_room = room;
    return true;
}

// The number of a term; UINT32_MAX where there is no memory.
static uint32_t number_of(ksearch_builder *builder, const uint8_t *term, size_t length) {
    if ((builder->entry_count + 1) * 2 > builder->slot_room && !rehash(builder)) return UINT32_MAX;
    uint64_t hash = ksearch_checksum(term, length);
    uint32_t at = (uint32_t)hash & (builder->slot_room - 1);
    for (; builder->slots[at] != 0; at = (at + 1) & (builder->slot_room - 1)) {
        entry *known = &builder->entries[builder->slots[at] - 1];
        if (known->hash == hash && known->length == length && memcmp(builder->text + known->start, term, length) == 0) {
            return builder->slots[at] - 1;
        }
    }
    size_t room = builder->entry_room;
    if (!grow((void **)&builder->entries, sizeof *builder->entries, &room, builder->entry_count + 1u)) return UINT32_MAX;
    builder->entry_room = (uint32_t)room;
    if (!grow((void **)&builder->text, 1, &builder->text_room, builder->text_size + length)) return UINT32_MAX;
    memcpy(builder->text + builder->text_size, term, length);
    uint32_t number = builder->entry_count++;
    builder->entries[number] = (entry){.hash = hash, .start = (uint32_t)builder->text_size, .length = (uint32_t)length};
    builder->text_size += length;
    builder->slots[at] = number + 1;
    return number;
}

bool ksearch_builder_add(ksearch_builder *builder, const uint8_t *term, size_t length, uint32_t weight) {
    if (weight == 0) return true;
    // Places are numbers of four bytes.
    if (builder->count == UINT32_MAX || builder->text_size + length > UINT32_MAX || builder->is_finished) return false;
    uint32_t number = number_of(builder, term, length);
    if (number == UINT32_MAX) return false;
    builder->length += weight;
    entry *own = &builder->entries[number];
    if (own->last == builder->documents + 1) {
        uint64_t sum = (uint64_t)builder->frequencies[own->place] + weight;
        builder->frequencies[own->place] = sum < 255 ? (uint8_t)sum : 255;
        return true;
    }
    size_t room = builder->room;
    if (!grow((void **)&builder->terms, sizeof *builder->terms, &room, builder->count + 1)) return false;
    room = builder->room;
    if (!grow((void **)&builder->frequencies, 1, &room, builder->count + 1)) return false;
    builder->room = room;
    own->last = builder->documents + 1;
    own->place = builder->count;
    own->documents++;
    builder->terms[builder->count] = number;
    builder->frequencies[builder->count++] = weight < 255 ? (uint8_t)weight : 255;
    return true;
}

bool ksearch_builder_next(ksearch_builder *builder) {
    size_t room = builder->document_room;
    if (!grow((void **)&builder->ends, sizeof *builder->ends, &room, builder->documents + 1u)) return false;
    room = builder->document_room;
    if (!grow((void **)&builder->lengths, 1, &room, builder->documents + 1u)) return false;
    builder->document_room = (uint32_t)room;
    builder->ends[builder->documents] = builder->count;
    builder->lengths[builder->documents++] = ksearch_length_code(builder->length);
    builder->total += builder->length;
    builder->length = 0;
    return true;
}

static int by_text(const void *a, const void *b, void *context) {
    const ksearch_builder *builder = context;
    const entry *first = &builder->entries[*(const uint32_t *)a], *second = &builder->entries[*(const uint32_t *)b];
    size_t shared = first->length < second->length ? first->length : second->length;
    int order = memcmp(builder->text + first->start, builder->text + second->start, shared);
    return order != 0 ? order : first->length < second->length ? -1 : first->length > second->length;
}

// Lists of a segment on their way.
typedef struct {
    ksearch_chunk *chunks;
    uint16_t *arrays, *ranks;
    uint64_t *bitmaps;
    uint8_t *stripes;
    size_t chunk_count, chunk_room, array_size, bitmap_count, bitmap_room, rank_room, stripe_count, stripe_room;
} lists;

static bool add_bitmap(lists *lists, const uint32_t *documents, size_t count) {
    size_t room = lists->bitmap_room, needed = (lists->bitmap_count + 1) * WORDS;
    if (!grow((void **)&lists->bitmaps, sizeof *lists->bitmaps, &room, needed)) return false;
    lists->bitmap_room = room;
    room = lists->rank_room;
    if (!grow((void **)&lists->ranks, sizeof *lists->ranks, &room, needed)) return false;
    lists->rank_room = room;
    uint64_t *words = lists->bitmaps + lists->bitmap_count * WORDS;
    memset(words, 0, WORDS * sizeof *words);
    for (size_t at = 0; at < count; at++) words[(documents[at] & 0xFFFF) >> 6] |= 1ull << (documents[at] & 63);
    uint32_t rank = 0;
    for (int word = 0; word < WORDS; word++) {
        lists->ranks[lists->bitmap_count * WORDS + word] = (uint16_t)rank;
        rank += (uint32_t)__builtin_popcountll(words[word]);
    }
    lists->bitmap_count++;
    return true;
}

// The documents of one block, and their frequencies from `first` on.
static bool add_chunk(lists *lists, const ksearch_segment *norms, const uint32_t *documents, size_t count, size_t first,
                      const uint8_t *frequencies, const uint8_t *lengths) {
    size_t room = lists->chunk_room;
    if (!grow((void **)&lists->chunks, sizeof *lists->chunks, &room, lists->chunk_count + 1)) return false;
    lists->chunk_room = room;
    ksearch_chunk *chunk = &lists->chunks[lists->chunk_count++];
    *chunk = (ksearch_chunk){.key = (uint16_t)(documents[0] >> 16), .last = (uint16_t)(count - 1), .shortest = 255,
                             .frequencies = (uint32_t)first, .stripes = UINT32_MAX};
    uint8_t bounds[STRIPES] = {0};
    for (size_t at = 0; at < count; at++) {
        uint8_t frequency = frequencies[first + at], length = lengths[documents[at]];
        if (frequency > chunk->most) chunk->most = frequency;
        if (length < chunk->shortest) chunk->shortest = length;
        float part = saturated(norms, frequency, length) * 255;
        uint8_t bound = part >= 255 ? 255 : (uint8_t)part + 1;
        uint8_t *own = &bounds[(documents[at] & 0xFFFF) / STRIPE];
        if (bound > *own) *own = bound;
    }
    if (count >= LEAST_FOR_STRIPES) {
        room = lists->stripe_room;
        if (!grow((void **)&lists->stripes, 1, &room, lists->stripe_count + STRIPES)) return false;
        lists->stripe_room = room;
        chunk->stripes = (uint32_t)lists->stripe_count;
        memcpy(lists->stripes + lists->stripe_count, bounds, STRIPES);
        lists->stripe_count += STRIPES;
    }
    chunk->is_bitmap = count > MOST_IN_ARRAY;
    if (chunk->is_bitmap) {
        chunk->start = (uint32_t)lists->bitmap_count;
        return add_bitmap(lists, documents, count);
    }
    chunk->start = (uint32_t)lists->array_size;
    for (size_t at = 0; at < count; at++) lists->arrays[lists->array_size++] = (uint16_t)documents[at];
    return true;
}

bool ksearch_builder_finish(ksearch_builder *builder, ksearch_parts *parts) {
    if (builder->is_finished) {
        *parts = builder->parts;
        return true;
    }
    // A document that was begun has to be ended.
    if (builder->count != (builder->documents == 0 ? 0 : builder->ends[builder->documents - 1])) return false;
    builder->is_finished = true;
    uint32_t terms = builder->entry_count;
    uint32_t *order = malloc((terms + 1) * sizeof *order), *places = malloc((terms + 1) * sizeof *places);
    uint32_t *offsets = malloc((terms + 1) * sizeof *offsets), *documents = malloc((builder->count + 1) * sizeof *documents);
    uint8_t *text = malloc(builder->text_size + 1), *frequencies = malloc(builder->count + 1);
    ksearch_term *term = calloc(terms + 1, sizeof *term);
    size_t *next = malloc((terms + 1) * sizeof *next);
    ksearch_segment *norms = calloc(1, sizeof *norms);
    lists lists = {.arrays = malloc((builder->count + 1) * sizeof(uint16_t))};
    bool is_done = order && places && offsets && documents && text && frequencies && term && next && norms && lists.arrays;
    if (is_done) {
        float average = builder->documents == 0 ? 1 : (float)builder->total / (float)builder->documents;
        ksearch_set_norms(norms, average);
        for (uint32_t number = 0; number < terms; number++) order[number] = number;
        qsort_r(order, terms, sizeof *order, by_text, builder);
        size_t at = 0, posting = 0;
        for (uint32_t place = 0; place < terms; place++) {
            const entry *own = &builder->entries[order[place]];
            places[order[place]] = place;
            offsets[place] = (uint32_t)at;
            memcpy(text + at, builder->text + own->start, own->length);
            at += own->length;
            next[place] = posting;
            posting += own->documents;
        }
        offsets[terms] = (uint32_t)at;
        // Documents come in order, so each term's list does.
        size_t from = 0;
        for (uint32_t document = 0; document < builder->documents; document++) {
            for (; from < builder->ends[document]; from++) {
                size_t *own = &next[places[builder->terms[from]]];
                documents[*own] = document;
                frequencies[(*own)++] = builder->frequencies[from];
            }
        }
        size_t start = 0;
        for (uint32_t place = 0; place < terms && is_done; place++) {
            term[place] = (ksearch_term){(uint32_t)lists.chunk_count, (uint32_t)(next[place] - start)};
            while (start < next[place] && is_done) {
                size_t end = start;
                while (end < next[place] && documents[end] >> 16 == documents[start] >> 16) end++;
                is_done = add_chunk(&lists, norms, documents + start, end - start, start, frequencies, builder->lengths);
                start = end;
            }
        }
        term[terms] = (ksearch_term){(uint32_t)lists.chunk_count, 0};
    }
    free(order);
    free(places);
    free(documents);
    free(next);
    free(norms);
    *parts = builder->parts = (ksearch_parts){
        .documents = builder->documents, .terms = terms, .chunk_count = (uint32_t)lists.chunk_count,
        .bitmap_count = (uint32_t)lists.bitmap_count, .stripe_count = (uint32_t)lists.stripe_count, .total = builder->total,
        .text_size = builder->text_size, .array_size = lists.array_size, .posting_count = builder->count, .text = text,
        .offsets = offsets, .term = term, .chunk = lists.chunks, .arrays = lists.arrays, .bitmaps = lists.bitmaps,
        .ranks = lists.ranks, .frequencies = frequencies, .stripes = lists.stripes, .lengths = builder->lengths};
    return is_done;
}
