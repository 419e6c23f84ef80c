#include "GLPKShim.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct start {
    void (*body)(void *context);
    void *context;
};

static void *run(void *argument)
{
    struct start start = *(struct start *)argument;
    free(argument);
    start.body(start.context);
    // GLPK keeps its environment in thread-local memory and never frees it by itself.
    glp_free_env();
    return NULL;
}

int glpkshim_start_thread(size_t stack_bytes, void (*body)(void *context), void *context)
{
    struct start *start = malloc(sizeof(struct start));
    if (start == NULL) return ENOMEM;
    *start = (struct start){body, context};
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (error == 0) {
        pthread_t thread;
        error = pthread_attr_setstacksize(&attributes, stack_bytes);
        if (error == 0) {
            error = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        }
        if (error == 0) error = pthread_create(&thread, &attributes, run, start);
        pthread_attr_destroy(&attributes);
    }
    if (error != 0) free(start);
    return error;
}
