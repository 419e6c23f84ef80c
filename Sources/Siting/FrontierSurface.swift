/// The trade-off surface of three measures: the plans among which none of them can fall without
/// another rising.
///
/// It is made of flat facets and convex. Its vertices are plans; what lies between them is a mixture.
public struct FrontierSurface: Sendable, Equatable {
    public var scenario: String
    /// The scenario's file.
    public var file: String
    /// The policy that gave rules, limits and round trips.
    public var policy: String
    /// Three.
    public let measures: [Measure]
    /// `optimal`: as near to what is possible as was asked for. `feasible`: a limit of time or
    /// Ctrl-C came first.
    public var status: PlanStatus
    /// The gap that was asked for.
    public var within: Double
    /// In order of the first measure, then of the second and the third.
    public var points: [SurfacePoint] = []
    public var facets: [SurfaceFacet] = []
    /// Programs that were solved to find the points.
    public var solveCount = 0
    /// The worst residuals of all of them.
    public var proof: Proof?
    /// Why there is no plan.
    public var diagnosis: Diagnosis?
    /// What the reader must know, each a sentence.
    public var warnings: [String] = []
    /// What its emissions count.
    public var carbonBasis: String = Scenario.usualCarbonBasis

    public init(
        scenario: String, file: String, policy: String, measures: [Measure], status: PlanStatus,
        within: Double
    ) {
        self.scenario = scenario
        self.file = file
        self.policy = policy
        self.measures = measures
        self.status = status
        self.within = within
    }

    /// Whether every vertex is known.
    public var isComplete: Bool { !points.isEmpty && facets.allSatisfy(\.isSettled) }

    /// The certified distance of the surface from what is possible: no plan improves on a point of
    /// it by more than this share of the range of all three measures at once.
    public var gap: Double { facets.reduce(0) { max($0, $1.gap) } }

    /// How far each measure reaches over the points, in its unit.
    public var ranges: [Double] {
        measures.indices.map { index in
            let values = points.map { $0.values[index] }
            return (values.max() ?? 0) - (values.min() ?? 0)
        }
    }

    /// For each point what it takes of the range of each measure, from the least on.
    public var shares: [[Double]] {
        let ranges = self.ranges
        let least = measures.indices.map { index in
            points.reduce(.infinity) { min($0, $1.values[index]) }
        }
        return points.map { point in
            measures.indices.map { index in
                ranges[index] > 0 ? (point.values[index] - least[index]) / ranges[index] : 0
            }
        }
    }

    /// The place of the point with the least of each measure; of equals the one with the least of
    /// all shares together.
    public var ends: [Int] {
        let shares = self.shares
        let sums = shares.map { $0.reduce(0, +) }
        return measures.indices.compactMap { index in
            points.indices.min { left, right in
                (shares[left][index], sums[left]) < (shares[right][index], sums[right])
            }
        }
    }

    /// The place of the point whose shares of the three ranges add up to least; the first of equals,
    /// `nil` where it is an end.
    public var knee: Int? {
        let sums = shares.map { $0.reduce(0, +) }
        guard let least = sums.min(), let place = sums.firstIndex(of: least),
            !ends.contains(place)
        else { return nil }
        return place
    }
}

/// What a unit less of two measures may cost in a third.
public struct SurfaceRates: Sendable, Equatable {
    /// Units of the surface's first measure for one of the second.
    public let second: Double
    /// For one of the third.
    public let third: Double

    public init(second: Double, third: Double) {
        self.second = second
        self.third = third
    }
}

/// A vertex of the surface.
public struct SurfacePoint: Sendable, Equatable {
    /// In the order and the units of the surface's measures.
    public let values: [Double]
    /// Exchange rates at which it is proved to be best; there are others around them.
    public let rates: SurfaceRates
    /// A weighted sum at these rates, in the units of `Policy.Objective.weighted`.
    public let weights: [Measure: Double]
    /// Whether the plan under these weights was found again to be the point.
    public let isFoundAgain: Bool
    /// Of the plan under these weights; percentiles of round trips are not computed.
    public let totals: Totals
    /// Sites with capacity in that plan.
    public let siteCount: Int
    public let proof: Proof

    public init(
        values: [Double], rates: SurfaceRates, weights: [Measure: Double], isFoundAgain: Bool,
        totals: Totals, siteCount: Int, proof: Proof
    ) {
        self.values = values
        self.rates = rates
        self.weights = weights
        self.isFoundAgain = isFoundAgain
        self.totals = totals
        self.siteCount = siteCount
        self.proof = proof
    }
}

/// A flat piece of what the points make possible.
public struct SurfaceFacet: Sendable, Equatable {
    /// Places of the points at its corners: three, or fewer where it bounds the surface.
    public let points: [Int]
    /// Measures towards more of which it goes on without end.
    public let open: [Measure]
    /// Exchange rates along it; `nil` where the first measure counts for nothing.
    public let rates: SurfaceRates?
    /// The weighted sum that is the same all over it, in the units of `Policy.Objective.weighted`.
    public let weights: [Measure: Double]
    /// How far below it a plan may lie, as a share of the ranges of all three measures.
    public let gap: Double
    /// Whether no plan lies below it: it is a facet of what is possible, or part of one.
    public let isSettled: Bool

    public init(
        points: [Int], open: [Measure], rates: SurfaceRates?, weights: [Measure: Double],
        gap: Double, isSettled: Bool
    ) {
        self.points = points
        self.open = open
        self.rates = rates
        self.weights = weights
        self.gap = gap
        self.isSettled = isSettled
    }
}
