/// What plans were made from that differs.
public struct InputsDifference: Sendable, Equatable {
    /// One statement of the scenario or of the policy.
    public struct Figure: Sendable, Hashable {
        public let key: String
        /// `nil` where the first plan's inputs do not state it.
        public let first: InputValue?
        public let second: InputValue?
    }

    /// A file that was read for one plan alone, or held other bytes.
    public struct File: Sendable, Hashable {
        public let name: String
        /// SHA-256, or `nil` where it was not read.
        public let first: String?
        public let second: String?
    }

    /// A site that only one plan could use.
    public struct Site: Sendable, Hashable {
        public let id: String
        public let name: String
        public let country: String
        /// Why the other scenario left it out, where it says so.
        public let reason: String?
    }

    /// A figure of candidates of both plans, with every site at which it changed in the same way.
    public struct SiteFigure: Sendable, Hashable {
        /// Such as `price_usd_per_mwh`, or `supplies.hydro.supply_mw`.
        public let key: String
        public let first: InputValue?
        public let second: InputValue?
        /// Ids, in the order of the second plan's candidates.
        public let sites: [String]
    }

    public internal(set) var figures: [Figure]
    public internal(set) var files: [File]
    /// Candidates of the second plan alone, in its order.
    public internal(set) var added: [Site]
    /// Candidates of the first plan alone, in its order.
    public internal(set) var removed: [Site]
    public internal(set) var siteFigures: [SiteFigure]

    /// Whether nothing differs.
    public var isEmpty: Bool {
        figures.isEmpty && files.isEmpty && added.isEmpty && removed.isEmpty && siteFigures.isEmpty
    }

    /// Whether nothing but files differs: what was changed in them has no bearing on the plan, or is not
    /// among what a plan keeps.
    public var isOfFilesAlone: Bool { !files.isEmpty && withoutFiles.isEmpty }

    private var withoutFiles: InputsDifference {
        var rest = self
        rest.files = []
        return rest
    }
}

extension InputsDifference {
    /// `nil` where either plan does not say what it was made from.
    init?(from first: Plan, to second: Plan) {
        guard let before = first.inputs, let after = second.inputs else { return nil }
        self.init(
            figures: Self.figures(before, after), files: Self.files(before, after),
            added: Self.candidates(of: after, missingFrom: before, excludedBy: first),
            removed: Self.candidates(of: before, missingFrom: after, excludedBy: second),
            siteFigures: Self.siteFigures(before, after))
    }

    private static func figures(_ before: PlanInputs, _ after: PlanInputs) -> [Figure] {
        figures(before.figures, after.figures)
    }

    /// Statements that differ, those of the first list before what only the second has.
    private static func figures(_ before: [InputFigure], _ after: [InputFigure]) -> [Figure] {
        changes(before.map { ($0.key, $0.value) }, after.map { ($0.key, $0.value) })
            .map { Figure(key: $0.key, first: $0.first, second: $0.second) }
    }

    private static func files(_ before: PlanInputs, _ after: PlanInputs) -> [File] {
        changes(
            before.files.map { ($0.name, $0.sha256) }, after.files.map { ($0.name, $0.sha256) }
        ).map { File(name: $0.key, first: $0.first, second: $0.second) }
    }

    private static func changes<Value: Equatable>(
        _ before: [(String, Value)], _ after: [(String, Value)]
    ) -> [(key: String, first: Value?, second: Value?)] {
        let tables = [before, after].map { Dictionary($0, uniquingKeysWith: { first, _ in first }) }
        return merged(before.map(\.0), after.map(\.0)).compactMap { key in
            let (first, second) = (tables[0][key], tables[1][key])
            return first == second ? nil : (key, first, second)
        }
    }

    private static func candidates(
        of inputs: PlanInputs, missingFrom other: PlanInputs, excludedBy plan: Plan
    ) -> [Site] {
        let known = Set(other.candidates.map(\.id))
        return inputs.candidates.filter { !known.contains($0.id) }.map { site in
            let exclusion = plan.exclusions.first { $0.siteIDs.contains(site.id) }
            return Site(
                id: site.id, name: site.name, country: site.country, reason: exclusion?.reason)
        }
    }

    private static func siteFigures(_ before: PlanInputs, _ after: PlanInputs) -> [SiteFigure] {
        let known = Dictionary(
            before.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [Figure] = []
        var sites: [Figure: [String]] = [:]
        for site in after.candidates {
            guard let old = known[site.id], old != site else { continue }
            for change in figures(old.statements, site.statements) {
                if sites[change] == nil { order.append(change) }
                sites[change, default: []].append(site.id)
            }
        }
        return order.map { change in
            SiteFigure(
                key: change.key, first: change.first, second: change.second,
                sites: sites[change] ?? [])
        }
    }
}

extension Candidate {
    /// Everything that it is, in a fixed order.
    fileprivate var statements: [InputFigure] {
        let head: [InputFigure] = [
            .init("name", .text(name)), .init("country", .text(country)),
            .init("latitude", .number(coordinate.latitude, unit: "°")),
            .init("longitude", .number(coordinate.longitude, unit: "°")),
        ]
        let known = SiteField.allCases.compactMap { field in
            figures[field].map { InputFigure(field.rawValue, .number($0, unit: "")) }
        }
        return head + known + supplies.flatMap(\.statements)
    }
}

extension CandidateSupply {
    fileprivate var statements: [InputFigure] {
        let words: [(String, String?)] = [("kind", kind), ("fuel", fuel), ("season", season)]
        let known = SupplyField.allCases.compactMap { field in figures[field].map { (field, $0) } }
        return words.compactMap { word, text in
            text.map { InputFigure("supplies.\(name).\(word)", .text($0)) }
        } + [.init("supplies.\(name).capacity_factor", .number(capacityFactor, unit: ""))]
            + known.map { field, value in
                InputFigure("supplies.\(name).\(field.rawValue)", .number(value, unit: ""))
            }
    }
}
