import GLPK
import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Finds out why no placement is possible and what would make one possible.
struct Diagnoser {
    private let formulation: Formulation
    private let models: ElasticModels
    private let runner: StageRunner

    /// - Parameter models: Those of the formulation, where some were made before.
    init(_ formulation: Formulation, models: ElasticModels? = nil, runner: StageRunner) {
        self.formulation = formulation
        self.models =
            models
            ?? ElasticModels(
                scenario: formulation.scenario, policy: formulation.policy, runner: runner)
        self.runner = runner
    }

    /// Obstacles that show without solving: unreachable markets, jobs too large for their window or shut
    /// out everywhere.
    static func obstacles(of formulation: Formulation) -> [Diagnosis.Finding] {
        StaticObstacles(formulation).findings
    }

    /// Why a policy that was found impossible is so.
    ///
    /// A limit or Ctrl-C that comes first leaves it unsaid: nothing is claimed that was not solved.
    func diagnosis() throws -> Diagnosis {
        runner.settings.progress?("looking for what stands in the way")
        do {
            return try examined() ?? Diagnosis(findings: [Self.unexplained])
        } catch is ElasticModel.Unanswered {
            return Diagnosis(findings: [Self.notExamined])
        }
    }

    /// Obstacles, conflicts and what would resolve them; `nil` where a placement is possible.
    ///
    /// - Throws: `ElasticModel.Unanswered` where a limit came before anything was known.
    func examined() throws -> Diagnosis? {
        let obstacles = Self.obstacles(of: formulation)
        do {
            guard let infeasibility = try Infeasibility.of(models) else {
                return obstacles.isEmpty ? nil : Diagnosis(findings: obstacles)
            }
            let findings = obstacles.isEmpty ? try findings(infeasibility) : obstacles
            return Diagnosis(
                findings: findings, conflicts: infeasibility.conflicts,
                relaxations: infeasibility.relaxations)
        } catch let error as ElasticModel.Unanswered {
            guard !obstacles.isEmpty else { throw error }
            return Diagnosis(findings: obstacles)
        }
    }

    /// What is said where nothing explains it.
    private static let unexplained = Diagnosis.Finding(
        kind: "limits_conflict",
        message: "rules and limits miss one another by less than the solver's accuracy",
        remedy: "loosen one of them a little", location: nil)

    private static let notExamined = Diagnosis.Finding(
        kind: "not_examined",
        message: "no placement is possible; the search for the reason was stopped",
        remedy: "run again without a time limit", location: nil)

    private func findings(_ infeasibility: Infeasibility) throws -> [Diagnosis.Finding] {
        var findings: [Diagnosis.Finding] = []
        for (conflict, causes) in zip(infeasibility.conflicts, infeasibility.causes) {
            let onSums = causes.indices.filter { causes[$0].arcRestriction == nil }
            if onSums.isEmpty || causes == [.room] {
                if let short = try capacityShortage() { findings.append(short) }
                continue
            }
            findings.append(
                onSums.count == 1
                    ? alone(causes[onSums[0]], conflict.members[onSums[0]]) : joint(conflict))
        }
        return findings
    }

    /// A rule or limit that can't hold whatever becomes of other rules on sums and limits.
    private func alone(
        _ restriction: Restriction, _ member: Conflict.Member
    ) -> Diagnosis.Finding {
        guard case .limit(let place) = restriction else {
            return Diagnosis.Finding(
                kind: "rule_impossible",
                message: "rule '\(member.name)' can't hold, even without other rules on sums and"
                    + " without limits",
                remedy: "loosen it, or widen what it draws on: \(Self.means(of: restriction))",
                location: member.location)
        }
        let limit = formulation.policy.limits[place]
        let measure = limit.measure.rawValue
        let unit = limit.measure.unit
        let allowed = "the policy allows \(ReadableFigure.text(limit.maximum))"
        // Of a ratio, it is room above the limit that is known, and not the least limit.
        let stated = limit.isOnRatio ? nil : member.relaxation
        let least = stated.map { "fall below \(ReadableFigure.text($0.least)) \(unit)" }
        let enough = stated.map { " to at least \(StatedFigure.text($0.to))" } ?? ""
        return Diagnosis.Finding(
            kind: "limit_too_tight",
            message: "\(measure) can't \(least ?? "be as low as asked"), and \(allowed)",
            remedy: "raise \(limit.measure.limitKey)\(enough)", location: limit.location)
    }

    private static func means(of restriction: Restriction) -> String {
        guard case .rule(let rule) = restriction else { return "the room at sites" }
        return switch rule.content {
        case .share: "limits of other sites within reach"
        case .nearUsers: "limits of the sites that serve"
        case .trainingSupply(let fuels):
            "direct lines on " + fuels.sorted().joined(separator: " or ")
                + " that give power while jobs run"
        case .placement: "limits and reach of the sites it names"
        case .residency, .access, .closed: "the sites it allows"
        }
    }

    private func joint(_ conflict: Conflict) -> Diagnosis.Finding {
        let changes = conflict.members.compactMap { $0.relaxation?.sentence }
        return Diagnosis.Finding(
            kind: "limits_conflict",
            message: "these can't hold together: "
                + conflict.members.map(\.name).joined(separator: ", "),
            remedy: changes.isEmpty
                ? "drop or loosen one of them" : changes.joined(separator: "; or "),
            location: formulation.policy.location)
    }

    /// How much IT power is missing where reach and rules on places leave all work.
    private func capacityShortage() throws -> Diagnosis.Finding? {
        let policy = formulation.policy
        let onPlaces = policy.rules.filter { name in
            !(formulation.scenario.rule(named: name)?.limitsSums ?? false)
        }
        let elastic = try Formulation(
            scenario: formulation.scenario,
            policy: Policy(
                name: policy.name, objective: policy.objective, tolerance: policy.tolerance,
                rules: onPlaces, location: policy.location),
            arcs: formulation.arcs, elasticity: .work)
        guard let slack = elastic.decisions.slack else { return nil }
        let shortage = CapacityShortage(elastic, slack: slack)
        let solution = try shortage.solve(runner)
        guard solution.objective > 1e-9 * shortage.needed else { return nil }
        return shortage.finding(solution)
    }
}
