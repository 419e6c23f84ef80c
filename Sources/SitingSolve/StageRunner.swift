import GLPK
import LinearProgramming

/// Solves one program after another within the limits of a plan.
struct StageRunner {
    let settings: SolveSettings
    private let start = ContinuousClock.now

    init(settings: SolveSettings) { self.settings = settings }

    /// Solves a program and refuses an optimum that its certificate does not bear out.
    ///
    /// - Parameter isProved: Whether to ask for the certificate; not where the caller proves more.
    /// - Parameter warmStart: A basis of the same columns whose rows are the first of this program's,
    ///   optimal for another objective. It is still feasible, so the primal method goes on from it;
    ///   the dual one would lose minutes on the way back.
    /// - Parameter isDualFeasible: Whether the basis is instead right in its prices and breaks limits.
    /// - Parameter iterationLimit: Simplex iterations after which to give up; none if `nil`.
    func solve(
        _ program: LinearModel, from warmStart: Basis? = nil, isDualFeasible: Bool = false,
        isProved: Bool = true, iterationLimit: Int? = nil
    ) throws -> Solution {
        var options = remainingLimits
        options.iterationLimit = iterationLimit
        options.method = warmStart == nil || isDualFeasible ? .automatic : .primal
        if var basis = warmStart {
            // Rows appended since then start out basic: the basis stays one.
            let added = program.rowCount - basis.rows.count
            basis.rows += [BasisStatus](repeating: .basic, count: added)
            options.start = basis
        }
        let solution = try GLPKSolver.solve(program, options: options)
        guard solution.status == .optimal, isProved else { return solution }
        return try proved(program, solution).solution
    }

    /// A solution with its certificate.
    ///
    /// Where rounding spoils an optimum, the last digits of its basis are solved for and proved in its place.
    /// - Throws: `CertificateRefused` where neither stands up to recomputation.
    func proved(
        _ program: LinearModel, _ solution: Solution
    ) throws -> (solution: Solution, certificate: Certificate) {
        do {
            return (solution, try prove(program, solution))
        } catch let refusal as CertificateRefused {
            guard solution.status == .optimal, let basis = solution.basis else { throw refusal }
            var options = remainingLimits
            options.method = .primal
            options.start = basis
            options.isRefined = true
            let refined = try GLPKSolver.solve(program, options: options)
            guard refined.status == .optimal else { throw refusal }
            return (refined, try prove(program, refined))
        }
    }

    /// Time left and cancellation.
    var remainingLimits: SolveOptions {
        var options = SolveOptions()
        options.isCancelled = settings.isCancelled
        if let limit = settings.timeLimit {
            options.timeLimit = max(.milliseconds(1), limit - start.duration(to: .now))
        }
        return options
    }

    /// Refuses an optimum, or a plan that is only allowed, that does not stand up to recomputation.
    ///
    /// - Returns: The certificate, whose dual objective is the lower bound that is proved.
    @discardableResult
    func prove(_ program: LinearModel, _ solution: Solution) throws -> Certificate {
        if solution.status == .optimal {
            let certificate = Certificate(
                checking: program, solution, tolerance: settings.tolerance)
            try certificate.require(of: program.name)
            return certificate
        }
        let certificate = Certificate(
            checkingInteger: program, columnValues: solution.columnValues,
            bound: -.infinity, tolerance: settings.tolerance)
        try certificate.require(of: program.name, withinGap: .infinity)
        return certificate
    }
}
