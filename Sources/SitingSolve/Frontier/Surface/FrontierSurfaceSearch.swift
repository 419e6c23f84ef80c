public import Siting
import SitingFormulation

/// Finds the trade-off surface of three measures under a policy's rules, limits and round trips.
///
/// By the dual variant (Ehrgott, Löhne and Shao, 2011) of outer approximation in the space of the
/// measures (Benson, 1998): what the plans found make possible is a polyhedron whose facets are
/// directions. The facet below which most may lie is asked for first; the best plan of its direction
/// either lies below it and widens the polyhedron, or proves that nothing does. What each answer
/// proves bounds all other facets.
public struct FrontierSurfaceSearch: Sendable {
    /// The gap that is asked for unless another is.
    public static let usualGap = 0.01

    private let scenario: Scenario
    private let extent: FrontierSearch.Extent
    let settings: SolveSettings
    let weighing: SurfaceWeighing

    /// - Parameters:
    ///   - policy: Its objective does not matter.
    ///   - measures: Three.
    ///   - settings: Their limit of time is that of the whole search.
    public init(
        _ scenario: Scenario, under policy: Policy, measures: [Measure],
        extent: FrontierSearch.Extent = .init(within: Self.usualGap),
        settings: SolveSettings = SolveSettings()
    ) {
        precondition(Set(measures).count == 3, "a surface has three measures")
        self.scenario = scenario
        self.extent = extent
        self.settings = settings.limitedTogether()
        weighing = SurfaceWeighing(scenario, under: policy, measures: measures)
    }

    /// The surface; where there is no plan, it says why.
    ///
    /// - Throws: What a solve throws: `CertificateRefused`, or what the solver throws when it
    ///   breaks down.
    public func surface() async throws -> FrontierSurface {
        let start = weighing.policy(SIMD3(1, 0, 0))
        let formulation = try Formulation(scenario: scenario, policy: start)
        var quiet = settings
        quiet.progress = nil
        let lanes = (0..<FrontierLane.count).map { _ in
            FrontierLane(scenario, formulation, settings: quiet)
        }
        let names = weighing.measures.map(\.rawValue).joined(separator: ", ")
        settings.progress?("tracing \(names) against each other")
        var writer = SurfaceWriter(
            formulation, weighing: weighing, within: extent.within,
            runner: StageRunner(settings: quiet))
        var shape: SurfaceShape
        do {
            shape = try await ends(lanes, &writer)
        } catch let error as FrontierLane.NoOptimum {
            return writer.without(error.status, try await lanes.diagnosis(after: error))
        }
        var status = PlanStatus.optimal
        do {
            try await fill(&shape, lanes, &writer)
            // What was a vertex for a while may have stretched the ranges that gaps are shares of.
            if shape.dropMixtures() { try await fill(&shape, lanes, &writer) }
        } catch is FrontierLane.NoOptimum {
            status = .feasible
        }
        shape.dropMixtures()
        for index in shape.facets.indices { shape.measure(index) }
        let points = try await points(of: shape, lanes)
        return writer.surface(shape, points: points.found, points.areAll ? status : .feasible)
    }

    /// The least of each measure with whatever of the others, then with little of the others.
    private func ends(
        _ lanes: [FrontierLane], _ writer: inout SurfaceWriter
    ) async throws -> SurfaceShape {
        // Each alone weighs 1.
        let alone = SurfaceFrame.axes
        let even = SIMD3(repeating: SurfaceWeighing.scale)
        let least = try await lanes.share(alone) { [weighing] lane, direction in
            try lane.answer(to: direction, ranges: even, by: weighing)
        }
        writer.count(least)
        let frame = SurfaceFrame(around: least.map(\.vertex.values))
        let found = try await lanes.share([0, 1, 2]) { [weighing] lane, measure in
            try lane.answers(towardsLeastOf: measure, in: frame, by: weighing)
        }
        for answers in found { writer.count(answers) }
        let ends = found.compactMap(\.last?.vertex)
        return SurfaceShape(
            ends.isEmpty ? least.map(\.vertex) : ends, cuts: (least + found.joined()).map(\.cut))
    }

    /// Asks for facets until no gap is wider than asked for.
    private func fill(
        _ shape: inout SurfaceShape, _ lanes: [FrontierLane], _ writer: inout SurfaceWriter
    ) async throws {
        while true {
            let room = (extent.pointLimit ?? .max) - shape.vertices.count
            let facets = shape.widest(max(0, min(room, lanes.count)), beyond: extent.within)
            guard !facets.isEmpty else { return }
            // Each lane keeps to its side, where what it goes on from is near.
            let questions = facets.map { shape.nextQuestion(about: $0) }
                .sorted { $0.direction.x < $1.direction.x }
            let unit = shape.frame.unit
            let found = try await lanes.share(questions) { [weighing] lane, question in
                try lane.provedAnswer(to: question.direction / unit, ranges: unit, by: weighing)
            }
            writer.count(found)
            for case (let question, let answer?) in zip(questions, found) {
                shape.take(answer.cut, answer.vertex, isForVertex: question.isForVertex)
            }
            settings.headway?("\(shape.vertices.count) vertices found")
        }
    }
}
