#ifdef KERUEN_POSTGRES

#include "PostgresShims.h"

#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct kpg_watch {
    int poll, bell;
};

kpg_watch *kpg_watch_open(void) {
    kpg_watch *watch = calloc(1, sizeof *watch);
    if (watch == NULL) return NULL;
    watch->poll = epoll_create1(EPOLL_CLOEXEC);
    watch->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = watch->bell};
    if (watch->poll < 0 || epoll_ctl(watch->poll, EPOLL_CTL_ADD, watch->bell, &event) != 0) {
        free(watch);
        return NULL;
    }
    return watch;
}

void kpg_watch_for(const kpg_watch *watch, int socket, bool writable) {
    struct epoll_event event = {.events = (writable ? EPOLLOUT : EPOLLIN | EPOLLRDHUP) | EPOLLONESHOT, .data.fd = socket};
    // A socket that was closed is forgotten by the kernel, and its number comes again.
    if (epoll_ctl(watch->poll, EPOLL_CTL_MOD, socket, &event) != 0)
        epoll_ctl(watch->poll, EPOLL_CTL_ADD, socket, &event);
}

void kpg_watch_ring(const kpg_watch *watch) {
    uint64_t one = 1;
    if (write(watch->bell, &one, sizeof one) < 0) return;
}

int kpg_watch_wait(const kpg_watch *watch, int *sockets, int most, int milliseconds) {
    struct epoll_event events[64];
    int count = epoll_wait(watch->poll, events, most < 64 ? most : 64, milliseconds), ready = 0;
    for (int each = 0; each < count; each += 1) {
        if (events[each].data.fd != watch->bell) {
            sockets[ready] = events[each].data.fd;
            ready += 1;
        } else {
            uint64_t rings;
            if (read(watch->bell, &rings, sizeof rings) < 0) continue;
        }
    }
    return ready;
}

#endif
