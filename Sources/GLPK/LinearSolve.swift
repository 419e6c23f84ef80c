import CGLPK
import GLPKShim
import LinearProgramming

/// How the simplex method ended.
enum SimplexOutcome {
    case optimal, infeasible, unbounded
    /// At a limit; the current basis may satisfy all rows and bounds.
    case limit
    /// The problem is gone.
    case cancelled
}

/// One way to run the simplex method; when it fails the next one is tried.
private struct Attempt {
    var method: Int32
    var startsAnew = false
    var usesPresolve = false
    var tolerance: Double
    /// Of reduced costs, where they are to be nearer to right than values are.
    var priceTolerance: Double?
    /// GLPK's own, the one it was tuned for.
    static let usualTolerance = 1e-7
    /// GLPK counts reduced costs by the largest: where some costs outweigh all others, what is left of the
    /// others is below any usual tolerance, though a proof counts it by its own.
    static let refinedPrices = 1e-13
    /// Whether it may go on for as long as the caller lets it, and not just for as long as is plausible.
    var isLast = false

    /// The simplex method may go round in a circle for ever. Programs of this kind need a few steps a row at
    /// most; this is far above.
    func iterationLimit(rowCount: Int, columnCount: Int) -> Int32 {
        isLast ? .max : Int32(clamping: 1000 + 20 * (rowCount + columnCount))
    }
}

extension GLPKSession {
    func solveLinear(_ options: SolveOptions, _ budget: Budget) throws(GLPKError) -> Solution {
        var budget = budget
        let outcome = try runSimplex(options, &budget)
        var solution = Solution(status: .stopped, iterations: budget.iterations)
        switch outcome {
        case .cancelled:
            return solution
        case .infeasible:
            solution.status = .infeasible
            return solution
        case .unbounded:
            solution.status = .unbounded
            return solution
        case .optimal, .limit:
            break
        }
        let problem = try problem()
        var basic = try problem.basicSolution(model)
        if options.isRefined, outcome == .optimal {
            try BasicRefinement(problem, model)?.refine(&basic)
        }
        solution.basis = basic.basis
        let hasPlan = problem.read(glp_get_prim_stat) == GLP_FEAS
        guard outcome == .optimal || hasPlan else { return solution }
        solution.status = outcome == .optimal ? .optimal : .feasible
        solution.objective = basic.objective
        solution.bound = outcome == .optimal ? basic.objective : -.infinity
        solution.columnValues = basic.columnValues
        solution.rowDuals = basic.rowDuals
        return solution
    }

    /// Solves the linear program or relaxation in the first way that works.
    func runSimplex(
        _ options: SolveOptions, _ budget: inout Budget
    ) throws(GLPKError) -> SimplexOutcome {
        let method =
            switch options.method {
            case .automatic: GLP_DUALP
            case .primal: GLP_PRIMAL
            case .dual: GLP_DUAL
            }
        let loose = max(options.tolerance, Attempt.usualTolerance)
        let attempts = [
            Attempt(
                method: method, tolerance: options.tolerance,
                priceTolerance: options.isRefined ? Attempt.refinedPrices : nil),
            Attempt(method: GLP_DUALP, startsAnew: true, tolerance: options.tolerance),
            Attempt(method: GLP_PRIMAL, startsAnew: true, tolerance: options.tolerance),
            Attempt(method: GLP_PRIMAL, startsAnew: true, tolerance: loose),
            Attempt(
                method: GLP_PRIMAL, startsAnew: true, usesPresolve: true, tolerance: loose,
                isLast: true),
        ]
        var failure = model.fault("glp_simplex", "nothing was tried")
        for (number, attempt) in attempts.enumerated() {
            do throws(GLPKError) {
                return try run(attempt, &budget)
            } catch {
                if number == 0 { failure = error }
            }
        }
        throw failure
    }

    private func run(
        _ attempt: Attempt, _ budget: inout Budget
    ) throws(GLPKError) -> SimplexOutcome {
        let problem = try problem()
        if attempt.startsAnew { try problem.setSlackBasis() }
        let outcome = try problem.runSimplex(attempt, &budget)
        if outcome == .infeasible, attempt.tolerance < Attempt.usualTolerance {
            // Rounding alone can break a row by more than the tighter tolerance.
            var usual = attempt
            usual.tolerance = Attempt.usualTolerance
            return try problem.runSimplex(usual, &budget) ?? .infeasible
        }
        if let outcome { return outcome }
        // The dual method found no dual feasible point: infeasible or unbounded, the primal tells.
        var primal = attempt
        primal.method = GLP_PRIMAL
        if let outcome = try problem.runSimplex(primal, &budget) { return outcome }
        throw problem.fault("glp_simplex", "the solve ended without a status. \(problem.text)")
    }
}

extension Problem {
    /// One call of the simplex method; `nil` where it leaves the status open.
    fileprivate func runSimplex(
        _ attempt: Attempt, _ budget: inout Budget
    ) throws(GLPKError) -> SimplexOutcome? {
        var parameters = glp_smcp()
        glp_init_smcp(&parameters)
        parameters.meth = attempt.method
        parameters.presolve = attempt.usesPresolve ? GLP_ON : GLP_OFF
        parameters.tol_bnd = attempt.tolerance
        parameters.tol_dj = attempt.priceTolerance ?? attempt.tolerance
        let plausible = attempt.iterationLimit(
            rowCount: Int(read(glp_get_num_rows) ?? 0),
            columnCount: Int(read(glp_get_num_cols) ?? 0))
        parameters.it_lim = min(budget.iterationsLeft, plausible)
        parameters.tm_lim = budget.millisecondsLeft
        // Progress goes to the monitor, which is where a cancellation is seen.
        parameters.msg_lev = GLP_MSG_ON
        parameters.out_frq = 20
        setPoll(budget.isCancelled)
        let before = read(glp_get_it_cnt) ?? 0
        var code: Int32 = 0
        let outcome = try run("glp_simplex") { monitor, problem in
            glpkshim_simplex(monitor, problem, &parameters, &code)
        }
        switch outcome {
        case .done:
            budget.iterations += Int((read(glp_get_it_cnt) ?? before) - before)
            if code == GLP_EITLIM, budget.iterationsLeft > 0 {
                throw fault("glp_simplex", "no end after \(plausible) iterations. \(text)")
            }
            return try simplexOutcome(code)
        case .cancelled:
            return .cancelled
        case .aborted, .unstable:
            throw fault("glp_simplex", text)
        }
    }

    private func simplexOutcome(_ code: Int32) throws(GLPKError) -> SimplexOutcome? {
        switch code {
        case 0:
            switch read(glp_get_status) {
            case GLP_OPT: .optimal
            case GLP_NOFEAS: .infeasible
            case GLP_UNBND: .unbounded
            default: nil
            }
        case GLP_EITLIM, GLP_ETMLIM: .limit
        case GLP_ENOPFS: .infeasible
        case GLP_ENODFS: .unbounded
        default: throw fault("glp_simplex", "return code \(code). \(text)")
        }
    }
}
