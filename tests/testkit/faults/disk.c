/*
 * Makes the disk under a program's store sick: preloaded, it reads the file that MOOTHALL_FAULTS names before each write or sync
 * of a file whose name begins with moothall.db. "readonly" and "full" refuse writes as such a disk does, "slow N" delays each
 * sync by N milliseconds, anything else lets all pass.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int of_store(int fd) {
    char link[64], name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    if (length <= 0) return 0;
    name[length] = 0;
    char *last = strrchr(name, '/');
    return last && strncmp(last + 1, "moothall.db", 11) == 0 && !strstr(last, "-shm");
}

static void fault(char *word, size_t size) {
    const char *file = getenv("MOOTHALL_FAULTS");
    word[0] = 0;
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0) return;
    ssize_t length = read(fd, word, size - 1);
    word[length > 0 ? length : 0] = 0;
    close(fd);
}

static int refused(int fd) {
    char word[64];
    if (!of_store(fd)) return 0;
    fault(word, sizeof word);
    if (strncmp(word, "readonly", 8) == 0) return EROFS;
    if (strncmp(word, "full", 4) == 0) return ENOSPC;
    return 0;
}

static void delay(int fd) {
    char word[64];
    if (!of_store(fd)) return;
    fault(word, sizeof word);
    if (strncmp(word, "slow ", 5) == 0) usleep((useconds_t) atoi(word + 5) * 1000);
}

#define REFUSE(fd) do { int why = refused(fd); if (why) { errno = why; return -1; } } while (0)
#define REAL(name, result, ...) static result (*real)(__VA_ARGS__); if (!real) real = (result (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int fd, const void *data, size_t count, off64_t at) {
    REAL("pwrite64", ssize_t, int, const void *, size_t, off64_t);
    REFUSE(fd);
    return real(fd, data, count, at);
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t at) {
    REAL("pwrite", ssize_t, int, const void *, size_t, off_t);
    REFUSE(fd);
    return real(fd, data, count, at);
}

ssize_t write(int fd, const void *data, size_t count) {
    REAL("write", ssize_t, int, const void *, size_t);
    REFUSE(fd);
    return real(fd, data, count);
}

int fsync(int fd) {
    REAL("fsync", int, int);
    delay(fd);
    return real(fd);
}

int fdatasync(int fd) {
    REAL("fdatasync", int, int);
    delay(fd);
    return real(fd);
}
