#include "builder.h"

static int by_text(const void *a, const void *b, void *context) {
    const ksearch_builder *builder = context;
    const entry *first = &builder->entries[*(const uint32_t *)a], *second = &builder->entries[*(const uint32_t *)b];
    size_t shared = first->length < second->length ? first->length : second->length;
    int order = memcmp(builder->text + first->start, builder->text + second->start, shared);
    return order != 0 ? order : first->length < second->length ? -1 : first->length > second->length;
}

// Rooms that are needed only until the lists are made.
typedef struct {
    uint32_t *order, *more;
    // Behind what has been put into each term's list, by the term as it was collected.
    size_t *next, *next_more;
    listed *postings;
    ksearch_segment *norms;
} rooms;

static void free_rooms(rooms *rooms) {
    free(rooms->order);
    free(rooms->more);
    free(rooms->next);
    free(rooms->next_more);
    free(rooms->postings);
    free(rooms->norms);
}

// Terms in the order of their bytes, and where their lists begin.
static void order_terms(ksearch_builder *builder, rooms *rooms, uint8_t *text, uint32_t *offsets) {
    uint32_t terms = builder->entry_count;
    for (uint32_t number = 0; number < terms; number++) rooms->order[number] = number;
    qsort_r(rooms->order, terms, sizeof *rooms->order, by_text, builder);
    size_t at = 0, posting = 0, more = 0;
    for (uint32_t place = 0; place < terms; place++) {
        const entry *own = &builder->entries[rooms->order[place]];
        offsets[place] = (uint32_t)at;
        memcpy(text + at, builder->text + own->start, own->length);
        at += own->length;
        rooms->next[rooms->order[place]] = posting;
        rooms->next_more[rooms->order[place]] = more;
        posting += own->documents;
        more += own->more;
    }
    offsets[terms] = (uint32_t)at;
}

// Documents come in their final order, so each term's list does.
static void list_postings(const ksearch_builder *builder, const uint32_t *order, rooms *rooms) {
    for (uint32_t document = 0; document < builder->documents; document++) {
        uint32_t collected = order == NULL ? document : order[document];
        document_end from = collected == 0 ? (document_end){0} : builder->ends[collected - 1], to = builder->ends[collected];
        for (size_t at = from.postings; at < to.postings; at++) {
            const posting *own = &builder->postings[at];
            rooms->postings[rooms->next[own->term]++] = (listed){document, own->frequency, own->place};
        }
        for (size_t at = from.more; at < to.more; at++) {
            const more_place *own = &builder->more[at];
            // A posting's own stand together, for a document has a term but once.
            rooms->more[rooms->next_more[builder->postings[own->posting].term]++] = own->place;
        }
    }
    // What ends the last posting's.
    rooms->more[builder->more_count] = FIRST_PLACE;
}

// Puts lengths into the final order of their documents.
static bool order_lengths(ksearch_builder *builder, const uint32_t *order) {
    uint8_t *lengths = malloc(builder->documents + 1u);
    if (lengths == NULL) return false;
    for (uint32_t document = 0; document < builder->documents; document++) lengths[document] = builder->lengths[order[document]];
    free(builder->lengths);
    builder->lengths = lengths;
    return true;
}

static bool list_terms(const ksearch_builder *builder, rooms *rooms, lists *lists, ksearch_term *term) {
    size_t start = 0;
    uint32_t *more = rooms->more;
    for (uint32_t place = 0; place < builder->entry_count; place++) {
        const entry *own = &builder->entries[rooms->order[place]];
        if (!add_term(lists, &term[place], rooms->norms, rooms->postings + start, own->documents, builder->lengths,
                      own->has_places ? &more : NULL)) {
            return false;
        }
        start += own->documents;
    }
    term[builder->entry_count] = (ksearch_term){(uint32_t)lists->chunk_count, 0};
    return true;
}

bool ksearch_builder_finish(ksearch_builder *builder, const uint32_t *order, ksearch_parts *parts) {
    if (builder->is_finished) {
        *parts = builder->parts;
        return true;
    }
    // A document that was begun has to be ended.
    if (builder->count != (builder->documents == 0 ? 0 : builder->ends[builder->documents - 1].postings)) return false;
    builder->is_finished = true;
    size_t terms = builder->entry_count, count = builder->count;
    rooms rooms = {
        .order = malloc((terms + 1) * sizeof(uint32_t)), .more = malloc((builder->more_count + 1) * sizeof(uint32_t)),
        .next = malloc((terms + 1) * sizeof(size_t)), .next_more = malloc((terms + 1) * sizeof(size_t)),
        .postings = malloc((count + 1) * sizeof(listed)), .norms = calloc(1, sizeof(ksearch_segment))};
    lists lists = {0};
    uint32_t *offsets = malloc((terms + 1) * sizeof *offsets);
    uint8_t *text = malloc(builder->text_size + 1);
    ksearch_term *term = calloc(terms + 1, sizeof *term);
    bool is_done = rooms.order && rooms.more && rooms.next && rooms.next_more && rooms.postings && rooms.norms && offsets && text &&
                   term && open_lists(&lists, count) && (order == NULL || order_lengths(builder, order));
    if (is_done) {
        ksearch_set_norms(rooms.norms, builder->documents == 0 ? 1 : (float)builder->total / (float)builder->documents);
        order_terms(builder, &rooms, text, offsets);
        list_postings(builder, order, &rooms);
        is_done = list_terms(builder, &rooms, &lists, term);
    }
    free_rooms(&rooms);
    keep_lists(builder, &lists, (uint32_t)terms, builder->text_size, text, offsets, term);
    *parts = builder->parts;
    return is_done;
}
