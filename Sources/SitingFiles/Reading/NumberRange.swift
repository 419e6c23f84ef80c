/// The numbers that a field accepts.
public enum NumberRange: Sendable, Hashable {
    case any
    /// More than zero.
    case positive
    case atLeast(Double)
    /// Both ends included.
    case between(Double, Double)

    /// Zero or more.
    public static let notNegative = NumberRange.atLeast(0)
    /// Zero to one.
    public static let share = NumberRange.between(0, 1)

    public func contains(_ value: Double) -> Bool {
        switch self {
        case .any: true
        // Smaller numbers are slips, and their reciprocals overflow.
        case .positive: value >= 1e-12
        case .atLeast(let least): value >= least
        case .between(let least, let most): value >= least && value <= most
        }
    }

    /// The rule after "must", as in `lie between -90 and 90`.
    var requirement: String {
        switch self {
        case .any: "be a number"
        case .positive: "be greater than 0"
        case .atLeast(let least): "be at least \(plain(least))"
        case .between(let least, let most): "lie between \(plain(least)) and \(plain(most))"
        }
    }

    private func plain(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
