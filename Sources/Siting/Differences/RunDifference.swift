/// What changed from one run to another: plans of one policy each, or every plan of two comparisons.
public struct RunDifference: Sendable, Equatable {
    /// One of the two runs.
    public struct Side: Sendable, Equatable {
        /// The path as the planner gave it.
        public let file: String
        /// The scenario's name and file.
        public let scenario: String
        public let scenarioFile: String
        /// `nil` where the run does not say.
        public let madeBy: String?
        /// `nil` where the run does not say.
        public let fingerprint: String?

        init(_ run: StoredRun) {
            let plan = run.entries.first?.plan
            file = run.file
            scenario = plan?.scenario ?? ""
            scenarioFile = plan?.file ?? ""
            madeBy = run.madeBy
            let hash = plan?.inputs?.fingerprint ?? ""
            fingerprint = hash.isEmpty ? nil : hash
        }
    }

    public let first: Side
    public let second: Side
    /// What differs in the inputs of every pair of plans; `nil` where a plan does not say what it was made
    /// from, and where there is no pair.
    public let inputs: InputsDifference?
    /// Of each pair of plans, in the order of the first run; their inputs hold only what is not shared.
    public let plans: [PlanDifference]
    /// Names of plans that the other run lacks.
    public let onlyInFirst: [String]
    public let onlyInSecond: [String]

    /// Plans of one name are compared; two single plans whatever their names.
    public init(from first: StoredRun, to second: StoredRun) {
        self.first = Side(first)
        self.second = Side(second)
        let pairs = Self.pairs(first.entries, second.entries)
        var plans = pairs.map { PlanDifference(from: $0.0, to: $0.1) }
        inputs = InputsDifference.shared(by: plans.map(\.inputs))
        for index in plans.indices {
            plans[index].inputs = inputs.flatMap { plans[index].inputs?.subtracting($0) }
        }
        self.plans = plans
        let (before, after) = (pairs.map(\.0.name), pairs.map(\.1.name))
        onlyInFirst = first.entries.map(\.name).filter { !before.contains($0) }
        onlyInSecond = second.entries.map(\.name).filter { !after.contains($0) }
    }

    private static func pairs(
        _ first: [StoredRun.Entry], _ second: [StoredRun.Entry]
    ) -> [(StoredRun.Entry, StoredRun.Entry)] {
        if first.count == 1, second.count == 1 { return [(first[0], second[0])] }
        return first.compactMap { entry in
            second.first { $0.name == entry.name }.map { (entry, $0) }
        }
    }

    /// Whether any plan changed, came or went; inputs apart.
    public var isChange: Bool {
        plans.contains(where: \.isChange) || !onlyInFirst.isEmpty || !onlyInSecond.isEmpty
    }

    /// Whether any input is known to differ.
    public var hasOtherInputs: Bool {
        inputs.map { !$0.isEmpty } ?? false
            || plans.contains { plan in plan.inputs.map { !$0.isEmpty } ?? false }
    }
}

extension InputsDifference {
    /// What all of some differences hold; `nil` where one is unknown or there is none.
    static func shared(by all: [InputsDifference?]) -> InputsDifference? {
        let known = all.compactMap(\.self)
        guard known.count == all.count, var shared = known.first else { return nil }
        for other in known.dropFirst() {
            shared.figures.removeAll { !other.figures.contains($0) }
            shared.files.removeAll { !other.files.contains($0) }
            shared.added.removeAll { !other.added.contains($0) }
            shared.removed.removeAll { !other.removed.contains($0) }
            shared.siteFigures.removeAll { !other.siteFigures.contains($0) }
        }
        return shared
    }

    func subtracting(_ shared: InputsDifference) -> InputsDifference {
        var rest = self
        rest.figures.removeAll { shared.figures.contains($0) }
        rest.files.removeAll { shared.files.contains($0) }
        rest.added.removeAll { shared.added.contains($0) }
        rest.removed.removeAll { shared.removed.contains($0) }
        rest.siteFigures.removeAll { shared.siteFigures.contains($0) }
        return rest
    }
}
