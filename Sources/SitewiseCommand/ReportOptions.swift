import ArgumentParser
import Siting
import SitingSolve

/// What a report is about and what it shows beside that.
struct ReportOptions: ParsableArguments {
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var comparison: ComparisonOptions

    @Option(help: ArgumentHelp("The measure that rises along the curve.", valueName: "measure"))
    var x: Measure = Self.usualExtent.x

    @Option(help: ArgumentHelp("The measure that falls along the curve.", valueName: "measure"))
    var y: Measure = Self.usualExtent.y

    @Option(
        help: ArgumentHelp(
            "How far plans may lie below the curve, as a share of its ranges.", valueName: "share"))
    var within = Tolerance(share: Self.usualExtent.within ?? 0)

    @Flag(inversion: .prefixedNo, help: "Trace the trade-off curve.")
    var curve = true

    @Option(
        help: ArgumentHelp(
            "Find out of so many sites not used what would bring them in.", valueName: "n"))
    var sitesOut = Self.usualExtent.sitesOut

    /// Unless other wishes are stated.
    static let usualExtent = ReportSearch.Extent(
        x: .cost, y: .emissions, within: 0.01, sitesOut: 3)

    func validate() throws {
        guard x != y else { throw ValidationError("--x and --y must be two measures") }
        guard within.share >= 0, within.share < 1 else {
            throw ValidationError("--within must be at least 0% and below 100%")
        }
        guard (0...50).contains(sitesOut) else {
            throw ValidationError("--sites-out must lie between 0 and 50")
        }
    }

    var extent: ReportSearch.Extent {
        ReportSearch.Extent(
            x: x, y: y, within: curve ? within.share : nil, sitesOut: sitesOut)
    }

    /// Which plans the report compares.
    struct Question {
        let policies: [Policy]
        /// The place among them of the one that the report is about.
        let chosen: Int
        let methods: [BaselineMethod]
        /// A column: policies first, then methods.
        let baseline: Int
    }

    func question(on scenario: Scenario) throws -> Question {
        let policies = try comparison.policies(of: scenario)
        let names = policies.map(\.name)
        let chosen = try chosen(among: names, of: scenario)
        var methods = comparison.methods
        func column(of method: BaselineMethod) -> Int {
            if !methods.contains(method) { methods.append(method) }
            return policies.count + (methods.firstIndex(of: method) ?? 0)
        }
        let baseline: Int
        if let name = comparison.baselineName, !names.contains(name),
            let method = BaselineMethod(rawValue: name)
        {
            baseline = column(of: method)
        } else if comparison.baselineName != nil {
            // A method that is no column yet was added above.
            baseline = try comparison.baseline(
                among: names + BaselineMethod.allCases.map(\.rawValue))
        } else {
            baseline =
                Self.ownPlacement(among: policies, besides: chosen, of: scenario)
                ?? column(of: scenario.services.isEmpty ? .greedyCarbon : .nearestSite)
        }
        return Question(
            policies: policies, chosen: chosen, methods: methods, baseline: baseline)
    }

    private func chosen(among names: [String], of scenario: Scenario) throws -> Int {
        guard policy.name != nil else { return 0 }
        let wanted = try policy.policy(of: scenario).name
        guard let place = names.firstIndex(of: wanted) else {
            throw ValidationError("--policy '\(wanted)' is none of --policies")
        }
        return place
    }

    /// A policy that holds a placement of the planner's own.
    private static func ownPlacement(
        among policies: [Policy], besides chosen: Int, of scenario: Scenario
    ) -> Int? {
        policies.indices.first { index in
            index != chosen
                && policies[index].rules.contains { name in
                    if case .placement = scenario.rule(named: name)?.content { return true }
                    return false
                }
        }
    }
}
