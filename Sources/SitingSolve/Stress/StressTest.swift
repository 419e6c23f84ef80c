import Foundation
public import Siting

/// Draws a scenario's figures anew many times and looks at what becomes of a policy's plan.
///
/// Every sample is a model of its own, made from nothing but the sample's figures, and its plan is the one
/// that the tie rule chooses: so no answer depends on what was solved before it, on how many are solved at a
/// time or on which is done first.
public struct StressTest: Sendable {
    private let scenario: Scenario
    private let policy: Policy
    private let noise: FigureNoise
    private let seed: Int
    private let sampleCount: Int
    private let atOnce: Int
    private let settings: SolveSettings

    /// Models of large scenarios take much memory.
    private static let mostAtOnce = 8

    /// - Parameters:
    ///   - atOnce: How many samples are solved side by side; if `nil`, as many as there are processors, but
    ///     no more than eight. Results do not depend on it.
    ///   - settings: Their limit of time counts from here and bounds everything.
    public init(
        _ scenario: Scenario, under policy: Policy, noise: FigureNoise, samples: Int,
        seed: Int = 1, atOnce: Int? = nil, settings: SolveSettings = SolveSettings()
    ) {
        precondition(samples > 0, "a stress test needs a sample")
        self.scenario = scenario
        self.policy = policy
        self.noise = noise
        self.seed = seed
        sampleCount = samples
        self.atOnce =
            atOnce ?? min(Self.mostAtOnce, ProcessInfo.processInfo.activeProcessorCount)
        self.settings = settings.limitedTogether()
    }

    /// What is done when a limit comes is told, and the rest is missing. A sample that the solver fails on
    /// is told as such and spoils no other.
    ///
    /// - Throws: What the chosen plan's own solve throws.
    public func run() async throws -> Stress {
        let (plan, solved) = try await Explainer.onOwnThread(settings) { settings in
            try SolvedPolicy.solve(scenario, under: policy, settings: settings)
        }
        var stress = Stress(plan: plan, noise: noise, seed: seed, sampleCount: sampleCount)
        guard let solved else { return stress }
        let chosen = ChosenPlan(solved)
        let trials = self.trials
        settings.progress?("stressing \(policy.name): \(trials.count) programs")
        let progress = StressProgress(
            of: "stressing \(policy.name)", total: trials.count, tell: settings.headway)
        let found = try await Explainer.sideBySide(trials, settings, atOnce: atOnce) {
            trial, settings in
            defer { progress.advance() }
            return sample(trial, chosen, settings)
        }
        let answers = zip(trials, found).map { Answer(trial: $0, sample: $1) }
        stress.samples = answers.filter { $0.trial.scale == 1 }.compactMap(\.sample)
        let tally = SiteTally(scenario, chosen: chosen.capacities)
        stress.sites = tally.sites(over: stress.samples)
        stress.steps = tally.steps(answers)
        return stress
    }

    /// One sample at a part of the noise.
    struct Trial: Sendable {
        let scale: Double
        let number: Int
    }

    /// What a trial led to; `nil` where a limit came first.
    struct Answer: Sendable {
        let trial: Trial
        let sample: StressSample?
    }

    /// All samples at the whole noise, then the first ones at rising parts of it.
    private var trials: [Trial] {
        let whole = (1...sampleCount).map { Trial(scale: 1, number: $0) }
        let first = 1...min(sampleCount, StressStep.mostSamples)
        return whole
            + StressStep.scales.filter { $0 < 1 }.flatMap { scale in
                first.map { Trial(scale: scale, number: $0) }
            }
    }

    private func sample(
        _ trial: Trial, _ chosen: ChosenPlan, _ settings: SolveSettings
    ) -> StressSample? {
        guard settings.isCancelled?() != true else { return nil }
        var settings = settings
        // Solves side by side would talk across one another.
        (settings.progress, settings.headway) = (nil, nil)
        let noise = noise.scaled(by: trial.scale)
        let figures = scenario.perturbed(by: noise, seed: seed, sample: trial.number)
        do {
            let best = try PlacementModel(figures, under: policy, settings: settings)
                .optimum(choosesAmongTies: true)
            guard let totals = best.totals else {
                let isAnswer = best.status == .infeasible || best.status == .unbounded
                return isAnswer
                    ? StressSample(number: trial.number, status: RuleCost.Status(best.status))
                    : nil
            }
            let judgement = try chosen.judgement(on: figures)
            return StressSample(
                number: trial.number, status: RuleCost.Status(best.status), totals: totals,
                sites: standing(best.capacities),
                outcomes: StressSample.Outcome.all(
                    best: best.stages, values: judgement.values,
                    isAllowed: judgement.breaches.isEmpty),
                breaches: judgement.breaches)
        } catch {
            let isStopped = settings.isCancelled?() == true
            return isStopped ? nil : StressSample(number: trial.number, status: .failed)
        }
    }

    private func standing(_ capacities: [Double]) -> [StressSample.Standing] {
        zip(scenario.sites, capacities).filter { $1 > PlanWriter.leastPower }.map {
            StressSample.Standing(id: $0.id, capacity: $1)
        }
    }
}
