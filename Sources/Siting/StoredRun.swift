/// What a result's file holds: a plan, or the plans of a comparison.
public struct StoredRun: Sendable, Equatable {
    /// A plan and the name that it goes by in the file.
    public struct Entry: Sendable, Equatable {
        /// Of the policy, or of the simple method that made it.
        public let name: String
        public let plan: Plan

        public init(name: String, plan: Plan) {
            self.name = name
            self.plan = plan
        }
    }

    /// The path as the planner gave it.
    public let file: String
    /// Name and version of the program that wrote it; `nil` where it does not say.
    public let madeBy: String?
    /// At least one, each name once.
    public let entries: [Entry]

    public init(file: String, madeBy: String?, entries: [Entry]) {
        self.file = file
        self.madeBy = madeBy
        self.entries = entries
    }

    /// The same with one of its plans; `nil` where it has none of that name.
    public func only(_ name: String) -> StoredRun? {
        let kept = entries.filter { $0.name == name }
        return kept.isEmpty ? nil : StoredRun(file: file, madeBy: madeBy, entries: kept)
    }
}
