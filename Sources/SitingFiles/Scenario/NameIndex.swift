import Siting

/// Finds the members that tables name.
struct NameIndex {
    enum Place {
        /// A member that takes part, by its index.
        case chosen(Int)
        /// A member that exists and is not selected.
        case known
    }

    private let known: [String]?
    private let knownSet: Set<String>
    private let chosen: [String: Int]

    /// - Parameter known: every name there is; nil where they cannot be read, so that none is
    ///   refused.
    init(known: [String]?, chosen: [String]) {
        self.known = known
        knownSet = Set(known ?? [])
        self.chosen = Dictionary(zip(chosen, 0...), uniquingKeysWith: { first, _ in first })
    }

    /// Nil, with an error at the field, where there is no such member.
    func find(_ name: String, of row: TableRow, column: String) -> Place? {
        if let index = chosen[name] { return .chosen(index) }
        if knownSet.contains(name) { return .known }
        if let known {
            let help = didYouMean(name, among: known)
            row.report(column, "unknown \(column) \(quoted(name))", help: help)
        }
        return nil
    }
}
