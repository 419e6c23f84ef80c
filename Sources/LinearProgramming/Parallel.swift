import Dispatch

/// Work cut into fixed blocks, done on all cores: the results do not depend on how many there are.
public enum Parallel {
    /// The result of each block, in order.
    public static func map<Result: Sendable>(
        blocks: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        [Result](unsafeUninitializedCapacity: blocks) { buffer, count in
            // Each block writes its own member alone.
            nonisolated(unsafe) let results = buffer
            DispatchQueue.concurrentPerform(iterations: blocks) { block in
                results.initializeElement(at: block, to: body(block))
            }
            count = blocks
        }
    }
}
