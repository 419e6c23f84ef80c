public import Siting
import SitingFormulation

/// Finds the trade-off curve between two measures under a policy's rules, limits and round trips.
///
/// By weighted sums in dichotomy (Aneja and Nair, Bicriteria Transportation Problem, 1979): the
/// direction in which both ends of an edge are as good either leads to a corner below the edge,
/// which splits it, or proves that there is none.
public struct FrontierSearch: Sendable {
    /// How much of the curve is wanted.
    public struct Extent: Sendable, Equatable {
        /// Stop where no plan improves on the curve by more than this share of both ranges; 0 is
        /// every corner.
        public var within: Double
        /// Stop at so many corners.
        public var pointLimit: Int?

        public init(within: Double = 0, pointLimit: Int? = nil) {
            self.within = within
            self.pointLimit = pointLimit
        }
    }

    private let scenario: Scenario
    private let extent: Extent
    let settings: SolveSettings
    let weighing: FrontierWeighing

    /// - Parameters:
    ///   - policy: Its objective does not matter.
    ///   - y: Another measure than `x`.
    ///   - settings: Their limit of time is that of the whole search.
    public init(
        _ scenario: Scenario, under policy: Policy, x: Measure, y: Measure,
        extent: Extent = Extent(), settings: SolveSettings = SolveSettings()
    ) {
        precondition(x != y, "a measure has no trade-off with itself")
        self.scenario = scenario
        self.extent = extent
        self.settings = settings.limitedTogether()
        weighing = FrontierWeighing(scenario, under: policy, x: x, y: y)
    }

    /// The curve; where there is no plan, it says why.
    ///
    /// - Throws: What a solve throws: `CertificateRefused`, or what the solver throws when it
    ///   breaks down.
    public func frontier() async throws -> Frontier {
        let start = weighing.policy((x: 1, y: 0))
        let formulation = try Formulation(scenario: scenario, policy: start)
        var quiet = settings
        quiet.progress = nil
        let lanes = (0..<FrontierLane.count).map { _ in
            FrontierLane(scenario, formulation, settings: quiet)
        }
        settings.progress?("tracing \(weighing.x.rawValue) against \(weighing.y.rawValue)")
        var writer = FrontierWriter(
            formulation, weighing: weighing, runner: StageRunner(settings: quiet))
        var curve: FrontierCurve
        do {
            curve = try await ends(lanes, &writer)
        } catch let error as FrontierLane.NoOptimum {
            return writer.without(error.status, try await lanes.diagnosis(after: error))
        }
        var status = PlanStatus.optimal
        do {
            try await trueEnds(of: &curve, lanes, &writer)
            try await fill(&curve, lanes, &writer)
        } catch is FrontierLane.NoOptimum {
            status = .feasible
        }
        curve.dropMixtures()
        let points = try await points(of: curve, lanes)
        return writer.frontier(curve, points: points.found, points.areAll ? status : .feasible)
    }

    /// The least of each measure, with whatever of the other.
    private func ends(
        _ lanes: [FrontierLane], _ writer: inout FrontierWriter
    ) async throws -> FrontierCurve {
        let found = try await corners(at: [0, .infinity], ranges: nil, lanes)
        writer.count(found)
        return FrontierCurve(from: found[0], to: found[1])
    }

    private func trueEnds(
        of curve: inout FrontierCurve, _ lanes: [FrontierLane], _ writer: inout FrontierWriter
    ) async throws {
        let known = curve
        let ends = [FrontierLane.End.leastX, .leastY]
        let found = try await lanes.share(ends) { [weighing] lane, end in
            try lane.findEnd(end, of: known, by: weighing)
        }.flatMap { $0 }
        writer.count(found)
        for corner in found { curve.take(corner) }
    }

    /// Until so near to what is possible, and wherever not every corner is wanted, the widest gaps
    /// come first, so that what a limit leaves is a curve. Then each lane goes along from its end
    /// of it: neighbours are quick to solve one after the other.
    private static let coarseGap = 0.01

    /// Splits edges until no gap is wider than asked for.
    private func fill(
        _ curve: inout FrontierCurve, _ lanes: [FrontierLane], _ writer: inout FrontierWriter
    ) async throws {
        while true {
            let room = (extent.pointLimit ?? .max) - curve.corners.count
            let edges = next(min(room, lanes.count), of: curve)
            guard !edges.isEmpty else { return }
            let rates = edges.map(curve.rate(ofEdge:))
            let found = try await corners(at: rates, ranges: curve.ranges, lanes)
            writer.count(found)
            for corner in found { curve.take(corner) }
            settings.headway?("\(curve.corners.count) vertices found")
        }
    }

    /// Edges to look below, in order of x.
    private func next(_ count: Int, of curve: FrontierCurve) -> [Int] {
        let open = curve.openEdges(beyond: extent.within)
        guard count > 0, open.count > count else { return Array(open.prefix(max(0, count))) }
        if extent == Extent(), curve.gap <= Self.coarseGap, let last = open.last {
            return [open[0], last]
        }
        return curve.widestFirst(open).prefix(count).sorted()
    }

    /// The best plan at each rate, one a lane.
    private func corners(
        at rates: [Double], ranges: (x: Double, y: Double)?, _ lanes: [FrontierLane]
    ) async throws -> [FrontierCurve.Corner] {
        try await lanes.share(rates) { [weighing] lane, rate in
            try lane.corner(at: rate, ranges: ranges, by: weighing)
        }
    }
}
