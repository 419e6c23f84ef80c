/// A figure in two plans.
public struct Shift: Sendable, Equatable {
    /// `nil` where the first plan has none.
    public let first: Double?
    public let second: Double?
    /// `nil` where either is not known; nothing where noise explains it.
    public let change: Change?

    /// - Parameters:
    ///   - noise: The share of the larger figure up to which there is no change.
    ///   - least: The change up to which there is none, in the figures' unit.
    init(_ first: Double?, _ second: Double?, noise: Double = .noise, least: Double = 0) {
        self.first = first
        self.second = second
        guard let first, let second else {
            change = nil
            return
        }
        let found = Change(from: first, to: second, noise: noise)
        change = abs(found.absolute) <= least ? Change(from: first, to: first) : found
    }

    /// Whether the figure changed, came or went.
    public var isChange: Bool {
        change.map { $0.absolute != 0 } ?? ((first == nil) != (second == nil))
    }
}

/// A named figure in two plans.
public struct FigureShift: Sendable, Equatable {
    /// As in JSON.
    public let key: String
    public let unit: String
    public let shift: Shift
}

/// A site where capacity or work differs.
public struct SiteShift: Sendable, Equatable {
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        case added, removed, grown, shrunk
        /// Of the same capacity, with other work.
        case reloaded
    }

    public let id: String
    public let name: String
    public let country: String
    /// IT power, MW; 0 where a plan does not use the site.
    public let capacity: Shift
    /// IT energy, MWh a year.
    public let training: Shift
    public let inference: Shift

    public var kind: Kind {
        let change = capacity.change?.absolute ?? 0
        if change == 0 { return .reloaded }
        if capacity.first == 0 { return .added }
        if capacity.second == 0 { return .removed }
        return change > 0 ? .grown : .shrunk
    }
}

/// How much of a service or job runs at other sites.
public struct WorkShift: Sendable, Equatable {
    public enum Kind: String, Sendable, Equatable {
        case service, job
    }

    public let kind: Kind
    public let id: String
    /// Mean MW of a service, MWh of a job; `nil` where a plan has no such work.
    public let amount: Shift
    /// The part of the work that runs at other sites, 0 to 1: of each market's, half the sum over sites of
    /// how much the site's share of it changed, weighed by the market's mean amount in both plans. Only
    /// markets of both plans count; `nil` where there is none.
    public let movedShare: Double?
    /// Markets in both plans, and those of them that are answered from other sites or in other shares;
    /// 1 and 0 or 1 of a job.
    public let marketCount: Int
    public let movedMarketCount: Int

    /// MW or MWh, of the mean amount in both plans.
    public var moved: Double? {
        guard let movedShare, let first = amount.first, let second = amount.second else {
            return nil
        }
        return movedShare * (first + second) / 2
    }

    public var isChange: Bool { amount.isChange || movedMarketCount > 0 }
}

/// A binding limit whose price came, went or changed.
public struct PriceShift: Sendable, Equatable {
    public let rule: String
    /// `nil` where the limit does not bind in the first plan.
    public let first: Price?
    public let second: Price?

    /// `nil` where either has none, or they are in different units.
    public var change: Change? {
        guard let first, let second, first.unit == second.unit else { return nil }
        return Change(from: first.value, to: second.value)
    }
}

/// What a stage comes to in two plans with the same objective at its place.
public struct StageShift: Sendable, Equatable {
    /// A measure's name, or `weighted_sum`.
    public let measure: String
    public let unit: String
    public let value: Shift
    /// Whether bounds tell the optima apart: the value of one lies below what is proved of the other.
    public let isProved: Bool

    init(_ first: Stage, _ second: Stage, noise: Double) {
        measure = first.measure
        unit = first.unit
        value = Shift(
            first.value.isNaN ? nil : first.value, second.value.isNaN ? nil : second.value,
            noise: noise)
        let overlap = first.bound <= second.value && second.bound <= first.value
        isProved = value.isChange && !overlap
    }
}
