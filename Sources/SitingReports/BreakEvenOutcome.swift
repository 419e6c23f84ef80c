import Siting

extension BreakEven.Outcome {
    /// As data names it.
    var key: String {
        switch self {
        case .found: "found"
        case .alwaysIn: "always_in"
        case .neverIn: "never_in"
        case .indispensable: "indispensable"
        case .notExamined: "not_examined"
        }
    }

    /// The break-even, where there is one.
    var value: Double? {
        if case .found(let value, _, _) = self { return value }
        return nil
    }

    /// The optimum that was solved with work at the site.
    var inside: BreakEven.Side? {
        switch self {
        case .found(_, let inside, _), .alwaysIn(let inside): inside
        case .neverIn, .indispensable, .notExamined: nil
        }
    }

    /// The optimum that was solved without work at the site.
    var outside: BreakEven.Side? {
        switch self {
        case .found(_, _, let outside), .neverIn(let outside): outside
        case .alwaysIn, .indispensable, .notExamined: nil
        }
    }
}
