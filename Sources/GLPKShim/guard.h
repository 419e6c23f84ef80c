// Shared by the guarded functions; see GLPKShim.h.
#ifndef GLPKSHIM_GUARD_H
#define GLPKSHIM_GUARD_H

#include "GLPKShim.h"

// Runs `work(arguments)`, which calls GLPK and owns nothing that a jump out of it would leak.
glpkshim_outcome glpkshim_guard(
    glpkshim_monitor *monitor, void (*work)(void *arguments), void *arguments);

// The same for the simplex method, which a poll may leave by a jump.
glpkshim_outcome glpkshim_guard_interruptible(
    glpkshim_monitor *monitor, void (*work)(void *arguments), void *arguments);

bool glpkshim_is_cancelled(const glpkshim_monitor *monitor);

// Tells the monitor that the work moves on, so that warnings count anew.
void glpkshim_note_progress(glpkshim_monitor *monitor);

#endif
