#ifdef KERUEN_POSTGRES

#include "PostgresShims.h"

#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
#include <stdlib.h>
#include <string.h>

struct kpg_connection {
    PGconn *libpq;
    int warnings;
};

static PGresult *inside(const kpg_result *result) { return (PGresult *)result; }

bool kpg_understands(const char *address) {
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(address, &message);
    PQfreemem(message);
    if (options == NULL) return false;
    PQconninfoFree(options);
    return true;
}

// Notices are for people at a terminal; warnings at a commit tell that it is not as safe as it should be.
static void notice(void *context, const PGresult *result) {
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != NULL && strcmp(severity, "WARNING") == 0) ((kpg_connection *)context)->warnings += 1;
}

static const char *option(const PQconninfoOption *options, const char *name) {
    for (; options != NULL && options->keyword != NULL; options++)
        if (strcmp(options->keyword, name) == 0) return options->val;
    return NULL;
}

static int count(const char *list) {
    int commas = 0;
    for (; list != NULL && *list != '\0'; list++) commas += *list == ',';
    return commas + 1;
}

// An element of a list with commas; of a list of one that one. NULL where there is no list.
static char *element(const char *list, int index) {
    if (list == NULL) return NULL;
    // Lists of different lengths are libpq's to refuse.
    if (count(list) == 1 || count(list) <= index) return strdup(list);
    for (; index > 0; index--) list = strchr(list, ',') + 1;
    return strndup(list, strcspn(list, ","));
}

// Whether a list has places that say nothing.
static bool has_gaps(const char *list) {
    size_t length = list == NULL ? 0 : strlen(list);
    return length > 0 && count(list) > 1 && (list[0] == ',' || list[length - 1] == ',' || strstr(list, ",,") != NULL);
}

int kpg_hosts(const char *address) {
    PQconninfoOption *options = PQconninfoParse(address, NULL);
    const char *wanted = option(options, "target_session_attrs"), *balance = option(options, "load_balance_hosts");
    int hosts = count(option(options, "host")), addresses = count(option(options, "hostaddr"));
    // Some look at all hosts before they choose; and libpq takes an empty place for another list than ours.
    if (has_gaps(option(options, "host")) || has_gaps(option(options, "hostaddr"))) hosts = addresses = 1;
    if ((wanted != NULL && strcmp(wanted, "prefer-standby") == 0) || (balance != NULL && strcmp(balance, "disable") != 0)) hosts = addresses = 1;
    PQconninfoFree(options);
    return hosts > addresses ? hosts : addresses;
}

kpg_connection *kpg_connect(const char *address, int host) {
    kpg_connection *connection = calloc(1, sizeof *connection);
    if (connection == NULL) return NULL;
    PQconninfoOption *options = host < 0 ? NULL : PQconninfoParse(address, NULL);
    char *parts[] = {
        element(option(options, "host"), host), element(option(options, "hostaddr"), host), element(option(options, "port"), host),
    };
    // An empty one would leave the whole list in force.
    if (parts[2] != NULL && *parts[2] == '\0') {
        free(parts[2]);
        parts[2] = strdup("5432");
    }
    // What stands before the string is overridden by it: a machine that has vanished without a word is noticed in seconds.
    const char *const names[] = {
        "tcp_user_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "dbname", "host", "hostaddr", "port",
        "client_encoding", "fallback_application_name", NULL,
    };
    const char *const values[] = {"8000", "5", "2", "3", address, parts[0], parts[1], parts[2], "UTF8", "keruen", NULL};
    connection->libpq = PQconnectStartParams(names, values, 1);
    for (int part = 0; part < 3; part++) free(parts[part]);
    PQconninfoFree(options);
    if (connection->libpq == NULL) {
        free(connection);
        return NULL;
    }
    PQsetErrorVerbosity(connection->libpq, PQERRORS_SQLSTATE);
    PQsetNoticeReceiver(connection->libpq, notice, connection);
    return connection;
}

kpg_wait kpg_connect_poll(kpg_connection *connection) {
    if (PQstatus(connection->libpq) == CONNECTION_BAD) return KPG_FAILED;
    switch (PQconnectPoll(connection->libpq)) {
    case PGRES_POLLING_READING: return KPG_READ;
    case PGRES_POLLING_WRITING: return KPG_WRITE;
    case PGRES_POLLING_OK:
        return PQsetnonblocking(connection->libpq, 1) == 0 && PQenterPipelineMode(connection->libpq) == 1
            ? KPG_DONE : KPG_FAILED;
    default: return KPG_FAILED;
    }
}

void kpg_close(kpg_connection *connection) {
    PQfinish(connection->libpq);
    free(connection);
}

int kpg_socket(const kpg_connection *connection) { return PQsocket(connection->libpq); }
int kpg_backend(const kpg_connection *connection) { return PQbackendPID(connection->libpq); }

// A server's refusal is the letters alone, in whatever language it speaks: see the verbosity. libpq itself says that a password is missing, or that every host only reads.
bool kpg_connect_state(const kpg_connection *connection, char state[6]) {
    if (PQconnectionNeedsPassword(connection->libpq)) {
        memcpy(state, "28P01", 6);
        return true;
    }
    const char *message = PQerrorMessage(connection->libpq);
    for (const char *at = strstr(message, ":  "); at != NULL; at = strstr(at + 1, ":  ")) {
        size_t length = strspn(at + 3, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (length != 5 || (at[8] != '\n' && at[8] != '\0')) continue;
        memcpy(state, at + 3, 5);
        state[5] = '\0';
        return true;
    }
    if (strstr(message, "session is read-only") != NULL) {
        memcpy(state, "25006", 6);
        return true;
    }
    // Not trusted, of another name, or a root that is not there.
    if (strstr(message, "certificate") == NULL) return false;
    memcpy(state, "trust", 6);
    return true;
}

int kpg_warnings(kpg_connection *connection) {
    int warnings = connection->warnings;
    connection->warnings = 0;
    return warnings;
}

bool kpg_prepare(kpg_connection *connection, const char *name, const char *sql, int count, const uint32_t *types) {
    return PQsendPrepare(connection->libpq, name, sql, count, types) == 1;
}

// Every parameter is in binary form, and so is every column of what comes back.
static const int binary[16] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

bool kpg_send_prepared(
    kpg_connection *connection, const char *name, int count, const char *const *values, const int *lengths) {
    return count <= 16 && PQsendQueryPrepared(connection->libpq, name, count, values, lengths, binary, 1) == 1;
}

bool kpg_send(
    kpg_connection *connection, const char *sql, int count, const uint32_t *types, const char *const *values,
    const int *lengths) {
    return count <= 16 && PQsendQueryParams(connection->libpq, sql, count, types, values, lengths, binary, 1) == 1;
}

bool kpg_sync(kpg_connection *connection) { return PQpipelineSync(connection->libpq) == 1; }

kpg_wait kpg_flush(kpg_connection *connection) {
    int left = PQflush(connection->libpq);
    return left == 0 ? KPG_DONE : left == 1 ? KPG_WRITE : KPG_FAILED;
}

bool kpg_consume(kpg_connection *connection) {
    return PQconsumeInput(connection->libpq) == 1 && PQstatus(connection->libpq) == CONNECTION_OK;
}

bool kpg_is_busy(kpg_connection *connection) { return PQisBusy(connection->libpq) == 1; }

kpg_result *kpg_next(kpg_connection *connection) { return (kpg_result *)PQgetResult(connection->libpq); }
void kpg_clear(kpg_result *result) { PQclear(inside(result)); }

kpg_kind kpg_kind_of(const kpg_result *result) {
    switch (PQresultStatus(inside(result))) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK: return KPG_ROWS;
    case PGRES_PIPELINE_SYNC: return KPG_SYNC;
    case PGRES_PIPELINE_ABORTED: return KPG_SKIPPED;
    default: return PQresultErrorField(inside(result), PG_DIAG_SQLSTATE) == NULL ? KPG_LOST : KPG_ERROR;
    }
}

const char *kpg_state(const kpg_result *result) {
    const char *state = PQresultErrorField(inside(result), PG_DIAG_SQLSTATE);
    return state == NULL ? "" : state;
}

int kpg_rows(const kpg_result *result) { return PQntuples(inside(result)); }
bool kpg_is_null(const kpg_result *result, int row, int column) { return PQgetisnull(inside(result), row, column); }
const char *kpg_value(const kpg_result *result, int row, int column) {
    return PQgetvalue(inside(result), row, column);
}
int kpg_length(const kpg_result *result, int row, int column) { return PQgetlength(inside(result), row, column); }
int64_t kpg_changes(const kpg_result *result) { return strtoll(PQcmdTuples(inside(result)), NULL, 10); }

#endif
