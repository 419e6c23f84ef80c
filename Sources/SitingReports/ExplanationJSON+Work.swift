import Siting
import Typesetting

extension ExplanationJSON {
    static func work(_ work: WorkExplanation) -> JSONValue {
        var service: String?
        var market: String?
        var job: String?
        switch work.subject {
        case .requests(let name, let place, _): (service, market) = (name, place)
        case .job(let name): job = name
        }
        return [
            "service": JSONValue(service), "market": JSONValue(market), "job": JSONValue(job),
            "mean_mw": .number(work.load), "marginal_cost_per_mw": .number(work.marginalCost),
            "sites": .array(
                work.places.map { place in
                    [
                        "id": .string(place.site), "mean_mw": .number(place.power),
                        "rtt_ms": JSONValue(place.roundTrip),
                    ]
                }),
            "alternatives": .array(
                work.alternatives.map { option in
                    [
                        "id": .string(option.site), "rtt_ms": JSONValue(option.roundTrip),
                        "first_mw": .number(option.firstMegawatt),
                        "whole": JSONValue(option.whole),
                    ]
                }),
            "nearer": .array(work.nearer.map(nearer)),
            "site_count": .integer(work.siteCount), "allowed_count": .integer(work.allowedCount),
            "exclusions": .array(
                work.exclusions.map { exclusion in
                    .object(
                        members(of: exclusion.obstacle) + [
                            ("site_count", .integer(exclusion.siteCount))
                        ])
                }),
        ]
    }

    private static func nearer(_ site: WorkExplanation.Nearer) -> JSONValue {
        [
            "id": .string(site.site), "rtt_ms": .number(site.roundTrip),
            "first_mw": JSONValue(site.firstMegawatt),
            "obstacles": .array(site.obstacles.map { .object(members(of: $0)) }),
        ]
    }

    private static func members(of obstacle: WorkObstacle) -> [(String, JSONValue)] {
        switch obstacle {
        case .rule(let rule):
            [("kind", "rule"), ("rule", .string(rule)), ("limit_ms", .null)]
        case .roundTrip(let limit):
            [("kind", "round_trip"), ("rule", .null), ("limit_ms", .number(limit))]
        case .latency(let limit):
            [("kind", "latency"), ("rule", .null), ("limit_ms", .number(limit))]
        }
    }
}
