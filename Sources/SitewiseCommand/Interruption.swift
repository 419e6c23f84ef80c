import Foundation
import Synchronization

/// Ctrl-C asks the solve to stop; a second one ends the process.
enum Interruption {
    private static let isAsked = Atomic<Bool>(false)

    static func listen() {
        signal(SIGINT) { _ in
            Interruption.isAsked.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }

    static var isRequested: Bool { isAsked.load(ordering: .relaxed) }
}
