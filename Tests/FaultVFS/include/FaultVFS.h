#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdint.h>

// A disk in memory behind SQLite, which can fail and lose its power.
//
// Each file has two contents: what was written, and what was synced. A sync makes the second equal to the first; when the power
// fails, every sector that was written since is there, or not, or torn in the middle, as the seed has it.

// Takes all files whose paths begin so, for every connection of the process that names no other VFS; all other files stay the
// system's. Returns SQLite's result.
int fault_vfs_register(const char *path);

// An empty disk, with power, whose misfortunes follow from a seed.
void fault_vfs_reset(uint64_t seed);

// The power fails at the write, sync, truncation or deletion of this number from now on, counted from 0; never with -1. From then
// on everything fails until the power is back.
void fault_vfs_cut_power_after(int64_t operations);

// The operation of this number from now on fails once, of those that write or read within a transaction that writes: with
// SQLITE_IOERR, or, where `full` is set and it writes, SQLITE_FULL; never with -1.
void fault_vfs_fail_after(int64_t operations, int full);

// From now on a sync does nothing and says that it did.
void fault_vfs_lie(int lies);

// Neither is going to happen any more.
void fault_vfs_calm(void);

// Whether the power is off.
int fault_vfs_is_dark(void);

// The power is back: files are what was synced and what happened to survive of the rest. Handles of before stay dead.
void fault_vfs_restore_power(void);

// Handles that are not closed yet: a store that ends closes them on threads of its own.
int fault_vfs_open_handles(void);

// How many operations there were, and how many power cuts and failures struck.
typedef struct {
    uint64_t operations;
    uint64_t syncs;
    uint64_t cuts;
    uint64_t failures;
} fault_vfs_counts;

fault_vfs_counts fault_vfs_count(void);

#endif
