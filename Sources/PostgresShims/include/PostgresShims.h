#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libpq behind opaque types: its header never reaches Swift. Everything here returns at once; who wants to wait watches the socket.

typedef struct kpg_connection kpg_connection;
typedef struct kpg_result kpg_result;

// What a connection waits for before it can go on.
typedef enum { KPG_DONE, KPG_READ, KPG_WRITE, KPG_FAILED } kpg_wait;

// Whether libpq can read a connection string; it says why in words that repeat the string, so they are not passed on.
bool kpg_understands(const char *address);

// How many hosts a string names to be tried one after the other; 1 also where libpq has to go through them itself.
int kpg_hosts(const char *address);
// Begins to connect to one of the hosts, or with -1 to what libpq makes of the string; null only without memory. What the string leaves
// out comes from the environment, as with psql.
kpg_connection *kpg_connect(const char *address, int host);
kpg_wait kpg_connect_poll(kpg_connection *connection);
void kpg_close(kpg_connection *connection);

int kpg_socket(const kpg_connection *connection);
// The process that the server says serves this connection; a pooler says another than the server itself.
int kpg_backend(const kpg_connection *connection);
// The five letters of the refusal that ended it; false where there are none: the network's errors have none.
bool kpg_connect_state(const kpg_connection *connection, char state[6]);
// Warnings since this was asked last.
int kpg_warnings(kpg_connection *connection);

// Queues a statement; `types` are those of its parameters, all in binary form. False where the connection is lost.
bool kpg_prepare(kpg_connection *connection, const char *name, const char *sql, int count, const uint32_t *types);
bool kpg_send_prepared(
    kpg_connection *connection, const char *name, int count, const char *const *values, const int *lengths);
bool kpg_send(
    kpg_connection *connection, const char *sql, int count, const uint32_t *types, const char *const *values,
    const int *lengths);
// Ends a batch: what follows an error in it is skipped.
bool kpg_sync(kpg_connection *connection);
// Sends what is queued as far as it goes: KPG_WRITE where more is left.
kpg_wait kpg_flush(kpg_connection *connection);
// Takes what has arrived; false where the connection is lost.
bool kpg_consume(kpg_connection *connection);
// Whether the next result is still to arrive.
bool kpg_is_busy(kpg_connection *connection);

typedef enum { KPG_ROWS, KPG_ERROR, KPG_SKIPPED, KPG_SYNC, KPG_LOST } kpg_kind;

// The next result, or null at the end of a statement's.
kpg_result *kpg_next(kpg_connection *connection);
void kpg_clear(kpg_result *result);
kpg_kind kpg_kind_of(const kpg_result *result);
// The five letters of an error.
const char *kpg_state(const kpg_result *result);
int kpg_rows(const kpg_result *result);
bool kpg_is_null(const kpg_result *result, int row, int column);
const char *kpg_value(const kpg_result *result, int row, int column);
int kpg_length(const kpg_result *result, int row, int column);
// How many rows a change has touched.
int64_t kpg_changes(const kpg_result *result);

// Sockets that are waited for, by one thread for all.
typedef struct kpg_watch kpg_watch;

// Null where the process may open no more files.
kpg_watch *kpg_watch_open(void);
// Once: until it is told, or asked for anew.
void kpg_watch_for(const kpg_watch *watch, int socket, bool writable);
// Wakes the thread that waits.
void kpg_watch_ring(const kpg_watch *watch);
// Sleeps so long at most, or without an end for -1; at most 64 sockets.
int kpg_watch_wait(const kpg_watch *watch, int *sockets, int most, int milliseconds);
