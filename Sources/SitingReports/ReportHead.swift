import Typesetting

/// What every report begins with.
package enum ReportHead {
    /// The scenario's name, with that of its file where there is one.
    package static func title(_ scenario: String, _ file: String) -> String {
        let name = file.lastPathComponent
        return name.isEmpty ? scenario : "\(scenario) (\(name))"
    }

    /// A paragraph each.
    package static func warnings(_ warnings: [String]) -> [PlanBlock] {
        warnings.map { .paragraph($0, lead: .init(word: "Warning:", tone: .attention)) }
    }

    /// The name of the scenario's file in JSON; null where it has none.
    static func fileName(_ file: String) -> JSONValue {
        let name = file.lastPathComponent
        return JSONValue(name.isEmpty ? nil : name)
    }
}
