#include "builder.h"

ksearch_builder *ksearch_builder_open(void) { return calloc(1, sizeof(ksearch_builder)); }

void ksearch_builder_close(ksearch_builder *builder) {
    if (builder == NULL) return;
    free(builder->entries);
    free(builder->slots);
    free(builder->text);
    free(builder->postings);
    free(builder->more);
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
    free((void *)parts->high);
    free((void *)parts->high_frequencies);
    free((void *)parts->places);
    free((void *)parts->more);
    free((void *)parts->more_offsets);
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

static inline uint64_t eight(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static inline uint32_t four(const uint8_t *bytes) {
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static inline uint64_t folded(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// Words are short: whole ones are read, the last over the one before it.
static inline uint64_t hash_of(const uint8_t *term, size_t length) {
    const uint64_t odd = 0x9E3779B97F4A7C15ull, other = 0xD6E8FEB86659FD93ull;
    uint64_t first = 0, last = 0, sum = length * odd;
    if (length >= 8) {
        for (size_t at = 0; at + 16 < length; at += 8) sum = folded(sum ^ eight(term + at), odd);
        first = length > 16 ? eight(term + length - 16) : eight(term);
        last = eight(term + length - 8);
    } else if (length >= 4) {
        first = four(term);
        last = four(term + length - 4);
    } else if (length > 0) {
        first = (uint64_t)term[0] << 16 | (uint64_t)term[length / 2] << 8 | term[length - 1];
    }
    return folded(first ^ sum, last ^ other);
}

static inline bool is_same(const uint8_t *a, const uint8_t *b, size_t length) {
    if (length >= 8) {
        uint64_t difference = eight(a + length - 8) ^ eight(b + length - 8);
        for (size_t at = 0; at + 8 < length; at += 8) difference |= eight(a + at) ^ eight(b + at);
        return difference == 0;
    }
    if (length >= 4) return ((four(a) ^ four(b)) | (four(a + length - 4) ^ four(b + length - 4))) == 0;
    for (size_t at = 0; at < length; at++) {
        if (a[at] != b[at]) return false;
    }
    return true;
}

// The number of a term; UINT32_MAX where there is no memory.
static uint32_t number_of(ksearch_builder *builder, const uint8_t *term, size_t length) {
    if ((builder->entry_count + 1) * 2 > builder->slot_room && !rehash(builder)) return UINT32_MAX;
    uint64_t hash = hash_of(term, length);
    uint32_t at = (uint32_t)hash & (builder->slot_room - 1);
    for (; builder->slots[at] != 0; at = (at + 1) & (builder->slot_room - 1)) {
        entry *known = &builder->entries[builder->slots[at] - 1];
        if (known->hash == hash && known->length == length && is_same(builder->text + known->start, term, length)) {
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

static bool add_more(ksearch_builder *builder, entry *own, uint32_t place) {
    if (!grow((void **)&builder->more, sizeof *builder->more, &builder->more_room, builder->more_count + 1)) return false;
    builder->more[builder->more_count++] = (more_place){(uint32_t)own->posting, place};
    own->more++;
    return true;
}

// Another place of the posting that a term has in this document.
static bool add_place(ksearch_builder *builder, entry *own, uint32_t place) {
    if (place > KSEARCH_LAST_PLACE) return true;
    uint8_t *known = &builder->postings[own->posting].place;
    own->has_places = true;
    if (*known == NOWHERE) {
        *known = place < NOWHERE ? (uint8_t)place : MORE_PLACES;
        return place < NOWHERE || add_more(builder, own, place | FIRST_PLACE);
    }
    if (*known == MORE_PLACES) return add_more(builder, own, place);
    if (!add_more(builder, own, *known | FIRST_PLACE)) return false;
    *known = MORE_PLACES;
    return add_more(builder, own, place);
}

bool ksearch_builder_add(ksearch_builder *builder, const uint8_t *term, size_t length, uint32_t weight, uint32_t place) {
    if (weight == 0) return true;
    // Places are numbers of four bytes.
    if (builder->count == UINT32_MAX || builder->text_size + length > UINT32_MAX || builder->is_finished) return false;
    uint32_t number = number_of(builder, term, length);
    if (number == UINT32_MAX) return false;
    builder->length += weight;
    entry *own = &builder->entries[number];
    if (own->last == builder->documents + 1) {
        posting *known = &builder->postings[own->posting];
        uint64_t sum = (uint64_t)known->frequency + weight;
        known->frequency = sum < 255 ? (uint8_t)sum : 255;
        return add_place(builder, own, place);
    }
    if (!grow((void **)&builder->postings, sizeof *builder->postings, &builder->room, builder->count + 1)) return false;
    own->last = builder->documents + 1;
    own->posting = builder->count;
    own->documents++;
    builder->postings[builder->count++] = (posting){number, weight < 255 ? (uint8_t)weight : 255, NOWHERE};
    return add_place(builder, own, place);
}

bool ksearch_builder_next(ksearch_builder *builder) {
    if (builder->is_finished) return false;
    size_t room = builder->document_room;
    if (!grow((void **)&builder->ends, sizeof *builder->ends, &room, builder->documents + 1u)) return false;
    room = builder->document_room;
    if (!grow((void **)&builder->lengths, 1, &room, builder->documents + 1u)) return false;
    builder->document_room = (uint32_t)room;
    builder->ends[builder->documents] = (document_end){builder->count, builder->more_count};
    builder->lengths[builder->documents++] = ksearch_length_code(builder->length);
    builder->total += builder->length;
    builder->length = 0;
    return true;
}
