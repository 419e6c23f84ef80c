public import LinearProgramming
public import Quantities
public import Siting

extension Formulation {
    /// Mean IT power of inference at a site, at these column values, MW.
    public func inferencePower(at site: Int, _ values: [Double]) -> Double {
        arcsBySite[site].reduce(0) { $0 + values[decisions.serve(Int($1)).column] }
    }

    /// Mean IT power of training at a site, overhead included, MW.
    public func trainingPower(at site: Int, _ values: [Double]) -> Double {
        jobsBySite[site].reduce(0) { sum, item in
            let machines = 1 + scenario.jobs[item.job].overhead
            return sum + machines * values[decisions.train[item.job][item.place].column]
        }
    }

    /// The policy's rules, in its order.
    var rulesInForce: [Rule] { policy.rules.compactMap(scenario.rule(named:)) }

    var siteDimension: Dimension { Dimension("site", labels: scenario.sites.map(\.id)) }

    var jobDimension: Dimension { Dimension("job", labels: scenario.jobs.map(\.id)) }

    /// Arcs of all demands to a site.
    public func arcs(to site: Int) -> [Int] { arcsBySite[site].map(Int.init) }

    /// The columns of a demand's arcs.
    public func columns(of demand: Arcs.Demand) -> Range<Int> {
        decisions.firstServe + demand.arcs.lowerBound..<decisions.firstServe
            + demand.arcs.upperBound
    }

    /// The parts of jobs that a site may run.
    public func trainings(at site: Int) -> [Variable<Megawatt>] {
        jobsBySite[site].map { decisions.train[$0.job][$0.place] }
    }

    /// The rules in force that limit sums.
    public var sumRules: [Rule] { rulesInForce.filter(\.limitsSums) }
}
