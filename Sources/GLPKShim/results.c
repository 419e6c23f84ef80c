#include "guard.h"

struct basic {
    glp_prob *problem;
    double *column_value;
    uint8_t *column_status;
    double *row_dual;
    uint8_t *row_status;
};

static void copy_basic(void *arguments)
{
    const struct basic *basic = arguments;
    const int columns = glp_get_num_cols(basic->problem);
    const int rows = glp_get_num_rows(basic->problem);
    for (int column = 0; column < columns; column++) {
        basic->column_value[column] = glp_get_col_prim(basic->problem, column + 1);
        basic->column_status[column] = (uint8_t)glp_get_col_stat(basic->problem, column + 1);
    }
    for (int row = 0; row < rows; row++) {
        basic->row_dual[row] = glp_get_row_dual(basic->problem, row + 1);
        basic->row_status[row] = (uint8_t)glp_get_row_stat(basic->problem, row + 1);
    }
}

glpkshim_outcome glpkshim_copy_basic(
    glpkshim_monitor *monitor, glp_prob *problem, double *column_value, uint8_t *column_status,
    double *row_dual, uint8_t *row_status)
{
    struct basic basic = {problem, column_value, column_status, row_dual, row_status};
    return glpkshim_guard(monitor, copy_basic, &basic);
}

struct incumbent {
    glp_prob *problem;
    double *column_value;
};

static void copy_incumbent(void *arguments)
{
    const struct incumbent *incumbent = arguments;
    const int columns = glp_get_num_cols(incumbent->problem);
    for (int column = 0; column < columns; column++) {
        incumbent->column_value[column] = glp_mip_col_val(incumbent->problem, column + 1);
    }
}

glpkshim_outcome glpkshim_copy_incumbent(
    glpkshim_monitor *monitor, glp_prob *problem, double *column_value)
{
    struct incumbent incumbent = {problem, column_value};
    return glpkshim_guard(monitor, copy_incumbent, &incumbent);
}

struct factors {
    glp_prob *problem;
    int32_t *head;
    int code;
};

static void factorize(void *arguments)
{
    struct factors *factors = arguments;
    factors->code = glp_factorize(factors->problem);
    if (factors->code != 0) return;
    const int rows = glp_get_num_rows(factors->problem);
    for (int place = 0; place < rows; place++) {
        factors->head[place] = glp_get_bhead(factors->problem, place + 1) - 1;
    }
}

glpkshim_outcome glpkshim_factorize(
    glpkshim_monitor *monitor, glp_prob *problem, int32_t *head, int *code)
{
    struct factors factors = {problem, head, 0};
    glpkshim_outcome outcome = glpkshim_guard(monitor, factorize, &factors);
    *code = factors.code;
    return outcome;
}

struct system {
    glp_prob *problem;
    bool is_transposed;
    double *vector;
};

static void solve_basis(void *arguments)
{
    const struct system *system = arguments;
    // GLPK counts from 1.
    double *vector = system->vector - 1;
    if (system->is_transposed) glp_btran(system->problem, vector);
    else glp_ftran(system->problem, vector);
}

glpkshim_outcome glpkshim_solve_basis(
    glpkshim_monitor *monitor, glp_prob *problem, bool is_transposed, double *vector)
{
    struct system system = {problem, is_transposed, vector};
    return glpkshim_guard(monitor, solve_basis, &system);
}
