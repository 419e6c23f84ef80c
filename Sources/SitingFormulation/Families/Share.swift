public import LinearProgramming
import Quantities
public import Siting

/// No member of a grouping does more than a share of the year's work, measured in IT energy.
///
///     sum_{s in m} active[s] <= share_q (all load and training)    for all share rules q in force,
///                                                                  members m    (MW)
///
/// Idle energy is left out: it would let a plan buy itself room by building empty capacity elsewhere.
public enum ShareFamily: ConstraintFamily {
    public static let name = "share"

    public static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError) {
        let rules = formulation.shareRules
        let work = formulation.scenario.meanWork
        let members = rules.map { formulation.members(of: $0.grouping) }
        let labels = formulation.shareMemberLabels
        let indexOfLabel = Dictionary(uniqueKeysWithValues: zip(labels, 0...))
        let block = try program.declareRows(
            name, in: Megawatt.self,
            over: [
                Dimension("rule", labels: rules.map(\.rule.name)),
                Dimension("member", labels: Self.modelLabels(of: labels)),
            ])
        for (index, rule) in rules.enumerated() {
            for member in members[index].sorted(by: { $0.label < $1.label }) {
                var excess = LinearExpression<Megawatt>()
                for site in member.sites { excess.add(1, formulation.decisions.active[site]) }
                if let beyond = formulation.decisions.slack?.shareExcess, !beyond.isEmpty {
                    excess.add(-1, beyond[index])
                }
                try program.addRow(
                    block, index, indexOfLabel[member.label] ?? 0, expression: excess,
                    .atMost(rule.maximum * work))
            }
        }
    }

    /// Names fit for a model: a planner's own operators and grid zones may be called anything.
    static func modelLabels(of labels: [String]) -> [String] {
        var seen = Set<String>()
        return labels.enumerated().map { index, label in
            let plain = String(
                label.unicodeScalars.map { scalar in
                    scalar.isASCII
                        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                        ? Character(scalar) : "_"
                })
            return seen.insert(plain).inserted && !plain.isEmpty ? plain : "\(plain)_\(index)"
        }
    }

    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? {
        let rule = formulation.shareRules[tuple[0]]
        let member = formulation.shareMemberLabels[tuple[1]]
        return RowWording(
            subject: "one more mean MW of work in \(member) under \(rule.rule.name)",
            unit: Megawatt.symbol, location: rule.rule.location)
    }
}

extension Formulation {
    /// A share rule in force.
    public struct ShareRule: Sendable {
        public let rule: Rule
        public let grouping: Rule.Grouping
        public let maximum: Double
    }

    /// Sites that are counted together.
    public struct Member: Sendable {
        public let label: String
        public let sites: [Int]
    }

    /// In the order of the policy.
    public var shareRules: [ShareRule] {
        rulesInForce.compactMap { rule in
            guard case .share(let grouping, let maximum) = rule.content else { return nil }
            return ShareRule(rule: rule, grouping: grouping, maximum: maximum)
        }
    }

    /// Labels of the members of every share rule in force, sorted.
    public var shareMemberLabels: [String] {
        Set(shareRules.flatMap { members(of: $0.grouping).map(\.label) }).sorted()
    }

    /// The members of a grouping; sites without an operator or a grid zone belong to none.
    public func members(of grouping: Rule.Grouping) -> [Member] {
        if case .position = grouping {
            return positions.map { Member(label: $0.id, sites: $0.sites) }
        }
        var sites: [String: [Int]] = [:]
        for (index, site) in scenario.sites.enumerated() {
            let label: String? =
                switch grouping {
                case .site, .position: site.id
                case .country: site.country
                case .continent: site.continent
                case .gridZone: site.gridZone
                case .operatorID: site.operatorID
                }
            if let label { sites[label, default: []].append(index) }
        }
        return sites.map { Member(label: $0.key, sites: $0.value) }
    }
}
