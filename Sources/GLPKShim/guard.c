#include "guard.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum {
    text_capacity = 4096,
    // Healthy solves warn a few times at most; the endless loops of GLPK warn thousands of times.
    warning_limit = 200,
};

struct glpkshim_monitor {
    jmp_buf way_back;
    glpkshim_outcome outcome;
    bool interruptible;
    int warnings;
    bool (*poll)(void *context);
    void *poll_context;
    size_t length;
    char text[text_capacity + 1];
};

static _Thread_local uint64_t epoch;

uint64_t glpkshim_epoch(void) { return epoch; }

uintptr_t glpkshim_thread(void) { return (uintptr_t)&epoch; }

glpkshim_monitor *glpkshim_monitor_create(void) { return calloc(1, sizeof(glpkshim_monitor)); }

void glpkshim_monitor_destroy(glpkshim_monitor *monitor) { free(monitor); }

const char *glpkshim_monitor_text(const glpkshim_monitor *monitor) { return monitor->text; }

void glpkshim_monitor_set_poll(
    glpkshim_monitor *monitor, bool (*poll)(void *context), void *context)
{
    monitor->poll = poll;
    monitor->poll_context = context;
}

bool glpkshim_is_cancelled(const glpkshim_monitor *monitor)
{
    return monitor->poll != NULL && monitor->poll(monitor->poll_context);
}

void glpkshim_note_progress(glpkshim_monitor *monitor) { monitor->warnings = 0; }

static _Noreturn void leave(glpkshim_monitor *monitor, glpkshim_outcome outcome)
{
    monitor->outcome = outcome;
    longjmp(monitor->way_back, 1);
}

static void error_hook(void *info) { leave(info, glpkshim_aborted); }

static void append(glpkshim_monitor *monitor, const char *text)
{
    size_t added = strlen(text);
    if (added > text_capacity) {
        text += added - text_capacity;
        added = text_capacity;
    }
    size_t kept = monitor->length;
    if (kept > text_capacity - added) {
        kept = text_capacity - added;
        memmove(monitor->text, monitor->text + monitor->length - kept, kept);
    }
    memcpy(monitor->text + kept, text, added + 1);
    monitor->length = kept + added;
}

// Returns nonzero, so that GLPK prints nothing itself.
static int terminal_hook(void *info, const char *text)
{
    glpkshim_monitor *monitor = info;
    append(monitor, text);
    if (strstr(text, "numerical instability") != NULL) monitor->warnings++;
    if (monitor->warnings > warning_limit) leave(monitor, glpkshim_unstable);
    if (monitor->interruptible && glpkshim_is_cancelled(monitor)) {
        leave(monitor, glpkshim_cancelled);
    }
    return 1;
}

static glpkshim_outcome guard(
    glpkshim_monitor *monitor, bool interruptible, void (*work)(void *arguments), void *arguments)
{
    monitor->interruptible = interruptible;
    monitor->warnings = 0;
    monitor->length = 0;
    monitor->text[0] = '\0';
    // glp_free_env resets the hooks of its thread, so every call sets them anew.
    glp_term_hook(terminal_hook, monitor);
    glp_error_hook(error_hook, monitor);
    if (setjmp(monitor->way_back) == 0) {
        work(arguments);
        glp_error_hook(NULL, NULL);
        glp_term_hook(NULL, NULL);
        return glpkshim_done;
    }
    glp_free_env();
    epoch++;
    return monitor->outcome;
}

glpkshim_outcome glpkshim_guard(
    glpkshim_monitor *monitor, void (*work)(void *arguments), void *arguments)
{
    return guard(monitor, false, work, arguments);
}

glpkshim_outcome glpkshim_guard_interruptible(
    glpkshim_monitor *monitor, void (*work)(void *arguments), void *arguments)
{
    return guard(monitor, true, work, arguments);
}
