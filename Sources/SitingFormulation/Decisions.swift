public import LinearProgramming
public import Quantities
public import Siting

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

    /// What an elastic model lets give way.
    public enum Elasticity: Sendable {
        case none
        /// Requests may go unanswered and jobs unfinished.
        case work
        /// Limits of the policy, rules on sums and limits of positions may be broken.
        case restrictions
    }

    /// The block of the burdens' columns.
    public static let burdenName = "burden"

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
    /// What no member bears more than, in the burden's unit, by burden that the policy judges by.
    public internal(set) var burdens: [Burden: Variable<One>] = [:]
    /// Where demand, work and limits may fall short, for finding out why nothing fits.
    public internal(set) var slack: Slack?
    /// The site each column belongs to, -1 for none.
    public internal(set) var siteOfColumn: [Int32] = []

    /// Columns that an elastic model has and a real one has not; empty where it gives no way there.
    public struct Slack: Sendable {
        /// Mean IT power not served, by demand.
        public internal(set) var unserved: [Variable<Megawatt>] = []
        /// Mean power of the accelerators not run, by job.
        public internal(set) var untrained: [Variable<Megawatt>] = []
        /// Excess over each limit of the policy, as a share of the limit or, below one unit, of a unit.
        public internal(set) var limitExcess: [Variable<One>] = []
        /// Work beyond a share rule at any of its members, by share rule in force.
        public internal(set) var shareExcess: [Variable<Megawatt>] = []
        /// Training beyond a site's share of the inference, by site.
        public internal(set) var nearUsersExcess: [Variable<Megawatt>] = []
        /// Facility power of training from sources that a rule forbids, by site.
        public internal(set) var trainingSupplyExcess: [Variable<Megawatt>] = []
        /// Work beyond a stated placement, by site.
        public internal(set) var placementExcess: [Variable<Megawatt>] = []
        /// IT power beyond the limit, by position.
        public internal(set) var positionExcess: [Variable<Megawatt>] = []
    }

    /// Mean IT power of a demand served over an arc.
    @inlinable
    public func serve(_ arc: Int) -> Variable<Megawatt> { Variable(column: firstServe + arc) }
}
