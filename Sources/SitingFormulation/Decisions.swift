public import LinearProgramming
public import Quantities
import Siting

/// The columns of a siting model, by what they decide.
public struct Decisions: Sendable {
    /// Where a site's power comes from.
    public struct Draw: Sendable {
        /// An index into the site's supplies; `nil` is the grid.
        public let supply: Int?
        /// The index in the model's list of sources: 0 for the grid, else 1 + that of the supply's name.
        public let source: Int
        /// Mean facility power.
        public let variable: Variable<Megawatt>
    }

    /// The block of the arcs' columns.
    public static let serveName = "serve"

    /// New IT power, by site.
    public internal(set) var build: [Variable<Megawatt>] = []
    /// Existing IT power given up, by site; `nil` where nothing exists.
    public internal(set) var retire: [Variable<Megawatt>?] = []
    /// IT power standing, by site.
    public internal(set) var capacity: [Variable<Megawatt>] = []
    /// Mean IT power of the work done, by site.
    public internal(set) var active: [Variable<Megawatt>] = []
    /// Mean IT power drawn, idle power included, by site.
    public internal(set) var itPower: [Variable<Megawatt>] = []
    /// Names of all supplies of the scenario, sorted.
    public internal(set) var supplyNames: [String] = []
    /// By site; the grid first, then supplies by name.
    public internal(set) var draws: [[Draw]] = []
    /// Mean IT power of the accelerators, by job and position in `Arcs.jobSites`.
    public internal(set) var train: [[Variable<Megawatt>]] = []
    /// The column of arc 0; arc `k` is `firstServe + k`.
    public internal(set) var firstServe = 0
    /// Where demand, work and limits may fall short, for finding out why nothing fits.
    public internal(set) var slack: Slack?
    /// The site each column belongs to, -1 for none.
    public internal(set) var siteOfColumn: [Int32] = []

    /// Columns that an elastic model has and a real one has not.
    public struct Slack: Sendable {
        /// Mean IT power not served, by demand.
        public internal(set) var unserved: [Variable<Megawatt>] = []
        /// Mean power of the accelerators not run, by job.
        public internal(set) var untrained: [Variable<Megawatt>] = []
        /// Excess over each limit of the policy, as a share of the limit.
        public internal(set) var limitExcess: [Variable<One>] = []
        /// Excess over every share rule.
        public internal(set) var shareExcess: Variable<Megawatt>?
    }

    /// Mean IT power of a demand served over an arc.
    @inlinable
    public func serve(_ arc: Int) -> Variable<Megawatt> { Variable(column: firstServe + arc) }
}
