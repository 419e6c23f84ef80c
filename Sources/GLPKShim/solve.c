#include "guard.h"

#include <math.h>

struct basis {
    glp_prob *problem;
    const uint8_t *column_status;
    const uint8_t *row_status;
};

static void set_basis(void *arguments)
{
    const struct basis *basis = arguments;
    const int rows = glp_get_num_rows(basis->problem);
    const int columns = glp_get_num_cols(basis->problem);
    for (int row = 0; row < rows; row++) {
        glp_set_row_stat(basis->problem, row + 1, basis->row_status[row]);
    }
    for (int column = 0; column < columns; column++) {
        glp_set_col_stat(basis->problem, column + 1, basis->column_status[column]);
    }
}

glpkshim_outcome glpkshim_set_basis(
    glpkshim_monitor *monitor, glp_prob *problem, const uint8_t *column_status,
    const uint8_t *row_status)
{
    struct basis basis = {problem, column_status, row_status};
    return glpkshim_guard(monitor, set_basis, &basis);
}

static void set_slack_basis(void *arguments) { glp_std_basis(arguments); }

glpkshim_outcome glpkshim_set_slack_basis(glpkshim_monitor *monitor, glp_prob *problem)
{
    return glpkshim_guard(monitor, set_slack_basis, problem);
}

struct simplex {
    glp_prob *problem;
    const glp_smcp *parameters;
    int code;
};

static void simplex(void *arguments)
{
    struct simplex *run = arguments;
    run->code = glp_simplex(run->problem, run->parameters);
}

glpkshim_outcome glpkshim_simplex(
    glpkshim_monitor *monitor, glp_prob *problem, const glp_smcp *parameters, int *code)
{
    struct simplex run = {problem, parameters, 0};
    glpkshim_outcome outcome = glpkshim_guard_interruptible(monitor, simplex, &run);
    *code = run.code;
    return outcome;
}

struct search {
    glpkshim_monitor *monitor;
    glp_prob *problem;
    glp_iocp parameters;
    glpkshim_tree *tree;
    int code;
};

static void raise_bound(glp_tree *nodes, glpkshim_tree *tree)
{
    const int best = glp_ios_best_node(nodes);
    if (best != 0) tree->bound = fmax(tree->bound, glp_ios_node_bound(nodes, best));
}

static bool is_gap_closed(glp_tree *nodes, const glpkshim_tree *tree)
{
    glp_prob *problem = glp_ios_get_prob(nodes);
    // The objective reads as 0 while there is no incumbent.
    if (glp_mip_status(problem) != GLP_FEAS) return false;
    const double incumbent = glp_mip_obj_val(problem);
    const double size = fmax(tree->unit, fabs(incumbent + tree->offset));
    return incumbent - tree->bound <= tree->relative_gap * size;
}

static void watch(glp_tree *nodes, void *info)
{
    const struct search *search = info;
    glpkshim_tree *tree = search->tree;
    glpkshim_note_progress(search->monitor);
    glp_ios_tree_size(nodes, NULL, NULL, &tree->nodes);
    raise_bound(nodes, tree);
    if (is_gap_closed(nodes, tree)) {
        tree->stop = glpkshim_gap_closed;
    } else if (tree->nodes > tree->node_limit) {
        tree->stop = glpkshim_node_limit;
    } else if (glpkshim_is_cancelled(search->monitor)) {
        tree->stop = glpkshim_asked_to_stop;
    }
    if (tree->stop != glpkshim_ran_on) glp_ios_terminate(nodes);
}

static void branch_and_cut(void *arguments)
{
    struct search *search = arguments;
    search->code = glp_intopt(search->problem, &search->parameters);
}

glpkshim_outcome glpkshim_search(
    glpkshim_monitor *monitor, glp_prob *problem, const glp_iocp *parameters, glpkshim_tree *tree,
    int *code)
{
    struct search search = {monitor, problem, *parameters, tree, 0};
    search.parameters.cb_func = watch;
    search.parameters.cb_info = &search;
    tree->nodes = 0;
    tree->stop = glpkshim_ran_on;
    glpkshim_outcome outcome = glpkshim_guard(monitor, branch_and_cut, &search);
    *code = search.code;
    return outcome;
}
