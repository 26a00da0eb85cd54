#include "disk.h"

#include <stdlib.h>
#include <string.h>

pthread_mutex_t disk_lock = PTHREAD_MUTEX_INITIALIZER;

static disk_file files[MAX_FILES];
static int file_count;
static uint64_t state;
static int handles;
static uint64_t generation;
static int is_dark;
static int64_t until_cut = -1;
static int64_t until_failure = -1;
static int fails_full;
static int lies;
static fault_vfs_counts counts;

uint64_t disk_random(void) {
    uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

void disk_count_handle(int difference) { handles += difference; }

uint64_t disk_generation(void) { return generation; }


disk_file *disk_find(const char *name, int create) {
    for (int i = 0; i < file_count; i++)
        if (strcmp(files[i].name, name) == 0) return &files[i];
    if (!create || file_count == MAX_FILES || strlen(name) >= sizeof files[0].name) return NULL;
    disk_file *file = &files[file_count++];
    memset(file, 0, sizeof *file);
    strcpy(file->name, name);
    return file;
}

static void grow(content *content, int64_t length) {
    if (length > content->capacity) {
        int64_t capacity = length * 2 < 65536 ? 65536 : length * 2;
        content->bytes = realloc(content->bytes, (size_t)capacity);
        if (content->bytes == NULL) abort();
        content->capacity = capacity;
    }
    if (length > content->length) memset(content->bytes + content->length, 0, (size_t)(length - content->length));
    content->length = length;
}

static void mark(disk_file *file, int64_t from, int64_t through) {
    int64_t first = from / SECTOR, last = through / SECTOR;
    if (last >= file->sectors) {
        int64_t sectors = last * 2 + 256;
        file->dirty = realloc(file->dirty, (size_t)sectors);
        if (file->dirty == NULL) abort();
        memset(file->dirty + file->sectors, 0, (size_t)(sectors - file->sectors));
        file->sectors = sectors;
    }
    memset(file->dirty + first, 1, (size_t)(last - first + 1));
}

int disk_write(disk_file *file, const void *bytes, int count, int64_t offset) {
    if (count == 0) return SQLITE_OK;
    if (offset + count > file->now.length) grow(&file->now, offset + count);
    memcpy(file->now.bytes + offset, bytes, (size_t)count);
    mark(file, offset, offset + count - 1);
    return SQLITE_OK;
}

int disk_truncate(disk_file *file, int64_t length) {
    if (length < file->now.length) {
        mark(file, length, file->now.length - 1);
        file->now.length = length;
    }
    return SQLITE_OK;
}

static void copy(content *to, const content *from) {
    to->length = 0;
    grow(to, from->length);
    if (from->length > 0) memcpy(to->bytes, from->bytes, (size_t)from->length);
}

// Only what has changed is copied: a sync follows every transaction.
void disk_sync(disk_file *file) {
    counts.syncs++;
    if (lies) return;
    int64_t length = file->now.length;
    grow(&file->synced, length);
    for (int64_t sector = 0; sector < file->sectors; sector++) {
        if (!file->dirty[sector]) continue;
        file->dirty[sector] = 0;
        int64_t start = sector * SECTOR;
        if (start >= length) continue;
        int64_t size = length - start < SECTOR ? length - start : SECTOR;
        memcpy(file->synced.bytes + start, file->now.bytes + start, (size_t)size);
    }
    file->was_synced = 1;
}

void disk_delete(disk_file *file) {
    file->exists = 0;
    file->was_synced = 0;
    file->now.length = 0;
    file->synced.length = 0;
    if (file->dirty != NULL) memset(file->dirty, 0, (size_t)file->sectors);
}

// What a power cut leaves of a file.
static void survive(disk_file *file, int how) {
    // The name of a file that was never synced may not have reached the disk at all.
    if (!file->was_synced && disk_random() % 2 == 0) {
        disk_delete(file);
        return;
    }
    int64_t was = file->synced.length, is = file->now.length;
    int64_t length = how == 0 ? is : how == 1 ? was : disk_random() % 2 == 0 ? was : is;
    grow(&file->synced, was > is ? was : is);
    for (int64_t sector = 0; sector < file->sectors; sector++) {
        if (!file->dirty[sector]) continue;
        int64_t start = sector * SECTOR, size = is - start < SECTOR ? is - start : SECTOR;
        if (size <= 0) continue;
        // Half of what was not synced is there; of some sectors only the beginning.
        uint64_t fate = how == 0 ? 3 : how == 1 ? 7 : disk_random() % 8;
        if (fate == 0) size = 1 + (int64_t)(disk_random() % (uint64_t)size);
        if (fate < 4) memcpy(file->synced.bytes + start, file->now.bytes + start, (size_t)size);
    }
    file->synced.length = length;
    if (file->dirty != NULL) memset(file->dirty, 0, (size_t)file->sectors);
    copy(&file->now, &file->synced);
    file->was_synced = 1;
}

static void forget_processes(disk_file *file) {
    file->shared = 0;
    file->reserved = file->pending = file->exclusive = NULL;
    // Dead handles may still look at the old regions, so they are not freed while the program runs.
    memset(file->regions, 0, sizeof file->regions);
    file->region_size = file->users = 0;
    memset(file->slots_shared, 0, sizeof file->slots_shared);
    memset(file->slots_exclusive, 0, sizeof file->slots_exclusive);
}

// Whether a connection is within a transaction that writes.
static int is_writing(void) {
    for (int i = 0; i < file_count; i++)
        if (files[i].slots_exclusive[0] != NULL) return 1;
    return 0;
}

int disk_strike(int writes, int io_error) {
    if (is_dark) return io_error;
    counts.operations++;
    if (writes && until_cut >= 0 && until_cut-- == 0) {
        is_dark = 1;
        counts.cuts++;
        return io_error;
    }
    // Readers' threads come and go as they please; what strikes has to be the same for the same seed.
    if ((writes || is_writing()) && until_failure >= 0 && until_failure-- == 0) {
        counts.failures++;
        return writes && fails_full ? SQLITE_FULL : io_error;
    }
    return SQLITE_OK;
}

void fault_vfs_reset(uint64_t seed) {
    pthread_mutex_lock(&disk_lock);
    state = seed;
    generation++;
    is_dark = 0;
    until_cut = until_failure = -1;
    memset(&counts, 0, sizeof counts);
    for (int i = 0; i < file_count; i++) {
        disk_delete(&files[i]);
        forget_processes(&files[i]);
    }
    pthread_mutex_unlock(&disk_lock);
}

void fault_vfs_cut_power_after(int64_t operations) {
    pthread_mutex_lock(&disk_lock);
    until_cut = operations;
    pthread_mutex_unlock(&disk_lock);
}

void fault_vfs_fail_after(int64_t operations, int full) {
    pthread_mutex_lock(&disk_lock);
    until_failure = operations;
    fails_full = full;
    pthread_mutex_unlock(&disk_lock);
}

void fault_vfs_lie(int lie) {
    pthread_mutex_lock(&disk_lock);
    lies = lie;
    pthread_mutex_unlock(&disk_lock);
}

void fault_vfs_calm(void) {
    pthread_mutex_lock(&disk_lock);
    until_cut = until_failure = -1;
    pthread_mutex_unlock(&disk_lock);
}

int fault_vfs_is_dark(void) {
    pthread_mutex_lock(&disk_lock);
    int dark = is_dark;
    pthread_mutex_unlock(&disk_lock);
    return dark;
}

void fault_vfs_restore_power(void) {
    pthread_mutex_lock(&disk_lock);
    generation++;
    is_dark = 0;
    until_cut = until_failure = -1;
    // At times the disk had done it all, and only nobody heard; at times nothing of it.
    int how = (int)(disk_random() % 4);
    for (int i = 0; i < file_count; i++) {
        if (files[i].exists) survive(&files[i], how);
        forget_processes(&files[i]);
    }
    pthread_mutex_unlock(&disk_lock);
}

int fault_vfs_open_handles(void) {
    pthread_mutex_lock(&disk_lock);
    int open = handles;
    pthread_mutex_unlock(&disk_lock);
    return open;
}

fault_vfs_counts fault_vfs_count(void) {
    pthread_mutex_lock(&disk_lock);
    fault_vfs_counts result = counts;
    pthread_mutex_unlock(&disk_lock);
    return result;
}
