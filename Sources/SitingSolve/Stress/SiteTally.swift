import Siting

/// Counts in how many samples sites have capacity, and how often they are others than the chosen ones.
struct SiteTally {
    private let scenario: Scenario
    /// IT power in the chosen plan, MW, by id; without sites where nothing stands.
    private let chosen: [String: Double]

    /// - Parameter capacities: By site of the scenario.
    init(_ scenario: Scenario, chosen capacities: [Double]) {
        self.scenario = scenario
        let standing = zip(scenario.sites.map(\.id), capacities).filter {
            $1 > PlanWriter.leastPower
        }
        chosen = Dictionary(uniqueKeysWithValues: standing)
    }

    /// Those of most samples first, then by capacity in the chosen plan and by id.
    func sites(over samples: [StressSample]) -> [StressSite] {
        let solved = samples.filter { $0.totals != nil }
        var capacities: [String: [Double]] = [:]
        for site in solved.flatMap(\.sites) {
            capacities[site.id, default: []].append(site.capacity)
        }
        let sites = scenario.sites.compactMap { site -> StressSite? in
            let found = capacities[site.id] ?? []
            guard !found.isEmpty || chosen[site.id] != nil else { return nil }
            let without = [Double](repeating: 0, count: solved.count - found.count)
            return StressSite(
                id: site.id, name: site.name, country: site.country,
                chosenCapacity: chosen[site.id] ?? 0, sampleCount: found.count,
                capacity: Spread(found + without))
        }
        return sites.sorted { left, right in
            (-left.sampleCount, -left.chosenCapacity, left.id)
                < (-right.sampleCount, -right.chosenCapacity, right.id)
        }
    }

    /// The steps, up to the first that a limit cut short.
    func steps(_ answers: [StressTest.Answer]) -> [StressStep] {
        var steps: [StressStep] = []
        for scale in StressStep.scales {
            let parts = answers.filter {
                $0.trial.scale == scale && $0.trial.number <= StressStep.mostSamples
            }
            let samples = parts.compactMap(\.sample)
            guard samples.count == parts.count else { break }
            let known = samples.filter { $0.status != .failed }
            steps.append(
                StressStep(
                    scale: scale, sampleCount: known.count, otherCount: known.count(where: isOther))
            )
        }
        return steps
    }

    private func isOther(_ sample: StressSample) -> Bool {
        Set(sample.sites.map(\.id)) != Set(chosen.keys)
    }
}
