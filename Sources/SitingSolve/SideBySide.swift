import Foundation

/// Work done as many pieces at a time as there are processors.
enum SideBySide {
    /// One result for each item, in order, whichever ends first.
    ///
    /// - Parameter atOnce: Other than as many as there are processors.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], atOnce: Int? = nil,
        _ body: @escaping @Sendable (Item) async -> Result
    ) async -> [Result] {
        var found: [Int: Result] = [:]
        await withTaskGroup(of: (Int, Result).self) { group in
            var waiting = Array(items.enumerated())[...]
            func startNext() {
                guard let (index, item) = waiting.popFirst() else { return }
                group.addTask { (index, await body(item)) }
            }
            let count = atOnce ?? ProcessInfo.processInfo.activeProcessorCount
            for _ in 0..<count { startNext() }
            while let (index, result) = await group.next() {
                found[index] = result
                startNext()
            }
        }
        return items.indices.compactMap { found[$0] }
    }
}
