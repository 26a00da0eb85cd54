// The same work straight on ICU, as a careful C or C++ programmer does it. Texts are UTF-8 behind one another; `ends` are the
// offsets where each ends.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// All return a number that depends on the whole work, so that none of it is left out.

// Transliterates every text by the ICU id, in UTF-16 that was converted before. Returns the nanoseconds it took.
uint64_t raw_transliterate(const char *id, const char *texts, const uint32_t *ends, int32_t count, uint64_t *result);
// Compares every text with its successor. Returns the nanoseconds.
uint64_t raw_compare(const char *locale, const char *texts, const uint32_t *ends, int32_t count, uint64_t *result);
// Sorts the texts by their keys: one key each, an 8-byte prefix of it compared as a number first. Returns the nanoseconds,
// and the order.
uint64_t raw_sort(const char *locale, const char *texts, const uint32_t *ends, int32_t count, uint32_t *order);

// A plural message formatted so many times, by a formatter that is open; and the same by its parts.
uint64_t raw_umsg(const char *_Nonnull locale, const char *_Nonnull pattern, int32_t count, uint64_t *_Nonnull result);
uint64_t raw_unumf_plural(const char *_Nonnull locale, const char *_Nonnull one, const char *_Nonnull few,
                          const char *_Nonnull many, int32_t count, uint64_t *_Nonnull result);
#ifdef __cplusplus
}
#endif
