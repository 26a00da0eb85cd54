#define _GNU_SOURCE
#include "FuzzDriver.h"

#include <sys/mman.h>

int fuzz_open_memory_file(void) { return memfd_create("feed", 0); }
