public import LinearProgramming

/// Solves linear and mixed-integer models with GLPK.
public enum GLPKSolver {
    /// Solves a model on the calling thread, and blocks it.
    ///
    /// Infeasible, unbounded and stopped are answers.
    /// - Throws: `GLPKError` when GLPK fails in every way tried.
    public static func solve(
        _ model: LinearModel, options: SolveOptions = SolveOptions()
    ) throws(GLPKError) -> Solution {
        let session = GLPKSession(model)
        defer { session.close() }
        return try session.solve(options)
    }

    /// Solves a model on a thread of its own; stops when the calling task is cancelled.
    ///
    /// - Throws: `GLPKError` when GLPK fails in every way tried. A cancelled solve does not throw:
    ///   it is `.stopped`, or `.feasible` if an integer plan was found before.
    public static func solveAsync(
        _ model: LinearModel, options: SolveOptions = SolveOptions()
    ) async throws(GLPKError) -> Solution {
        let result = try await onOwnThread { isTaskCancelled in
            var options = options
            let isCancelled = options.isCancelled
            options.isCancelled = { isTaskCancelled() || isCancelled?() == true }
            return Result { () throws(GLPKError) in try solve(model, options: options) }
        }
        return try result.get()
    }

    /// Opens a session on a model for the time of a synchronous closure.
    ///
    /// The session must not leave the closure or its thread.
    public static func withSession<Value>(
        _ model: LinearModel, _ body: (GLPKSession) throws -> Value
    ) rethrows -> Value {
        let session = GLPKSession(model)
        defer { session.close() }
        return try body(session)
    }
}
