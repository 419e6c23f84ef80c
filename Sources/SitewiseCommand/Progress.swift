import Foundation
import Synchronization

/// Says on stderr what is being done, but only of what takes more than a second.
final class Progress: Sendable {
    private struct State {
        var phase = ""
        var since = ContinuousClock.now
        var isShown = false
        var isDone = false
    }

    private let state = Mutex(State())
    private let isTerminal: Bool

    init(isTerminal: Bool = Console.isErrorTerminal) {
        self.isTerminal = isTerminal
        let thread = Thread { [self] in watch() }
        thread.start()
    }

    func begin(_ phase: String) {
        state.withLock { state in
            state.phase = phase
            state.since = .now
            state.isShown = false
        }
    }

    /// How far the phase has come, in other words; its time goes on.
    func advance(_ phase: String) {
        state.withLock { $0.phase = phase }
    }

    func end() {
        state.withLock { state in
            state.isDone = true
            if isTerminal, state.isShown { Console.complain("\r\u{1B}[K") }
        }
    }

    private func watch() {
        while true {
            Thread.sleep(forTimeInterval: 0.25)
            let isDone = state.withLock { state in
                if !state.isDone { show(&state) }
                return state.isDone
            }
            if isDone { return }
        }
    }

    private func show(_ state: inout State) {
        let elapsed = state.since.duration(to: .now).components.seconds
        guard elapsed >= 1, !state.phase.isEmpty else { return }
        if isTerminal {
            Console.complain("\r\u{1B}[K\(state.phase) … \(elapsed) s")
        } else if !state.isShown {
            Console.complain("\(state.phase) …\n")
        }
        state.isShown = true
    }
}
