import Siting
import SitingFormulation

/// Says which market or job found no room, and why.
struct UnplacedWork {
    private let formulation: Formulation
    private let method: BaselineMethod
    /// Named one by one before the rest are counted.
    private static let named = 10

    init(_ formulation: Formulation, _ method: BaselineMethod) {
        self.formulation = formulation
        self.method = method
    }

    /// The largest shortage first.
    func findings(_ unplaced: [(item: WorkItem, power: Double)]) -> [Diagnosis.Finding] {
        let largest = unplaced.enumerated().sorted { left, right in
            left.element.power == right.element.power
                ? left.offset < right.offset : left.element.power > right.element.power
        }.map(\.element)
        var findings = largest.prefix(Self.named).map(finding)
        if largest.count > Self.named {
            let rest = largest.dropFirst(Self.named)
            let power = ReadableFigure.text(rest.reduce(0) { $0 + $1.power }, roundingUp: true)
            findings.append(
                Diagnosis.Finding(
                    kind: Self.kind,
                    message: "and \(rest.count) more find no room for \(power) MW",
                    remedy: "the largest come first", location: nil))
        }
        return findings
    }

    private static let kind = "no_room_left"

    private func finding(_ unplaced: (item: WorkItem, power: Double)) -> Diagnosis.Finding {
        let scenario = formulation.scenario
        let power = ReadableFigure.text(unplaced.power, roundingUp: true)
        let name: String
        let location: SourceLocation?
        switch unplaced.item.target {
        case .demand(let index):
            let demand = formulation.arcs.demands[index]
            let market = scenario.markets[demand.market]
            name = "\(scenario.services[demand.service].id) in \(market.name) (\(market.country))"
            location = scenario.services[demand.service].location
        case .job(let index):
            name = scenario.jobs[index].id
            location = scenario.jobs[index].location
        }
        let count = unplaced.item.sites.count
        let sites = count == 1 ? "the 1 site" : "the \(count) sites"
        return Diagnosis.Finding(
            kind: Self.kind,
            message: "\(method.rawValue) finds no room for \(power) MW of \(name): \(sites) within"
                + " its limits and rules are full of what was placed before",
            remedy: "raise limit_mw of a site that it may use; an optimum may still have room",
            location: location)
    }
}
