/// How a plan bears figures that are not known exactly.
///
/// Samples draw the figures anew. Each has its own best plan, with which the chosen one is compared: the
/// policy's plan on the figures as given, its capacity and its work kept as they are.
public struct Stress: Sendable, Equatable {
    /// The chosen plan. Unless it is proved best, nothing was drawn.
    public let plan: Plan
    public let noise: FigureNoise
    public let seed: Int
    /// How many samples were asked for.
    public let sampleCount: Int
    /// Those done, by number.
    public var samples: [StressSample] = []
    /// Every site of the chosen plan or of the best plan of a sample: those of most samples first.
    public var sites: [StressSite] = []
    /// Rising parts of the noise, as far as they are done.
    public var steps: [StressStep] = []

    public init(plan: Plan, noise: FigureNoise, seed: Int, sampleCount: Int) {
        self.plan = plan
        self.noise = noise
        self.seed = seed
        self.sampleCount = sampleCount
    }

    /// Whether a limit came before everything was done.
    public var isComplete: Bool {
        samples.count == sampleCount && steps.count == StressStep.scales.count
    }

    /// Samples with a best plan.
    public var solved: [StressSample] { samples.filter { $0.totals != nil } }

    /// The least step at which more than half of the samples have other sites than the chosen plan.
    public var breakingStep: StressStep? { steps.first(where: \.hasMostlyOtherSites) }

    /// A measure over the samples' best plans; `nil` where none of them knows it.
    public func spread(of measure: Measure) -> Spread? {
        Spread(solved.compactMap { $0.totals?.known(measure) })
    }

    /// The optimum of a stage of the policy, from 0, over the samples.
    public func spread(ofStage stage: Int) -> Spread? {
        Spread(outcomes(stage).map(\.optimum))
    }

    /// How much worse the chosen plan is in a stage, from 0, over the samples in which that can be said.
    public func regret(inStage stage: Int) -> Spread? {
        Spread(outcomes(stage).compactMap(\.regret))
    }

    func outcomes(_ stage: Int) -> [StressSample.Outcome] {
        samples.compactMap { $0.outcomes.indices.contains(stage) ? $0.outcomes[stage] : nil }
    }
}

/// How a site bears the noise.
public struct StressSite: Sendable, Equatable {
    public let id: String
    public let name: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// IT power in the chosen plan, MW; zero where it does not use the site.
    public let chosenCapacity: Double
    /// In how many samples' best plans it has capacity.
    public let sampleCount: Int
    /// IT power over all samples with a best plan, zero where one does without the site; `nil` without any.
    public let capacity: Spread?

    public init(
        id: String, name: String, country: String, chosenCapacity: Double, sampleCount: Int,
        capacity: Spread?
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.chosenCapacity = chosenCapacity
        self.sampleCount = sampleCount
        self.capacity = capacity
    }

    public var isChosen: Bool { chosenCapacity > 0 }
}

/// The first samples again, each with the same draws, at a part of the noise.
public struct StressStep: Sendable, Equatable {
    /// The part of the noise, at most 1.
    public let scale: Double
    /// How many samples were solved.
    public let sampleCount: Int
    /// How many of them have other sites than the chosen plan, or no plan at all.
    public let otherCount: Int

    /// The parts that are tried.
    public static let scales = [1.0 / 16, 1.0 / 8, 1.0 / 4, 1.0 / 2, 1]
    /// No step solves more samples than these.
    public static let mostSamples = 50

    public init(scale: Double, sampleCount: Int, otherCount: Int) {
        self.scale = scale
        self.sampleCount = sampleCount
        self.otherCount = otherCount
    }

    public var hasMostlyOtherSites: Bool { 2 * otherCount > sampleCount }
}
