import ArgumentParser
import Siting
import SitingFiles
import SitingReports
import SitingSolve
import Typesetting

/// `sitewise frontier`: the trade-off curve between two measures, or the surface of three.
struct FrontierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: "Trace the trade-off curve between two measures, or the surface of three.",
        discussion: """
            The curve holds the plans in which neither measure can fall without the other \
            rising, under the rules, limits and round trips of one policy. Each vertex is a \
            proved optimum, with the exchange rates at which it is best: with cost over \
            emissions, the prices of carbon in USD a tonne. All vertices of a curve are found; \
            those of a surface until no plan can improve on it by more than --within.

            EXAMPLES
              sitewise frontier
              sitewise frontier world --x cost --y rtt --within 0.01%
              sitewise frontier bitcoin --format csv -o curve.csv
              sitewise frontier world --plan 41 -o plan.geojson
              sitewise frontier world -o curve/           all tables as CSV, in a folder
              sitewise frontier world --z latency -o surface.json

            EXIT STATUS
              2 if a limit came before the answer was as complete as asked for
            """)

    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var curve: FrontierOptions
    @OptionGroup var solve: SolveOptionsGroup
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "table, json, csv (one row a point; all tables in a folder), markdown or geojson.",
            discussion: "Told from the file's ending, if not given; geojson is for --plan."))
    var format: OutputFormat?

    @Flag(help: "Every point in the table, however many.")
    var all = false

    @Option(
        name: .customLong("plan"),
        help: ArgumentHelp(
            "Write the plan of this point in place of the points, as place would.",
            discussion: "Under the weighted sum at the middle of its rates.", valueName: "point"))
    var planPoint: Int?

    private var chosenFormat: OutputFormat { output.format(format) }

    func validate() throws {
        try chosenFormat.check("a frontier has", no: .html)
        if planPoint == nil, chosenFormat == .geojson {
            throw ValidationError(
                "a frontier has no GeoJSON, a plan on it has: name its point, such as --plan 1")
        }
    }

    func run() async throws {
        // Refused before the search where it can't be written.
        _ = try output.folder(for: chosenFormat)
        // What people read carries the warnings itself.
        let loaded = try scenario.load(warns: chosenFormat.isData)
        let chosen = try policy.policy(of: loaded)
        try curve.check(loaded)
        if curve.z == nil {
            try await runCurve(loaded, chosen)
        } else {
            try await runSurface(loaded, chosen)
        }
    }

    private func runCurve(_ scenario: Scenario, _ policy: Policy) async throws {
        let frontier = try await Solving.run(solve) { settings in
            try await FrontierSearch(
                scenario, under: policy, x: curve.x, y: curve.y, extent: curve.extent,
                settings: settings
            ).frontier()
        }
        let plan = try await plan(
            ofWeights: frontier.points.map(\.weights), of: "curve", frontier.status, scenario,
            policy)
        try write(
            plan, scenario, or: text(of: frontier), FrontierTables.bundle(of: frontier),
            frontier.status)
    }

    private func text(of frontier: Frontier) -> String {
        let limit = all ? nil : FrontierText.usualLimit
        switch chosenFormat {
        case .table, .geojson, .html:
            return FrontierText.render(
                frontier, limit: limit, style: output.style, width: output.width)
        case .json: return FrontierJSON.text(of: frontier)
        case .csv: return FrontierText.csv(frontier)
        case .markdown: return FrontierText.markdown(frontier, limit: limit)
        }
    }

    private func runSurface(_ scenario: Scenario, _ policy: Policy) async throws {
        let surface = try await Solving.run(solve) { settings in
            try await FrontierSurfaceSearch(
                scenario, under: policy, measures: curve.measures, extent: curve.extent,
                settings: settings
            ).surface()
        }
        let plan = try await plan(
            ofWeights: surface.points.map(\.weights), of: "surface", surface.status, scenario,
            policy)
        // Directions without an answer can leave a surface wider than asked for.
        let isLeftOpen = surface.gap > max(surface.within, 1e-6) && curve.extent.pointLimit == nil
        let status = surface.status == .optimal && isLeftOpen ? .feasible : surface.status
        try write(
            plan, scenario, or: text(of: surface), SurfaceTables.bundle(of: surface), status)
    }

    private func text(of surface: FrontierSurface) -> String {
        let limit = all ? nil : SurfaceText.usualLimit
        switch chosenFormat {
        case .table, .geojson, .html:
            return SurfaceText.render(
                surface, limit: limit, style: output.style, width: output.width)
        case .json: return SurfaceJSON.text(of: surface)
        case .csv: return SurfaceText.csv(surface)
        case .markdown: return SurfaceText.markdown(surface, limit: limit)
        }
    }

    /// Writes the plan of a point, or the points where none was asked for.
    private func write(
        _ plan: Plan?, _ scenario: Scenario, or text: @autoclosure () -> String,
        _ bundle: @autoclosure () -> TableBundle, _ status: PlanStatus
    ) throws {
        try output.write(
            plan.map { chosenFormat.text(of: $0, in: scenario, to: output) } ?? text(),
            orTo: output.folder(for: chosenFormat),
            plan.map(PlanTables.bundle) ?? bundle())
        if let status = status.exitStatus ?? plan?.status.exitStatus { throw status }
    }

    /// The plan of the point asked for; `nil` where none is, or where there are no points.
    ///
    /// - Parameters:
    ///   - weights: Of each point.
    ///   - status: Of the search.
    private func plan(
        ofWeights weights: [[Measure: Double]], of name: String, _ status: PlanStatus,
        _ scenario: Scenario, _ policy: Policy
    ) async throws -> Plan? {
        guard let planPoint else { return nil }
        guard !weights.isEmpty else {
            // A map shows what was asked for; other formats say why there is nothing.
            guard chosenFormat == .geojson else { return nil }
            return Plan(
                scenario: scenario.name, file: scenario.file, policy: policy.name, status: status)
        }
        guard weights.indices.contains(planPoint - 1) else {
            throw ValidationError(
                "the \(name) has points 1 to \(weights.count), and no \(planPoint)")
        }
        let traded = curve.measures.map(\.rawValue).joined(separator: "-")
        let point = policy.weighing(
            weights[planPoint - 1], named: "\(policy.name), point \(planPoint) of \(traded)")
        let hasRoom = try output.folder(for: chosenFormat) != nil || chosenFormat.holdsRuleCosts
        return try await Solving.run(solve) { settings in
            try await Placement.plan(
                scenario, under: point, settings: settings, withRuleCosts: hasRoom)
        }
    }
}
