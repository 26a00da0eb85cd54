#include <string.h>

#include "SearchShims.h"

// The terms stand in their order, which makes them a tree: those that begin alike are neighbours. So the tree is walked along the text,
// one edit is made at each letter, and the rest has to follow as it is written. A dictionary of a million terms costs a few thousand
// comparisons.

// What is looked for, and the best of what was found, the commonest first.
typedef struct {
    const ksearch_segment *segment;
    const uint8_t *text;
    size_t length;
    uint32_t *found;
    uint32_t room, count;
} misspelling;

// Terms that have the same `depth` bytes in front.
typedef struct {
    uint32_t low, high;
    size_t depth;
} branch;

static const uint8_t *text_of(const ksearch_segment *segment, uint32_t term, size_t *length) {
    *length = segment->term_offsets[term + 1] - segment->term_offsets[term];
    return segment->term_bytes + segment->term_offsets[term];
}

// How many of the bytes belong to the first letter; no more than there are.
static size_t letter(const uint8_t *text, size_t length) {
    size_t bytes = text[0] < 0xC0 ? 1 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : 4;
    return bytes < length ? bytes : length;
}

// A term's bytes behind the branch against some, as memcmp; all that go on behind them count as equal where `begins`.
static int compare_rest(const ksearch_segment *segment, uint32_t term, size_t depth, const uint8_t *rest, size_t length, bool begins) {
    size_t own;
    const uint8_t *text = text_of(segment, term, &own);
    own -= depth;
    int order = memcmp(text + depth, rest, own < length ? own : length);
    return order != 0 ? order : own < length ? -1 : begins ? 0 : own > length;
}

static branch narrowed(const ksearch_segment *segment, branch from, const uint8_t *letters, size_t length) {
    uint32_t low = from.low, high = from.high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_rest(segment, middle, from.depth, letters, length, true) < 0) low = middle + 1;
        else high = middle;
    }
    uint32_t start = low;
    // Most branches are thin: the end is looked for in steps that double.
    uint32_t step = 1;
    for (high = start; high < from.high && compare_rest(segment, high, from.depth, letters, length, true) == 0; step *= 2) {
        low = high + 1;
        high = from.high - high > step ? high + step : from.high;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_rest(segment, middle, from.depth, letters, length, true) == 0) low = middle + 1;
        else high = middle;
    }
    return (branch){start, low, from.depth + length};
}

static void keep(misspelling *wanted, uint32_t term) {
    const ksearch_term *terms = wanted->segment->term;
    uint32_t place = wanted->count;
    for (; place > 0; place--) {
        uint32_t other = wanted->found[place - 1];
        if (other == term) return;
        if (terms[other].documents > terms[term].documents) break;
        if (terms[other].documents == terms[term].documents && other < term) break;
    }
    if (place == wanted->room) return;
    uint32_t kept = wanted->count < wanted->room ? wanted->count++ : wanted->room - 1;
    memmove(wanted->found + place + 1, wanted->found + place, (kept - place) * sizeof *wanted->found);
    wanted->found[place] = term;
}

// The term of a branch that goes on with these bytes and nothing else.
static void keep_rest(misspelling *wanted, branch from, const uint8_t *rest, size_t length) {
    uint32_t low = from.low, high = from.high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_rest(wanted->segment, middle, from.depth, rest, length, false);
        if (order == 0) {
            keep(wanted, middle);
            return;
        }
        if (order < 0) low = middle + 1;
        else high = middle;
    }
}

// Two letters that changed places, and the rest.
static void keep_exchanged(misspelling *wanted, branch from, const uint8_t *rest, size_t length) {
    size_t first = letter(rest, length);
    if (first == length) return;
    size_t second = letter(rest + first, length - first);
    if (first == second && memcmp(rest, rest + first, first) == 0) return;
    branch behind = narrowed(wanted->segment, from, rest + first, second);
    behind = narrowed(wanted->segment, behind, rest, first);
    keep_rest(wanted, behind, rest + first + second, length - first - second);
}

// Another letter in place of the first one, and one more in front of it.
static void keep_with_letters(misspelling *wanted, branch from, const uint8_t *rest, size_t length) {
    size_t own = length == 0 ? 0 : letter(rest, length);
    uint32_t term = from.low;
    while (term < from.high) {
        size_t bytes;
        const uint8_t *text = text_of(wanted->segment, term, &bytes);
        if (bytes == from.depth) {
            term++;
            continue;
        }
        size_t other = letter(text + from.depth, bytes - from.depth);
        branch behind = narrowed(wanted->segment, (branch){term, from.high, from.depth}, text + from.depth, other);
        bool is_own = own == other && memcmp(rest, text + from.depth, own) == 0;
        if (own > 0 && !is_own) keep_rest(wanted, behind, rest + own, length - own);
        keep_rest(wanted, behind, rest, length);
        term = behind.high;
    }
}

uint32_t ksearch_misspellings(const ksearch_segment *segment, const uint8_t *text, size_t length, uint32_t room, uint32_t *found) {
    misspelling wanted = {segment, text, length, found, room, 0};
    branch from = {0, segment->terms, 0};
    while (room > 0 && from.low < from.high) {
        const uint8_t *rest = text + from.depth;
        size_t left = length - from.depth;
        keep_with_letters(&wanted, from, rest, left);
        if (left == 0) break;
        size_t own = letter(rest, left);
        keep_rest(&wanted, from, rest + own, left - own);
        keep_exchanged(&wanted, from, rest, left);
        from = narrowed(segment, from, rest, own);
    }
    return wanted.count;
}
