#include "guard.h"

#include <math.h>
#include <stdlib.h>

struct matrix {
    glp_prob *problem;
    int rows;
    int columns;
    int entries;
    const int *entry_row;
    const int *entry_column;
    const double *entry_coefficient;
    const bool *column_is_integer;
};

static void load(void *arguments)
{
    struct matrix *matrix = arguments;
    glp_prob *problem = matrix->problem = glp_create_prob();
    glp_set_obj_dir(problem, GLP_MIN);
    // GLPK aborts when asked for no rows or no columns.
    if (matrix->rows > 0) glp_add_rows(problem, matrix->rows);
    if (matrix->columns > 0) glp_add_cols(problem, matrix->columns);
    for (int column = 0; column < matrix->columns; column++) {
        if (matrix->column_is_integer[column]) glp_set_col_kind(problem, column + 1, GLP_IV);
    }
    // GLPK's arrays start at 1.
    if (matrix->entries > 0) {
        glp_load_matrix(
            problem, matrix->entries, matrix->entry_row - 1, matrix->entry_column - 1,
            matrix->entry_coefficient - 1);
    }
}

glpkshim_outcome glpkshim_load(
    glpkshim_monitor *monitor, glp_prob **problem, int rows, int columns, const intptr_t *row_start,
    const int32_t *entry_column, const double *entry_coefficient, const bool *column_is_integer)
{
    const size_t entries = (size_t)row_start[rows];
    int *triplet_row = malloc((2 * entries + 1) * sizeof(int));
    if (triplet_row == NULL) return glpkshim_aborted;
    int *triplet_column = triplet_row + entries;
    for (int row = 0; row < rows; row++) {
        for (intptr_t entry = row_start[row]; entry < row_start[row + 1]; entry++) {
            triplet_row[entry] = row + 1;
            triplet_column[entry] = entry_column[entry] + 1;
        }
    }
    struct matrix matrix = {
        .rows = rows,
        .columns = columns,
        .entries = (int)entries,
        .entry_row = triplet_row,
        .entry_column = triplet_column,
        .entry_coefficient = entry_coefficient,
        .column_is_integer = column_is_integer,
    };
    glpkshim_outcome outcome = glpkshim_guard(monitor, load, &matrix);
    free(triplet_row);
    *problem = outcome == glpkshim_done ? matrix.problem : NULL;
    return outcome;
}

struct scale {
    glp_prob *problem;
    const double *row_scale;
    const double *column_scale;
};

static void set_scale(void *arguments)
{
    const struct scale *scale = arguments;
    const int rows = glp_get_num_rows(scale->problem);
    const int columns = glp_get_num_cols(scale->problem);
    for (int row = 0; row < rows; row++) {
        glp_set_rii(scale->problem, row + 1, scale->row_scale[row]);
    }
    for (int column = 0; column < columns; column++) {
        glp_set_sjj(scale->problem, column + 1, scale->column_scale[column]);
    }
}

glpkshim_outcome glpkshim_set_scale(
    glpkshim_monitor *monitor, glp_prob *problem, const double *row_scale,
    const double *column_scale)
{
    struct scale scale = {problem, row_scale, column_scale};
    return glpkshim_guard(monitor, set_scale, &scale);
}

static void delete(void *arguments) { glp_delete_prob(arguments); }

glpkshim_outcome glpkshim_delete(glpkshim_monitor *monitor, glp_prob *problem)
{
    return glpkshim_guard(monitor, delete, problem);
}

struct costs {
    glp_prob *problem;
    const double *costs;
    double factor;
};

static void set_costs(void *arguments)
{
    const struct costs *given = arguments;
    const int columns = glp_get_num_cols(given->problem);
    for (int column = 0; column < columns; column++) {
        glp_set_obj_coef(given->problem, column + 1, given->costs[column] * given->factor);
    }
}

glpkshim_outcome glpkshim_set_costs(
    glpkshim_monitor *monitor, glp_prob *problem, const double *costs, double factor)
{
    struct costs given = {problem, costs, factor};
    return glpkshim_guard(monitor, set_costs, &given);
}

struct bounds {
    glp_prob *problem;
    int first;
    int count;
    const double *lower;
    const double *upper;
    double factor;
    void (*set)(glp_prob *problem, int index, int type, double lower, double upper);
};

static void set_bounds(void *arguments)
{
    const struct bounds *given = arguments;
    for (int member = 0; member < given->count; member++) {
        const double lower = given->lower[member] * given->factor;
        const double upper = given->upper[member] * given->factor;
        // A double-bounded row or column with equal ends would fail the solve.
        const int type = lower == upper                     ? GLP_FX
                         : isinf(lower) && isinf(upper)     ? GLP_FR
                         : isinf(lower)                     ? GLP_UP
                         : isinf(upper)                     ? GLP_LO
                                                            : GLP_DB;
        given->set(given->problem, given->first + member + 1, type, lower, upper);
    }
}

glpkshim_outcome glpkshim_set_row_bounds(
    glpkshim_monitor *monitor, glp_prob *problem, int first, int count, const double *lower,
    const double *upper, double factor)
{
    struct bounds given = {problem, first, count, lower, upper, factor, glp_set_row_bnds};
    return glpkshim_guard(monitor, set_bounds, &given);
}

glpkshim_outcome glpkshim_set_column_bounds(
    glpkshim_monitor *monitor, glp_prob *problem, int first, int count, const double *lower,
    const double *upper, double factor)
{
    struct bounds given = {problem, first, count, lower, upper, factor, glp_set_col_bnds};
    return glpkshim_guard(monitor, set_bounds, &given);
}
