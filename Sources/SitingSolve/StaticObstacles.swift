import Quantities
import Siting
import SitingFormulation

/// Obstacles that show without solving.
struct StaticObstacles {
    private let formulation: Formulation
    private var scenario: Scenario { formulation.scenario }

    /// Markets named one by one before the rest are counted.
    private static let namedMarkets = 10

    init(_ formulation: Formulation) { self.formulation = formulation }

    var findings: [Diagnosis.Finding] { unreachableMarkets + jobs }

    private var unreachableMarkets: [Diagnosis.Finding] {
        // The farthest first: what reaches it reaches the others.
        let all = Unreachable.demands(
            of: formulation.arcs, scenario: scenario, policy: formulation.policy
        ).sorted {
            ($0.nearest?.roundTrip.value ?? .infinity) > ($1.nearest?.roundTrip.value ?? .infinity)
        }
        var findings = all.prefix(Self.namedMarkets).map(finding)
        if all.count > Self.namedMarkets {
            findings.append(
                Diagnosis.Finding(
                    kind: "unreachable_market",
                    message: "and \(all.count - Self.namedMarkets) more markets",
                    remedy: "the farthest of those that rules leave a site come first",
                    location: nil))
        }
        return findings
    }

    private func finding(_ unreachable: Unreachable) -> Diagnosis.Finding {
        let service = scenario.services[unreachable.service]
        let market = scenario.markets[unreachable.market]
        guard let nearest = unreachable.nearest else {
            return Diagnosis.Finding(
                kind: "unreachable_market",
                message: "\(service.id): the rules in force leave no site for \(market.name)"
                    + " (\(market.country))",
                remedy: "widen the sites of a residency, access or closed rule",
                location: formulation.policy.location)
        }
        let site = scenario.sites[nearest.site]
        let trip = ReadableFigure.text(nearest.roundTrip.value)
        var limits: [String] = []
        if let limit = service.maxRoundTrip {
            limits.append("max_rtt_ms \(ReadableFigure.text(limit.value))")
        }
        if let limit = service.maxLatency {
            limits.append("max_latency_ms \(ReadableFigure.text(limit.value))")
        }
        return Diagnosis.Finding(
            kind: "unreachable_market",
            message: "\(service.id): no site reaches \(market.name) (\(market.country)) within"
                + " \(limits.joined(separator: " and ")); the nearest allowed, \(site.name),"
                + " is \(trip) ms away",
            remedy: remedy(service, nearest), location: service.location)
    }

    private func remedy(_ service: Service, _ nearest: Unreachable.Nearest) -> String {
        let trip = ReadableFigure.text(nearest.roundTrip.value, roundingUp: true)
        let latency = service.latency(roundTrip: nearest.roundTrip)
        var changes: [String] = []
        if let limit = service.maxRoundTrip, nearest.roundTrip > limit {
            changes.append("raise max_rtt_ms to \(trip)")
        }
        if let limit = service.maxLatency, latency > limit {
            let needed = ReadableFigure.text(latency.value, roundingUp: true)
            changes.append("raise max_latency_ms to \(needed)")
        }
        return changes.joined(separator: " and ") + ", add a nearer site, or leave the market out"
    }

    private var jobs: [Diagnosis.Finding] {
        var findings: [Diagnosis.Finding] = []
        for (index, job) in scenario.jobs.enumerated() {
            if job.meanPower.value > job.peak.value * (1 + 1e-9) {
                let mean = ReadableFigure.text(job.meanPower.value, roundingUp: true)
                findings.append(
                    Diagnosis.Finding(
                        kind: "job_too_large",
                        message: "\(job.id) needs \(mean) MW on average over its window, more than"
                            + " its peak_mw \(ReadableFigure.text(job.peak.value))",
                        remedy: "raise peak_mw to \(mean) or lengthen the window",
                        location: job.location))
            }
            if formulation.arcs.jobSites[index].isEmpty {
                findings.append(
                    Diagnosis.Finding(
                        kind: "job_without_site",
                        message: "the rules in force leave no site for \(job.id)",
                        remedy: "widen the sites of a residency, access or closed rule",
                        location: job.location))
            }
        }
        return findings
    }
}
