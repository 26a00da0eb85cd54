#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a C++ programmer writes straight on simdjson: reads the products of a file of JSON Lines by so many threads, every field
// of each into a view or a number, and checks none of them. Returns a sum over all of them, and how many there were.
uint64_t raw_json_products(const char *path, uint32_t threads, uint64_t *products);

#ifdef __cplusplus
}
#endif
