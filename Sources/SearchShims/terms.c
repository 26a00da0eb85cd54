#include "workspace.h"

// Sorted numbers of a page, and how many there are.
typedef struct {
    uint32_t *numbers;
    uint32_t count, limit;
} page;

// False where it is behind a full page, as all that follow are.
static bool put(page *page, uint32_t number) {
    uint32_t at = page->count;
    while (at > 0 && page->numbers[at - 1] > number) at--;
    if (at > 0 && page->numbers[at - 1] == number) return true;
    if (at == page->limit) return false;
    uint32_t moved = page->count < page->limit ? page->count : page->limit - 1;
    memmove(page->numbers + at + 1, page->numbers + at, (moved - at) * sizeof *page->numbers);
    page->numbers[at] = number;
    if (page->count < page->limit) page->count++;
    return true;
}

static bool put_chunk(const ksearch_segment *segment, const ksearch_chunk *chunk, page *page) {
    uint32_t base = (uint32_t)chunk->key * BLOCK;
    if (!chunk->is_bitmap) {
        const uint16_t *array = segment->arrays + chunk->start;
        for (uint32_t at = 0; at <= chunk->last; at++) {
            if (base + array[at] >= segment->documents || !put(page, base + array[at])) return false;
        }
        return true;
    }
    const uint64_t *words = segment->bitmaps + (size_t)chunk->start * WORDS;
    for (uint32_t word = 0; word < WORDS; word++) {
        for (uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            uint32_t document = base + word * 64 + (uint32_t)__builtin_ctzll(bits);
            if (document >= segment->documents || !put(page, document)) return false;
        }
    }
    return true;
}

uint32_t ksearch_first_of_terms(const ksearch_segment *segment, uint32_t term, uint32_t end, uint32_t limit, uint32_t *documents) {
    page page = {documents, 0, limit};
    if (limit == 0) return 0;
    for (; term < end; term++) {
        uint32_t chunk = segment->term[term].first_chunk, last = segment->term[term + 1].first_chunk;
        while (chunk < last && put_chunk(segment, &segment->chunk[chunk], &page)) chunk++;
    }
    return page.count;
}

uint32_t ksearch_commonest(const ksearch_segment *segment, uint32_t term, uint32_t end, uint32_t limit, uint32_t *terms) {
    uint32_t count = 0;
    if (limit == 0) return 0;
    for (; term < end; term++) {
        uint32_t documents = segment->term[term].documents;
        if (count == limit && segment->term[terms[count - 1]].documents >= documents) continue;
        uint32_t at = count < limit ? count++ : count - 1;
        for (; at > 0 && segment->term[terms[at - 1]].documents < documents; at--) terms[at] = terms[at - 1];
        terms[at] = term;
    }
    return count;
}
