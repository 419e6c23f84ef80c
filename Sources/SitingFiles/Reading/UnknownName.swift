/// What to say about a key or a column that is not among those allowed.
struct UnknownName {
    let message: String
    let help: String?

    /// - Parameters:
    ///   - kind: `key` or `column`.
    ///   - shown: What to say is known, where that is not simply all that is allowed.
    init(_ name: String, kind: String, allowed: [String], shown: [String]? = nil) {
        if let meant = Self.otherUnit(of: name, among: allowed) {
            let unit = KeyUnit(meant).label.map { "is given in \($0)" } ?? "has no unit"
            message = "unknown \(kind) \(quoted(name)): this quantity \(unit)"
            help = "write \(quoted(meant))"
            return
        }
        message = "unknown \(kind) \(quoted(name))"
        if let near = suggestion(for: name, among: allowed) {
            help = "did you mean \(quoted(near))?"
        } else if let shown {
            help = "known here: \(shown.joined(separator: ", "))"
        } else if allowed.isEmpty || allowed.count > Self.mostShown {
            help = nil
        } else {
            help = "known here: \(allowed.sorted().joined(separator: ", "))"
        }
    }

    private static let mostShown = 16

    /// The allowed name of the same quantity whose unit differs.
    private static func otherUnit(of name: String, among allowed: [String]) -> String? {
        let unknown = KeyUnit(name)
        let similar = allowed.sorted().map { (name: $0, unit: KeyUnit($0)) }
            .filter { $0.unit.stem == unknown.stem }
        if let match = similar.first(where: { $0.unit.dimensions == unknown.dimensions }) {
            return match.name
        }
        // A bare unit names no quantity, so the dimension is all there is to compare.
        return unknown.stem.isEmpty ? nil : similar.first?.name
    }
}
