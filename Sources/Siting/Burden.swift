/// The most of a measure that any one site, grid zone or country bears: what is spread is fair.
public struct Burden: Sendable, Hashable {
    /// What is borne: the measures that belong to places.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case cost, emissions, energy, water

        /// The measure of the whole plan of which members bear parts.
        public var measure: Measure {
            switch self {
            case .cost: .cost
            case .emissions: .emissions
            case .energy: .energy
            case .water: .water
            }
        }

        /// Its unit in keys.
        fileprivate var unitKey: String {
            switch self {
            case .cost: "usd"
            case .emissions: "t"
            case .energy: "mwh"
            case .water: "m3"
            }
        }
    }

    /// Who bears it. A site without a grid zone is one of its own, so that nothing escapes.
    public enum Grouping: String, Sendable, Hashable, CaseIterable {
        case site
        case gridZone = "grid_zone"
        case country
    }

    /// What it is measured against.
    public enum Scale: String, Sendable, Hashable, CaseIterable {
        /// The year's amount.
        case total
        /// The amount for each MW of IT power that the member may hold.
        case perLimit = "per_mw_limit"
        /// The amount for each MW of IT power that stands. A ratio of decisions: it can be limited, and not
        /// minimised.
        case perBuilt = "per_mw_built"
    }

    public let kind: Kind
    public let grouping: Grouping
    public let scale: Scale

    public init(_ kind: Kind, of grouping: Grouping, scale: Scale = .total) {
        self.kind = kind
        self.grouping = grouping
        self.scale = scale
    }

    /// Each there is.
    public static let all = Scale.allCases.flatMap { scale in
        Kind.allCases.flatMap { kind in
            Grouping.allCases.map { Burden(kind, of: $0, scale: scale) }
        }
    }

    /// Such as `largest_water_by_country`.
    public var name: String { "largest_\(kind.rawValue)_by_\(grouping.rawValue)\(suffix)" }

    /// Such as `m3/year`, or `m3/year/MW` where it is for each MW.
    public var unit: String { kind.measure.unit + (scale == .total ? "" : "/MW") }

    /// Such as `largest_water_by_country_m3_per_year`.
    var limitKey: String {
        "largest_\(kind.rawValue)_by_\(grouping.rawValue)_\(kind.unitKey)_per_year\(suffix)"
    }

    /// Such as `largest_water_by_country_usd_per_m3`; of an amount for each MW, USD times MW by its unit.
    var weightKey: String {
        switch (kind, scale) {
        case (.cost, .total): name
        case (.cost, _): name + "_mw"
        case (_, .total): name + "_usd_per_\(kind.unitKey)"
        case (_, _): name + "_usd_mw_per_\(kind.unitKey)"
        }
    }

    private var suffix: String { scale == .total ? "" : "_\(scale.rawValue)" }
}

/// What the member that bears most bears in a plan.
public struct LargestBurden: Sendable, Equatable {
    public let burden: Burden
    /// In the burden's unit.
    public let value: Double
    /// A site's id, a grid zone or a country; the first of equals.
    public let member: String
    /// Its part of what all members bear; `nil` where that is nothing.
    public let share: Double?
    /// Whether the policy judges by it.
    public let isJudged: Bool

    /// Whether reports have it: those of a year, and those that the policy judges by.
    public var isReported: Bool { isJudged || burden.scale == .total }

    public init(
        burden: Burden, value: Double, member: String, share: Double?, isJudged: Bool
    ) {
        self.burden = burden
        self.value = value
        self.member = member
        self.share = share
        self.isJudged = isJudged
    }
}
