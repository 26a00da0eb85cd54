#include <stdlib.h>
#include <string.h>

#include "disk.h"

// A connection's view of a file.
typedef struct {
    sqlite3_file base;
    disk_file *file;
    uint64_t generation;
    int lock;
    int maps;
    int deletes;
    uint16_t slots_shared;
    uint16_t slots_exclusive;
} handle;

static void enter(void) { pthread_mutex_lock(&disk_lock); }
static int leave(int result) {
    pthread_mutex_unlock(&disk_lock);
    return result;
}

static int is_dead(const handle *handle) { return handle->generation != disk_generation(); }

static int strike(const handle *handle, int writes, int io_error) {
    return is_dead(handle) ? io_error : disk_strike(writes, io_error);
}

static int unlock_to(handle *handle, int lock) {
    if (is_dead(handle)) return SQLITE_OK;
    disk_file *file = handle->file;
    if (file->exclusive == handle) file->exclusive = NULL;
    if (file->pending == handle) file->pending = NULL;
    if (file->reserved == handle) file->reserved = NULL;
    if (lock == SQLITE_LOCK_NONE && handle->lock >= SQLITE_LOCK_SHARED) file->shared--;
    if (lock < handle->lock) handle->lock = lock;
    return SQLITE_OK;
}

static void shm_release(handle *handle) {
    if (is_dead(handle)) return;
    for (int i = 0; i < SQLITE_SHM_NLOCK; i++) {
        if (handle->slots_shared & (1 << i)) handle->file->slots_shared[i]--;
        if (handle->slots_exclusive & (1 << i)) handle->file->slots_exclusive[i] = NULL;
    }
    handle->slots_shared = handle->slots_exclusive = 0;
    if (handle->maps && --handle->file->users == 0) {
        // The last one leaves: the next has to read the WAL anew, as after a process's end.
        for (int i = 0; i < MAX_REGIONS; i++) {
            free(handle->file->regions[i]);
            handle->file->regions[i] = NULL;
        }
    }
    handle->maps = 0;
}

static int x_close(sqlite3_file *base) {
    handle *self = (handle *)base;
    enter();
    shm_release(self);
    unlock_to(self, SQLITE_LOCK_NONE);
    if (self->deletes && !is_dead(self)) disk_delete(self->file);
    disk_count_handle(-1);
    return leave(SQLITE_OK);
}

static int x_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    handle *self = (handle *)base;
    enter();
    int struck = strike(self, 0, SQLITE_IOERR_READ);
    if (struck != SQLITE_OK) return leave(struck);
    content *now = &self->file->now;
    int64_t there = now->length - offset;
    if (there < 0) there = 0;
    if (there > count) there = count;
    if (there > 0) memcpy(bytes, now->bytes + offset, (size_t)there);
    if (there == count) return leave(SQLITE_OK);
    memset((uint8_t *)bytes + there, 0, (size_t)(count - there));
    return leave(SQLITE_IOERR_SHORT_READ);
}

static int x_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    handle *self = (handle *)base;
    enter();
    if (is_dead(self)) return leave(SQLITE_IOERR_WRITE);
    int struck = strike(self, 1, SQLITE_IOERR_WRITE);
    // A write that fails may have been done in part.
    if (struck != SQLITE_OK) {
        if (count > 0) disk_write(self->file, bytes, (int)(disk_random() % (uint64_t)count), offset);
        return leave(struck);
    }
    return leave(disk_write(self->file, bytes, count, offset));
}

static int x_truncate(sqlite3_file *base, sqlite3_int64 length) {
    handle *self = (handle *)base;
    enter();
    int struck = strike(self, 1, SQLITE_IOERR_TRUNCATE);
    return leave(struck != SQLITE_OK ? struck : disk_truncate(self->file, length));
}

static int x_sync(sqlite3_file *base, int flags) {
    (void)flags;
    handle *self = (handle *)base;
    enter();
    int struck = strike(self, 1, SQLITE_IOERR_FSYNC);
    if (struck != SQLITE_OK) return leave(struck == SQLITE_FULL ? SQLITE_IOERR_FSYNC : struck);
    disk_sync(self->file);
    return leave(SQLITE_OK);
}

static int x_size(sqlite3_file *base, sqlite3_int64 *size) {
    handle *self = (handle *)base;
    enter();
    *size = self->file->now.length;
    return leave(is_dead(self) ? SQLITE_IOERR_FSTAT : SQLITE_OK);
}

static int x_lock(sqlite3_file *base, int lock) {
    handle *self = (handle *)base;
    disk_file *file = self->file;
    enter();
    if (is_dead(self)) return leave(SQLITE_IOERR_LOCK);
    if (self->lock >= lock) return leave(SQLITE_OK);
    if (self->lock == SQLITE_LOCK_NONE) {
        if (file->pending != NULL || file->exclusive != NULL) return leave(SQLITE_BUSY);
        file->shared++;
        self->lock = SQLITE_LOCK_SHARED;
        if (lock == SQLITE_LOCK_SHARED) return leave(SQLITE_OK);
    }
    if (file->reserved != NULL && file->reserved != self) return leave(SQLITE_BUSY);
    file->reserved = self;
    if (lock == SQLITE_LOCK_RESERVED) {
        self->lock = lock;
        return leave(SQLITE_OK);
    }
    file->pending = self;
    if (file->shared > 1) {
        self->lock = SQLITE_LOCK_PENDING;
        return leave(SQLITE_BUSY);
    }
    file->exclusive = self;
    self->lock = SQLITE_LOCK_EXCLUSIVE;
    return leave(SQLITE_OK);
}

static int x_unlock(sqlite3_file *base, int lock) {
    enter();
    return leave(unlock_to((handle *)base, lock));
}

static int x_check_reserved(sqlite3_file *base, int *result) {
    enter();
    *result = ((handle *)base)->file->reserved != NULL;
    return leave(SQLITE_OK);
}

static int x_control(sqlite3_file *base, int operation, void *argument) {
    (void)base, (void)operation, (void)argument;
    return SQLITE_NOTFOUND;
}

static int x_sector_size(sqlite3_file *base) {
    (void)base;
    return SECTOR;
}

// A write touches no byte beside it, as on every disk that SQLite's defaults are made for.
static int x_characteristics(sqlite3_file *base) {
    (void)base;
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int x_shm_map(sqlite3_file *base, int region, int size, int extend, void volatile **result) {
    handle *self = (handle *)base;
    disk_file *file = self->file;
    enter();
    *result = NULL;
    if (is_dead(self) || region >= MAX_REGIONS) return leave(SQLITE_IOERR_SHMMAP);
    if (!self->maps) {
        self->maps = 1;
        file->users++;
    }
    if (file->regions[region] == NULL && extend) file->regions[region] = calloc(1, (size_t)size);
    *result = file->regions[region];
    return leave(SQLITE_OK);
}

static int x_shm_lock(sqlite3_file *base, int first, int count, int flags) {
    handle *self = (handle *)base;
    disk_file *file = self->file;
    enter();
    if (is_dead(self)) return leave(flags & SQLITE_SHM_UNLOCK ? SQLITE_OK : SQLITE_IOERR_SHMLOCK);
    for (int i = first; i < first + count; i++) {
        int shared_by_others = file->slots_shared[i] - ((self->slots_shared >> i) & 1);
        void *owner = file->slots_exclusive[i];
        if (flags & SQLITE_SHM_UNLOCK) continue;
        if (owner != NULL && owner != self) return leave(SQLITE_BUSY);
        if ((flags & SQLITE_SHM_EXCLUSIVE) && shared_by_others > 0) return leave(SQLITE_BUSY);
    }
    for (int i = first; i < first + count; i++) {
        uint16_t bit = (uint16_t)(1 << i);
        if (flags & SQLITE_SHM_UNLOCK) {
            if (self->slots_shared & bit) file->slots_shared[i]--;
            if (self->slots_exclusive & bit) file->slots_exclusive[i] = NULL;
            self->slots_shared &= (uint16_t)~bit;
            self->slots_exclusive &= (uint16_t)~bit;
        } else if (flags & SQLITE_SHM_EXCLUSIVE) {
            file->slots_exclusive[i] = self;
            self->slots_exclusive |= bit;
        } else if (!(self->slots_shared & bit)) {
            file->slots_shared[i]++;
            self->slots_shared |= bit;
        }
    }
    return leave(SQLITE_OK);
}

static void x_shm_barrier(sqlite3_file *base) {
    (void)base;
    __sync_synchronize();
    enter();
    leave(SQLITE_OK);
}

static int x_shm_unmap(sqlite3_file *base, int deletes) {
    (void)deletes;
    enter();
    shm_release((handle *)base);
    return leave(SQLITE_OK);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = x_close,
    .xRead = x_read,
    .xWrite = x_write,
    .xTruncate = x_truncate,
    .xSync = x_sync,
    .xFileSize = x_size,
    .xLock = x_lock,
    .xUnlock = x_unlock,
    .xCheckReservedLock = x_check_reserved,
    .xFileControl = x_control,
    .xSectorSize = x_sector_size,
    .xDeviceCharacteristics = x_characteristics,
    .xShmMap = x_shm_map,
    .xShmLock = x_shm_lock,
    .xShmBarrier = x_shm_barrier,
    .xShmUnmap = x_shm_unmap,
};

// The system's own, for every file that is not ours: other connections of the process go on with it.
static sqlite3_vfs *system_vfs;
static char folder[512];

static int is_ours(const char *name) { return name != NULL && strncmp(name, folder, strlen(folder)) == 0; }

static int x_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out) {
    (void)vfs;
    if (!is_ours(name)) return system_vfs->xOpen(system_vfs, name, base, flags, out);
    handle *self = (handle *)base;
    memset(self, 0, sizeof *self);
    enter();
    disk_file *file = disk_find(name, flags & SQLITE_OPEN_CREATE);
    if (file == NULL || (!file->exists && !(flags & SQLITE_OPEN_CREATE))) return leave(SQLITE_CANTOPEN);
    int struck = disk_strike(0, SQLITE_CANTOPEN);
    if (struck != SQLITE_OK) return leave(struck);
    file->exists = 1;
    self->file = file;
    self->generation = disk_generation();
    disk_count_handle(1);
    self->deletes = flags & SQLITE_OPEN_DELETEONCLOSE;
    self->base.pMethods = &methods;
    if (out != NULL) *out = flags;
    return leave(SQLITE_OK);
}

static int x_delete(sqlite3_vfs *vfs, const char *name, int syncs) {
    (void)vfs;
    if (!is_ours(name)) return system_vfs->xDelete(system_vfs, name, syncs);
    enter();
    disk_file *file = disk_find(name, 0);
    if (file == NULL || !file->exists) return leave(SQLITE_IOERR_DELETE_NOENT);
    int struck = disk_strike(1, SQLITE_IOERR_DELETE);
    if (struck != SQLITE_OK) return leave(struck == SQLITE_FULL ? SQLITE_IOERR_DELETE : struck);
    disk_delete(file);
    return leave(SQLITE_OK);
}

static int x_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    (void)vfs;
    if (!is_ours(name)) return system_vfs->xAccess(system_vfs, name, flags, result);
    enter();
    disk_file *file = disk_find(name, 0);
    *result = file != NULL && file->exists && (flags != SQLITE_ACCESS_EXISTS || file->now.length > 0);
    return leave(SQLITE_OK);
}

static int x_full_path(sqlite3_vfs *vfs, const char *name, int size, char *path) {
    (void)vfs;
    if (!is_ours(name)) return system_vfs->xFullPathname(system_vfs, name, size, path);
    if ((int)strlen(name) >= size) return SQLITE_CANTOPEN;
    strcpy(path, name);
    return SQLITE_OK;
}

int fault_vfs_register(const char *path) {
    static sqlite3_vfs vfs;
    if (strlen(path) >= sizeof folder) return SQLITE_CANTOPEN;
    strcpy(folder, path);
    if (system_vfs != NULL) return SQLITE_OK;
    system_vfs = sqlite3_vfs_find(NULL);
    if (system_vfs == NULL) return SQLITE_ERROR;
    vfs = *system_vfs;
    vfs.zName = "fault";
    vfs.pNext = NULL;
    if (vfs.szOsFile < (int)sizeof(handle)) vfs.szOsFile = sizeof(handle);
    vfs.xOpen = x_open;
    vfs.xDelete = x_delete;
    vfs.xAccess = x_access;
    vfs.xFullPathname = x_full_path;
    return sqlite3_vfs_register(&vfs, 1);
}
