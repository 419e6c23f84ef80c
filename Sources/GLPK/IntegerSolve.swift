import CGLPK
import GLPKShim
import LinearProgramming

extension GLPKSession {
    /// Relaxation first, then branch and cut from its basis.
    func solveInteger(_ options: SolveOptions, _ budget: Budget) throws(GLPKError) -> Solution {
        var budget = budget
        switch try runSimplex(options, &budget) {
        case .infeasible: return Solution(status: .infeasible)
        case .limit, .cancelled: return Solution(status: .stopped)
        case .unbounded: return try solveUnbounded(options, &budget)
        case .optimal: break
        }
        let bound = try problem().read(glp_get_obj_val) ?? -.infinity
        do throws(GLPKError) {
            return try search(options, &budget, from: bound, withCuts: true)
        } catch {
            // GLPK's cut generators have failing assertions and can make a node's basis singular.
            guard case .optimal = try runSimplex(options, &budget) else { throw error }
            return try search(options, &budget, from: bound, withCuts: false)
        }
    }

    private func search(
        _ options: SolveOptions, _ budget: inout Budget, from bound: Double, withCuts: Bool
    ) throws(GLPKError) -> Solution {
        let problem = try problem()
        let constant = model.model.objectiveConstant * problem.scaling.objective
        var tree = glpkshim_tree()
        tree.bound = bound
        tree.offset = constant
        tree.unit = problem.scaling.objective
        tree.relative_gap = options.relativeGap
        tree.node_limit = budget.nodeLimit
        let isExhausted = try problem.runSearch(&tree, budget, withCuts: withCuts)
        var solution = Solution(status: .stopped, iterations: Int(tree.nodes))
        switch problem.read(glp_mip_status) {
        case GLP_NOFEAS:
            solution.status = .infeasible
            return solution
        case GLP_OPT, GLP_FEAS:
            break
        default:
            solution.bound = problem.objective(tree.bound, model)
            return solution
        }
        let incumbent = problem.read(glp_mip_obj_val) ?? .nan
        solution.objective = problem.objective(incumbent, model)
        solution.columnValues = try problem.incumbent(model)
        solution.bound = problem.objective(
            isExhausted ? incumbent : min(tree.bound, incumbent), model)
        try polish(&solution, options, budget)
        solution.status = solution.gap <= options.relativeGap ? .optimal : .feasible
        return solution
    }

    /// Solves once more with the integers fixed: GLPK takes 0.999999 for 1, so that its other
    /// columns fit the integers only nearly. It is short, so no time limit cuts it off.
    private func polish(
        _ solution: inout Solution, _ options: SolveOptions, _ budget: Budget
    ) throws(GLPKError) {
        let integers = model.model.columnIsInteger
        var lower = model.columnLower
        var upper = model.columnUpper
        for column in integers.indices where integers[column] {
            lower[column] = solution.columnValues[column]
            upper[column] = solution.columnValues[column]
        }
        let problem = try problem()
        try problem.setColumnBounds(0, lower: lower, upper: upper)
        var fixed = options
        fixed.method = .automatic
        var unlimited = Budget(
            SolveOptions(isCancelled: budget.isCancelled), countsNodes: true)
        if (try? runSimplex(fixed, &unlimited)) == .optimal {
            var polished = try problem.basicSolution(model)
            for column in integers.indices where integers[column] {
                polished.columnValues[column] = solution.columnValues[column]
            }
            solution.columnValues = polished.columnValues
            solution.objective = polished.objective
            solution.bound = min(solution.bound, polished.objective)
        }
        if problem.isAlive { try problem.setColumnBounds(model, integers.indices) }
    }

    /// An unbounded relaxation has unbounded integer plans, if it has any.
    private func solveUnbounded(
        _ options: SolveOptions, _ budget: inout Budget
    ) throws(GLPKError) -> Solution {
        let problem = try problem()
        try problem.clearCosts(model)
        var tree = glpkshim_tree()
        tree.unit = 1
        tree.node_limit = budget.nodeLimit
        guard case .optimal = try runSimplex(options, &budget) else {
            return Solution(status: .stopped)
        }
        _ = try problem.runSearch(&tree, budget, withCuts: false)
        let status = problem.read(glp_mip_status)
        try problem.setCosts(model)
        return switch status {
        case GLP_NOFEAS: Solution(status: .infeasible, iterations: Int(tree.nodes))
        case GLP_OPT, GLP_FEAS: Solution(status: .unbounded, iterations: Int(tree.nodes))
        default: Solution(status: .stopped, iterations: Int(tree.nodes))
        }
    }
}

extension Problem {
    /// Branch and cut from the relaxation's optimal basis; true if no node was left open.
    fileprivate func runSearch(
        _ tree: inout glpkshim_tree, _ budget: Budget, withCuts: Bool
    ) throws(GLPKError) -> Bool {
        var parameters = glp_iocp()
        glp_init_iocp(&parameters)
        parameters.msg_lev = GLP_MSG_ON
        parameters.tm_lim = budget.millisecondsLeft
        parameters.tol_int = 1e-6
        // GLPK drops nodes within this of the incumbent: kept out of the stated gap by its size.
        parameters.tol_obj = 1e-9
        let cuts = withCuts ? GLP_ON : GLP_OFF
        parameters.gmi_cuts = cuts
        parameters.mir_cuts = cuts
        parameters.cov_cuts = cuts
        parameters.clq_cuts = cuts
        setPoll(budget.isCancelled)
        var code: Int32 = 0
        try perform("glp_intopt") { monitor, problem in
            glpkshim_search(monitor, problem, &parameters, &tree, &code)
        }
        switch code {
        case 0: return true
        case GLP_ETMLIM, GLP_ESTOP: return false
        default: throw fault("glp_intopt", "return code \(code). \(text)")
        }
    }
}
