#include "decode.h"

static bool take(decoded *out, const decoded *from, size_t *at, size_t *more) {
    out->postings[out->count++] = from->postings[*at];
    if (from->postings[(*at)++].place != MORE_PLACES) return true;
    do {
        if (!grow((void **)&out->more, sizeof *out->more, &out->more_room, out->more_count + 1)) return false;
        out->more[out->more_count++] = from->more[(*more)++];
    } while (*more < from->more_count && !(from->more[*more] & FIRST_PLACE));
    return true;
}

// What both have of a term, by the numbers of the documents.
static bool join(decoded *out, const decoded *a, const decoded *b) {
    out->count = out->more_count = 0;
    if (!grow((void **)&out->postings, sizeof *out->postings, &out->room, a->count + b->count)) return false;
    size_t a_at = 0, b_at = 0, a_more = 0, b_more = 0;
    while (a_at < a->count || b_at < b->count) {
        bool is_first = b_at == b->count || (a_at < a->count && a->postings[a_at].document < b->postings[b_at].document);
        if (!(is_first ? take(out, a, &a_at, &a_more) : take(out, b, &b_at, &b_more))) return false;
    }
    return true;
}

// What is being made of both.
typedef struct {
    reader base, small;
    decoded joined;
    lists lists;
    ksearch_segment *norms;
    uint8_t *text;
    uint32_t *offsets;
    ksearch_term *term;
    uint32_t terms;
    size_t text_size;
} merge;

static bool add_merged(merge *merge, const ksearch_builder *builder, decoded *postings, const uint8_t *text, size_t length) {
    if (postings->count == 0) return true;
    bool has_places = false;
    for (size_t at = 0; at < postings->count && !has_places; at++) has_places = postings->postings[at].place != NOWHERE;
    // What ends the last posting's.
    if (!grow((void **)&postings->more, sizeof *postings->more, &postings->more_room, postings->more_count + 1)) return false;
    postings->more[postings->more_count] = FIRST_PLACE;
    uint32_t *more = postings->more;
    memcpy(merge->text + merge->text_size, text, length);
    merge->offsets[merge->terms] = (uint32_t)merge->text_size;
    merge->text_size += length;
    return add_term(&merge->lists, &merge->term[merge->terms++], merge->norms, postings->postings, postings->count,
                    builder->lengths, has_places ? &more : NULL);
}

// The next term of either, or of both.
static bool merge_term(merge *merge, const ksearch_builder *builder) {
    reader *base = &merge->base, *small = &merge->small;
    size_t base_length = 0, small_length = 0;
    const uint8_t *base_text = NULL, *small_text = NULL;
    bool is_base = base->term < base->source->segment->terms, is_small = small->term < small->source->segment->terms;
    if (is_base) base_text = term_text(base, base->term, &base_length);
    if (is_small) small_text = term_text(small, small->term, &small_length);
    if (is_base && is_small) {
        int order = compare_texts(base_text, base_length, small_text, small_length);
        is_base = order <= 0;
        is_small = order >= 0;
    }
    if (is_base && !read_term(base)) return false;
    if (is_small && !read_term(small)) return false;
    if (!is_base) return add_merged(merge, builder, &small->terms, small_text, small_length);
    if (!is_small || small->terms.count == 0) return add_merged(merge, builder, &base->terms, base_text, base_length);
    if (base->terms.count == 0) return add_merged(merge, builder, &small->terms, small_text, small_length);
    return join(&merge->joined, &base->terms, &small->terms) &&
           add_merged(merge, builder, &merge->joined, base_text, base_length);
}

// Lengths of the documents that go somewhere, and their sum.
static bool merge_lengths(ksearch_builder *builder, reader *reader) {
    const ksearch_source *source = reader->source;
    uint64_t lost = 0;
    if (!lost_length(reader, &lost)) return false;
    if (lost > source->total) return damaged(reader);
    builder->total += source->total - lost;
    for (uint32_t document = 0; document < source->segment->documents; document++) {
        uint32_t number = source->numbers[document];
        if (number != KSEARCH_GONE) builder->lengths[number] = source->segment->lengths[document];
    }
    return true;
}

static bool open_merge(merge *merge) {
    const ksearch_segment *base = merge->base.source->segment, *small = merge->small.source->segment;
    size_t terms = (size_t)base->terms + small->terms, postings = 0;
    if (!count_postings(&merge->base, &postings) || !count_postings(&merge->small, &postings)) return false;
    size_t text = (size_t)base->term_offsets[base->terms] + small->term_offsets[small->terms];
    // Places are numbers of four bytes.
    if (terms >= UINT32_MAX || postings >= UINT32_MAX || text > UINT32_MAX) return false;
    merge->norms = calloc(1, sizeof *merge->norms);
    merge->text = malloc(text + 1);
    merge->offsets = malloc((terms + 1) * sizeof *merge->offsets);
    merge->term = malloc((terms + 1) * sizeof *merge->term);
    return merge->norms && merge->text && merge->offsets && merge->term && open_lists(&merge->lists, postings);
}

static void close_merge(merge *merge) {
    decoded *lists[] = {&merge->base.terms, &merge->small.terms, &merge->joined};
    for (size_t at = 0; at < sizeof lists / sizeof *lists; at++) {
        free(lists[at]->postings);
        free(lists[at]->more);
    }
    free(merge->norms);
}

static bool merge_all(merge *merge, ksearch_builder *builder) {
    if (!open_merge(merge) || !merge_lengths(builder, &merge->base) || !merge_lengths(builder, &merge->small)) return false;
    ksearch_set_norms(merge->norms, builder->documents == 0 ? 1 : (float)builder->total / (float)builder->documents);
    uint32_t base = merge->base.source->segment->terms, small = merge->small.source->segment->terms;
    while (merge->base.term < base || merge->small.term < small) {
        if (!merge_term(merge, builder)) return false;
    }
    merge->offsets[merge->terms] = (uint32_t)merge->text_size;
    merge->term[merge->terms] = (ksearch_term){(uint32_t)merge->lists.chunk_count, 0};
    return true;
}

ksearch_merged ksearch_builder_merge(ksearch_builder *builder, const ksearch_source *base, const ksearch_source *small,
                                     uint32_t documents) {
    if (builder->count > 0 || builder->documents > 0 || builder->is_finished) return KSEARCH_NO_MEMORY;
    builder->is_finished = true;
    builder->documents = documents;
    builder->lengths = malloc(documents + 1u);
    merge merge = {.base.source = base, .small.source = small};
    bool is_done = builder->lengths != NULL && merge_all(&merge, builder);
    keep_lists(builder, &merge.lists, merge.terms, merge.text_size, merge.text, merge.offsets, merge.term);
    close_merge(&merge);
    if (is_done) return KSEARCH_MERGED;
    return merge.base.is_damaged || merge.small.is_damaged ? KSEARCH_DAMAGED : KSEARCH_NO_MEMORY;
}
