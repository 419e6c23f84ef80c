import Quantities
import Siting

/// Restrictions in the planner's own names.
struct RestrictionWording {
    let scenario: Scenario
    let policy: Policy

    /// - Parameter scenario: As the policy sees it.
    init(_ scenario: Scenario, under policy: Policy) {
        self.scenario = scenario.under(policy)
        self.policy = policy
    }

    func member(_ restriction: Restriction) -> Conflict.Member {
        switch restriction {
        case .room:
            let positions = Position.grouping(scenario.sites)
            let limit = positions.reduce(0) { $0 + $1.limit.value }
            let count = positions.count == 1 ? "1 position" : "\(positions.count) positions"
            return Conflict.Member(
                name: "limit_mw", kind: "room",
                sentence: "room at sites: \(count) for at most \(StatedFigure.text(limit)) MW",
                location: positions.count == 1 ? scenario.sites.first?.location : nil)
        case .limit(let place):
            let limit = policy.limits[place]
            return Conflict.Member(
                name: limit.measure.limitKey, kind: "limit",
                sentence: "\(limit.measure.limitKey): at most"
                    + " \(StatedFigure.text(limit.maximum)) \(limit.measure.unit)",
                location: limit.location)
        case .roundTrip(let index):
            return time(index, "max_rtt_ms", scenario.services[index].maxRoundTrip)
        case .latency(let index):
            return time(index, "max_latency_ms", scenario.services[index].maxLatency)
        case .rule(let rule):
            return Conflict.Member(
                name: rule.name, kind: rule.content.kind,
                sentence: "\(rule.name): \(Self.sentence(rule.content))", location: rule.location)
        }
    }

    /// A job that can't be done in its window within its peak.
    func member(_ job: Job) -> Conflict.Member {
        Conflict.Member(
            name: job.id, kind: "job",
            sentence: "\(job.id): \(StatedFigure.text(job.energy.value)) MWh from \(job.start) to"
                + " \(job.end) at no more than \(StatedFigure.text(job.peak.value)) MW",
            location: job.location)
    }

    private func time(_ service: Int, _ key: String, _ limit: Latency?) -> Conflict.Member {
        let service = scenario.services[service]
        return Conflict.Member(
            name: service.id, kind: key,
            sentence: "\(service.id): \(key) \(StatedFigure.text(limit?.value ?? 0))",
            location: location(ofTimeOf: service, key))
    }

    /// A policy's own round trips stand in the policy.
    func location(ofTimeOf service: Service, _ key: String) -> SourceLocation? {
        let isOfPolicy = key == "max_rtt_ms" && policy.maxRoundTrips[service.id] != nil
        return isOfPolicy ? policy.location : service.location
    }

    private static func sentence(_ content: Rule.Content) -> String {
        switch content {
        case .residency: "work that it binds runs only at the sites it allows"
        case .access: "work of the operators it binds runs only at the sites it allows"
        case .closed: "nothing runs or is built at the sites it closes"
        case .share(let grouping, let maximum):
            "no \(grouping.rawValue.replacing("_", with: " ")) does more than"
                + " \(StatedFigure.text(100 * maximum)) % of the work"
        case .nearUsers: "no site has a larger share of the training than of the inference"
        case .trainingSupply(let fuels):
            "training draws only from direct lines on"
                + " \(fuels.sorted().joined(separator: " or "))"
        case .placement(let shares):
            "\(shares.count) sites do the shares of all work that it states"
        }
    }
}
