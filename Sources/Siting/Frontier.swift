/// The trade-off curve between two measures: the plans among which neither can fall without the
/// other rising.
///
/// It is piecewise linear and convex. Its corners are plans; what lies between two of them is a
/// mixture.
public struct Frontier: Sendable, Equatable {
    public var scenario: String
    /// The scenario's file.
    public var file: String
    /// The policy that gave rules, limits and round trips.
    public var policy: String
    public let x: Measure
    public let y: Measure
    /// `optimal`: as complete as was asked for. `feasible`: a limit of time or Ctrl-C came first.
    public var status: PlanStatus
    /// Corners in order: x rises, y falls. One alone has the least of both measures.
    public var points: [FrontierPoint] = []
    /// From each point to the next.
    public var segments: [FrontierSegment] = []
    /// Programs that were solved to find the corners.
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
        scenario: String, file: String, policy: String, x: Measure, y: Measure, status: PlanStatus
    ) {
        self.scenario = scenario
        self.file = file
        self.policy = policy
        self.x = x
        self.y = y
        self.status = status
    }

    /// Whether every corner is known.
    public var isComplete: Bool { !points.isEmpty && segments.allSatisfy(\.isEdge) }

    /// The certified distance of the curve from what is possible: no plan improves on a point of it
    /// by more than this share of the range of both measures at once.
    public var gap: Double { segments.reduce(0) { max($0, $1.gap) } }

    /// How far each measure reaches over the whole curve, in its unit.
    public var ranges: (x: Double, y: Double) {
        guard let first = points.first, let last = points.last else { return (0, 0) }
        return (last.x - first.x, first.y - last.y)
    }

    /// The place of the point farthest from the straight line between both ends, where both
    /// measures are counted in shares of their ranges; the first of equals, `nil` where no corner
    /// lies between the ends.
    public var knee: Int? {
        guard points.count > 2, let first = points.first, let last = points.last else { return nil }
        let (width, height) = ranges
        let depths = points.map { 1 - ($0.x - first.x) / width - ($0.y - last.y) / height }
        guard let deepest = depths.max() else { return nil }
        return depths.firstIndex(of: deepest)
    }
}

/// A corner of the curve.
public struct FrontierPoint: Sendable, Equatable {
    /// In the measure's unit.
    public let x: Double
    public let y: Double
    /// The exchange rates, units of x for a unit of y, between which the point is proved to be
    /// best.
    ///
    /// Where the curve is complete there are no others; the highest of the last point is infinite.
    public let lowestRate: Double
    public let highestRate: Double
    /// The weights of a weighted policy whose only optimum in both measures is the point: at the
    /// middle of its rates, in the units of `Policy.Objective.weighted`.
    public let weights: [Measure: Double]
    /// Of the plan under these weights; percentiles of round trips are not computed.
    public let totals: Totals
    /// Sites with capacity in that plan.
    public let siteCount: Int
    public let proof: Proof

    public init(
        x: Double, y: Double, lowestRate: Double, highestRate: Double,
        weights: [Measure: Double], totals: Totals, siteCount: Int, proof: Proof
    ) {
        self.x = x
        self.y = y
        self.lowestRate = lowestRate
        self.highestRate = highestRate
        self.weights = weights
        self.totals = totals
        self.siteCount = siteCount
        self.proof = proof
    }
}

/// The way from one point of the curve to the next.
public struct FrontierSegment: Sendable, Equatable {
    /// Units of x that a unit of y less costs.
    public let rate: Double
    /// How far below it a plan may lie, as a share of the ranges of both measures.
    public let gap: Double
    /// Whether no corner lies below it: it is an edge of what is possible.
    public let isEdge: Bool

    public init(rate: Double, gap: Double, isEdge: Bool) {
        self.rate = rate
        self.gap = gap
        self.isEdge = isEdge
    }
}

extension Policy {
    /// The same rules, limits and round trips for the sake of a weighted sum.
    public func weighing(_ weights: [Measure: Double], named name: String) -> Policy {
        Policy(
            name: name, objective: .weighted(weights), tolerance: tolerance, limits: limits,
            rules: rules, maxRoundTrips: maxRoundTrips, location: location)
    }
}
