// C guards around GLPK.
//
// GLPK ends the process on a bad argument or a failed assertion. Each function that takes a monitor
// runs its GLPK calls under setjmp with an error hook that jumps back, so that an abort becomes an
// outcome. No Swift frame ever lies between the setjmp and the longjmp. Terminal text is captured
// and never printed.
//
// After any outcome but `done` the GLPK environment of the calling thread is gone, every problem of
// that thread with it: `glpkshim_epoch` has changed, and a pointer from an earlier epoch must be
// neither used nor deleted.
#ifndef GLPKSHIM_H
#define GLPKSHIM_H

#include <glpk.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum __attribute__((enum_extensibility(closed))) {
    glpkshim_done,
    glpkshim_aborted,    // GLPK refused an argument or failed an assertion
    glpkshim_cancelled,  // the poll asked to stop
    glpkshim_unstable,   // the simplex method kept restarting for numerical instability
} glpkshim_outcome;

// Collects the terminal text of a call and holds the way back from it. One thread at a time.
typedef struct glpkshim_monitor glpkshim_monitor;

glpkshim_monitor *glpkshim_monitor_create(void);
void glpkshim_monitor_destroy(glpkshim_monitor *monitor);

// The last few kilobytes that GLPK printed during the latest guarded call.
const char *glpkshim_monitor_text(const glpkshim_monitor *monitor);

// Sets what `glpkshim_simplex` and `glpkshim_search` ask, when GLPK reports progress, whether to
// stop; NULL for nothing. The poll must not call GLPK.
void glpkshim_monitor_set_poll(
    glpkshim_monitor *monitor, bool (*poll)(void *context), void *context);

// The number of times this thread lost its GLPK environment.
uint64_t glpkshim_epoch(void);

// A number that tells the running threads apart.
uintptr_t glpkshim_thread(void);

// Runs the body on a new detached thread, which then frees its GLPK environment.
// Returns 0, or the error number of the failed pthread call; then the body never runs.
int glpkshim_start_thread(size_t stack_bytes, void (*body)(void *context), void *context);

// Creates a minimising problem of this size, with its matrix by rows (0-based columns).
glpkshim_outcome glpkshim_load(
    glpkshim_monitor *monitor, glp_prob **problem, int rows, int columns, const intptr_t *row_start,
    const int32_t *entry_column, const double *entry_coefficient, const bool *column_is_integer);

// Has row i multiplied by row_scale[i] and column j by column_scale[j] inside the solver.
glpkshim_outcome glpkshim_set_scale(
    glpkshim_monitor *monitor, glp_prob *problem, const double *row_scale,
    const double *column_scale);

glpkshim_outcome glpkshim_delete(glpkshim_monitor *monitor, glp_prob *problem);

// Sets every cost to `factor` times the given one.
glpkshim_outcome glpkshim_set_costs(
    glpkshim_monitor *monitor, glp_prob *problem, const double *costs, double factor);

// Sets the bounds of `count` rows or columns from the 0-based `first` on to `factor` times the
// given ones, infinities for none.
glpkshim_outcome glpkshim_set_row_bounds(
    glpkshim_monitor *monitor, glp_prob *problem, int first, int count, const double *lower,
    const double *upper, double factor);
glpkshim_outcome glpkshim_set_column_bounds(
    glpkshim_monitor *monitor, glp_prob *problem, int first, int count, const double *lower,
    const double *upper, double factor);

// Sets the basis by GLPK's status codes.
glpkshim_outcome glpkshim_set_basis(
    glpkshim_monitor *monitor, glp_prob *problem, const uint8_t *column_status,
    const uint8_t *row_status);

// Makes every row basic.
glpkshim_outcome glpkshim_set_slack_basis(glpkshim_monitor *monitor, glp_prob *problem);

// Calls glp_simplex; its return code goes to `code`.
glpkshim_outcome glpkshim_simplex(
    glpkshim_monitor *monitor, glp_prob *problem, const glp_smcp *parameters, int *code);

// Factorizes the basis anew; its return code goes to `code`. At 0, `head` receives what each place of
// the basis holds, 0-based: rows first, then columns.
glpkshim_outcome glpkshim_factorize(
    glpkshim_monitor *monitor, glp_prob *problem, int32_t *head, int *code);

// Solves for the basis matrix B of (I | -A): B x = b, with b by row and x by place of the basis, or
// B' x = b, the other way round. The vector is b before and x after.
glpkshim_outcome glpkshim_solve_basis(
    glpkshim_monitor *monitor, glp_prob *problem, bool is_transposed, double *vector);

typedef enum __attribute__((enum_extensibility(closed))) {
    glpkshim_ran_on,      // the search ended by itself or at its time limit
    glpkshim_gap_closed,
    glpkshim_node_limit,
    glpkshim_asked_to_stop,
} glpkshim_stop;

// The state of a branch-and-cut search, in scaled units.
typedef struct {
    double bound;         // in: the relaxation's optimum; out: the best proved lower bound
    double offset;        // what the objective lacks of the value that the gap is relative to
    double unit;          // 1 in the scaled objective
    double relative_gap;  // the gap that closes the search:
                          // (incumbent - bound) / max(unit, |incumbent + offset|)
    int node_limit;       // stop when more nodes were made
    int nodes;            // out: nodes made
    glpkshim_stop stop;   // out
} glpkshim_tree;

// Calls glp_intopt, its callback set to keep the tree's state; its return code goes to `code`.
glpkshim_outcome glpkshim_search(
    glpkshim_monitor *monitor, glp_prob *problem, const glp_iocp *parameters, glpkshim_tree *tree,
    int *code);

// Copies the basic solution: one value, dual and status a column or row.
glpkshim_outcome glpkshim_copy_basic(
    glpkshim_monitor *monitor, glp_prob *problem, double *column_value, uint8_t *column_status,
    double *row_dual, uint8_t *row_status);

// Copies the column values of the incumbent.
glpkshim_outcome glpkshim_copy_incumbent(
    glpkshim_monitor *monitor, glp_prob *problem, double *column_value);

#endif
