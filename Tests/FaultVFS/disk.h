#ifndef FAULT_VFS_DISK_H
#define FAULT_VFS_DISK_H

#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>

#include "FaultVFS.h"

#define SECTOR 512
#define MAX_FILES 16
#define MAX_REGIONS 64

typedef struct {
    uint8_t *bytes;
    int64_t length;
    int64_t capacity;
} content;

// A file's place on the disk; handles point to it. It stays for as long as the program runs, its contents come and go.
typedef struct {
    char name[512];
    int exists;
    int was_synced;
    content now;
    content synced;
    // One byte a sector that was written since the last sync.
    uint8_t *dirty;
    int64_t sectors;
    // SQLite's five locks: how many hold a shared one, and who holds more.
    int shared;
    void *reserved;
    void *pending;
    void *exclusive;
    // The shared memory of a WAL. It belongs to processes, not to the disk: a power cut clears it.
    void *regions[MAX_REGIONS];
    int region_size;
    int users;
    int slots_shared[SQLITE_SHM_NLOCK];
    void *slots_exclusive[SQLITE_SHM_NLOCK];
} disk_file;

// Everything below is called under the disk's lock.
extern pthread_mutex_t disk_lock;

disk_file *disk_find(const char *name, int create);
int disk_write(disk_file *file, const void *bytes, int count, int64_t offset);
int disk_truncate(disk_file *file, int64_t length);
void disk_sync(disk_file *file);
void disk_delete(disk_file *file);

// What strikes an operation: SQLITE_OK as a rule.
int disk_strike(int writes, int io_error);
// Handles of another generation than this are dead.
uint64_t disk_generation(void);
uint64_t disk_random(void);
void disk_count_handle(int difference);

#endif
