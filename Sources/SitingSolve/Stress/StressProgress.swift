import Synchronization

/// Tells how many solves of a long run are done, and how long the rest may take.
final class StressProgress: Sendable {
    private let task: String
    private let total: Int
    private let start = ContinuousClock.now
    private let done = Mutex(0)
    private let tell: (@Sendable (String) -> Void)?

    init(of task: String, total: Int, tell: (@Sendable (String) -> Void)?) {
        self.task = task
        self.total = total
        self.tell = tell
    }

    func advance() {
        let done = self.done.withLock { count -> Int in
            count += 1
            return count
        }
        let rest = start.duration(to: .now) * (Double(total - done) / Double(done))
        tell?("\(task): \(done) of \(total) programs solved, about \(Self.text(rest)) left")
    }

    private static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        return seconds < 100 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
    }
}
