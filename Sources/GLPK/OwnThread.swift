import GLPKShim
import Synchronization

extension GLPKSolver {
    /// Runs synchronous work on a thread of its own, which then frees its GLPK environment.
    ///
    /// Long solves on the cooperative pool would starve every other task. The work is given a
    /// question that turns true when the calling task is cancelled.
    /// - Throws: `GLPKError` when the thread can't be started.
    public static func onOwnThread<Value: Sendable>(
        _ work: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Value
    ) async throws(GLPKError) -> Value {
        let flag = Flag()
        let result: Result<Value, GLPKError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = Job { continuation.resume(returning: .success(work { flag.isRaised })) }
                if let error = job.start() {
                    continuation.resume(returning: .failure(error))
                }
            }
        } onCancel: {
            flag.raise()
        }
        return try result.get()
    }
}

/// A Boolean that one thread raises and another reads.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .relaxed) }

    func raise() { value.store(true, ordering: .relaxed) }
}

/// A closure as C can carry it.
private final class Job: Sendable {
    /// Simplex and branch and cut recurse little, but secondary threads have small stacks on some
    /// systems.
    private static let stackBytes = 16 << 20
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// Starts the thread, or says why it can't; then the work never runs.
    func start() -> GLPKError? {
        let context = Unmanaged.passRetained(self)
        let number = glpkshim_start_thread(
            Self.stackBytes,
            { context in
                guard let context else { return }
                Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work()
            }, context.toOpaque())
        guard number != 0 else { return nil }
        context.release()
        return GLPKError(
            modelName: "", call: "pthread_create", message: "error number \(number)")
    }
}
