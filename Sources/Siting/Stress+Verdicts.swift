/// A limit that the chosen plan breaks in some samples.
public struct BrokenLimit: Sendable, Equatable {
    /// As in `Breach`.
    public let rule: String
    /// In how many samples.
    public let sampleCount: Int
    /// The largest amount, and its unit.
    public let most: Double
    public let unit: String
}

extension Stress {
    /// Samples in which the chosen plan is as good as the best one.
    public var stillBestCount: Int { samples.count(where: \.isStillBest) }

    /// Samples in which the chosen plan breaks a limit.
    public var breakingCount: Int { samples.count { !$0.breaches.isEmpty } }

    /// Samples in which the chosen plan is allowed and another one is better.
    public var worseCount: Int {
        samples.count { $0.totals != nil && $0.breaches.isEmpty && !$0.isStillBest }
    }

    /// Samples in which no plan is possible, or none is best.
    public var withoutPlanCount: Int {
        samples.count { $0.totals == nil && $0.status != .failed }
    }

    /// Samples that the solver failed on.
    public var failedCount: Int { samples.count { $0.status == .failed } }

    /// What the chosen plan breaks, by rule, those of most samples first.
    public var broken: [BrokenLimit] {
        let breaches = Dictionary(grouping: samples.flatMap(\.breaches), by: \.rule)
        return breaches.compactMap { rule, breaches in
            breaches.max { $0.amount < $1.amount }.map {
                BrokenLimit(
                    rule: rule, sampleCount: breaches.count, most: $0.amount, unit: $0.unit)
            }
        }.sorted { ($1.sampleCount, $0.rule) < ($0.sampleCount, $1.rule) }
    }

    /// The regret in a stage, from 0, as a share of the sample's optimum; `nil` where that is nothing in
    /// all of them.
    public func relativeRegret(inStage stage: Int) -> Spread? {
        Spread(
            outcomes(stage).compactMap { outcome in
                guard outcome.optimum != 0 else { return nil }
                return outcome.regret.map { $0 / abs(outcome.optimum) }
            })
    }
}
