#include "decode.h"

const uint8_t *term_text(const reader *reader, uint32_t term, size_t *length) {
    const ksearch_segment *segment = reader->source->segment;
    *length = segment->term_offsets[term + 1] - segment->term_offsets[term];
    return segment->term_bytes + segment->term_offsets[term];
}

int compare_texts(const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length) {
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : a_length < b_length ? -1 : a_length > b_length;
}

// Nothing where the document goes nowhere. `more` is read in any case.
static bool read_more(reader *reader, bool is_kept) {
    const ksearch_segment *segment = reader->source->segment;
    decoded *terms = &reader->terms;
    uint32_t place = 0, first = FIRST_PLACE;
    for (bool is_last = false; !is_last;) {
        uint32_t difference = 0;
        uint8_t byte = 64;
        for (uint32_t shift = 0; byte & 64; shift += 6) {
            if (shift >= 24 || reader->more >= segment->more_size) return damaged(reader);
            byte = segment->more[reader->more++];
            difference |= (uint32_t)(byte & 63) << shift;
        }
        is_last = byte & 128;
        place += difference;
        if (place > KSEARCH_LAST_PLACE) return damaged(reader);
        if (!is_kept) continue;
        if (!grow((void **)&terms->more, sizeof *terms->more, &terms->more_room, terms->more_count + 1)) return false;
        terms->more[terms->more_count++] = place | first;
        first = 0;
    }
    return true;
}

static bool read_frequency(reader *reader, size_t posting, uint8_t *frequency) {
    const ksearch_segment *segment = reader->source->segment;
    *frequency = segment->frequencies[posting / 2] >> posting % 2 * 4 & 15;
    if (*frequency == 0) return damaged(reader);
    if (*frequency < HIGH_FREQUENCY) return true;
    if (reader->high >= segment->high_count || segment->high[reader->high] != posting) return damaged(reader);
    *frequency = segment->high_frequencies[reader->high++];
    return *frequency >= HIGH_FREQUENCY || damaged(reader);
}

static bool read_posting(reader *reader, const ksearch_chunk *chunk, uint32_t document) {
    const ksearch_segment *segment = reader->source->segment;
    if (document >= segment->documents) return damaged(reader);
    uint8_t frequency, place = NOWHERE;
    if (!read_frequency(reader, reader->postings++, &frequency)) return false;
    uint32_t number = reader->source->numbers[document];
    if (chunk->places != UINT32_MAX) {
        place = segment->places[reader->places++];
        if (place == MORE_PLACES && !read_more(reader, number != KSEARCH_GONE)) return false;
    }
    decoded *terms = &reader->terms;
    if (number != KSEARCH_GONE) terms->postings[terms->count++] = (listed){number, frequency, place};
    else if (reader->lengths != NULL) reader->lengths[document] += frequency;
    return true;
}

static bool read_bitmap(reader *reader, const ksearch_chunk *chunk) {
    const uint64_t *words = reader->source->segment->bitmaps + (size_t)chunk->start * WORDS;
    uint32_t count = 0;
    for (uint32_t word = 0; word < WORDS; word++) count += (uint32_t)__builtin_popcountll(words[word]);
    if (chunk->start != reader->bitmaps++ || count != chunk->last + 1u) return damaged(reader);
    for (uint32_t word = 0; word < WORDS; word++) {
        for (uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
            uint32_t document = (uint32_t)chunk->key << 16 | word << 6 | (uint32_t)__builtin_ctzll(rest);
            if (!read_posting(reader, chunk, document)) return false;
        }
    }
    return true;
}

static bool read_array(reader *reader, const ksearch_chunk *chunk) {
    const uint16_t *array = reader->source->segment->arrays + chunk->start;
    uint32_t count = chunk->last + 1u;
    if (chunk->start != reader->arrays) return damaged(reader);
    reader->arrays += count;
    for (uint32_t at = 0; at < count; at++) {
        if (at > 0 && array[at] <= array[at - 1]) return damaged(reader);
        if (!read_posting(reader, chunk, (uint32_t)chunk->key << 16 | array[at])) return false;
    }
    return true;
}

bool read_term(reader *reader) {
    const ksearch_segment *segment = reader->source->segment;
    const ksearch_term *term = &segment->term[reader->term];
    size_t before = reader->postings;
    decoded *terms = &reader->terms;
    terms->count = terms->more_count = 0;
    for (uint32_t at = term->first_chunk; at < term[1].first_chunk; at++) {
        const ksearch_chunk *chunk = &segment->chunk[at];
        if (at > term->first_chunk && chunk->key <= chunk[-1].key) return damaged(reader);
        if (chunk->places != UINT32_MAX && chunk->places != reader->places) return damaged(reader);
        if (!grow((void **)&terms->postings, sizeof *terms->postings, &terms->room, terms->count + chunk->last + 1u)) return false;
        if (!(chunk->is_bitmap ? read_bitmap(reader, chunk) : read_array(reader, chunk))) return false;
    }
    if (reader->postings - before != term->documents) return damaged(reader);
    size_t length, next_length;
    const uint8_t *text = term_text(reader, reader->term++, &length);
    if (reader->term == segment->terms) return true;
    const uint8_t *next = term_text(reader, reader->term, &next_length);
    return compare_texts(text, length, next, next_length) < 0 || damaged(reader);
}

bool lost_length(reader *of, uint64_t *lost) {
    const ksearch_source *source = of->source;
    const ksearch_segment *segment = source->segment;
    *lost = 0;
    bool is_any = false;
    for (uint32_t document = 0; document < segment->documents; document++) is_any |= source->numbers[document] == KSEARCH_GONE;
    if (!is_any) return true;
    reader reader = {.source = source, .lengths = calloc(segment->documents, sizeof(uint64_t))};
    bool is_done = reader.lengths != NULL;
    while (is_done && reader.term < segment->terms) is_done = read_term(&reader);
    for (uint32_t document = 0; is_done && document < segment->documents; document++) {
        if (source->numbers[document] != KSEARCH_GONE) continue;
        uint64_t least = ksearch_length(segment->lengths[document]);
        *lost += reader.lengths[document] > least ? reader.lengths[document] : least;
    }
    of->is_damaged = reader.is_damaged;
    free(reader.lengths);
    free(reader.terms.postings);
    free(reader.terms.more);
    return is_done;
}

bool count_postings(reader *reader, size_t *postings) {
    const ksearch_segment *segment = reader->source->segment;
    size_t sum = 0;
    for (uint32_t chunk = 0; chunk < segment->term[segment->terms].first_chunk; chunk++) {
        if (segment->chunk[chunk].frequencies != sum) return damaged(reader);
        sum += segment->chunk[chunk].last + 1u;
    }
    *postings += sum;
    return true;
}
