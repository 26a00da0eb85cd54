#pragma once

#include <stddef.h>
#include <stdint.h>

// libFuzzer's door for programs that have a main of their own, as SwiftPM's have.
int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv,
                        int (*_Nonnull target)(const uint8_t *_Nullable bytes, size_t count));

// Changes bytes in place, where there is room for `most`; returns how many there are then.
size_t LLVMFuzzerMutate(uint8_t *_Nonnull bytes, size_t count, size_t most);

// A file that is in memory alone, which Swift's Glibc does not show; -1 where there is none.
int fuzz_open_memory_file(void);
