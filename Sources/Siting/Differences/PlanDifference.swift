/// What changed from one plan to another.
///
/// What arithmetic or the certificates explain is no change: see `noise`. Sites, work and prices are
/// compared where both plans have a placement.
public struct PlanDifference: Sendable, Equatable {
    /// What the whole comes to.
    public enum Verdict: String, Sendable, Equatable, CaseIterable {
        /// The same placement with the same measures.
        case same
        /// The same work at the same sites; measures, prices or the status differ.
        case samePlacement = "same_placement"
        /// Other sites, other capacities or other work at them.
        case otherPlacement = "other_placement"
        /// Only the second plan has a placement.
        case gained
        /// Only the first plan has a placement.
        case lost
        /// Neither plan has one.
        case neither
    }

    /// The name that both plans go by: a policy's, or a simple method's. Of two plans of different
    /// policies, `first -> second`.
    public let name: String
    public let policies: [String]
    public let statuses: [PlanStatus]
    /// Why a plan has no placement, where it says so, in the order of the plans.
    public let obstacles: [String?]
    /// The share of a figure up to which a difference is no change: the worst residual of both
    /// certificates, and at least what two solves of one optimum may differ by.
    public let noise: Double
    /// `nil` where either plan does not say what it was made from.
    public internal(set) var inputs: InputsDifference?
    /// Each compared figure, changed or not.
    public let measures: [FigureShift]
    /// Parts of the cost that either plan has, changed or not.
    public let costParts: [FigureShift]
    /// Empty where the plans have different objectives.
    public let stages: [StageShift]
    /// Sites that changed, the largest change of capacity first, then by id.
    public let sites: [SiteShift]
    /// Sites with capacity in both plans of which nothing changed.
    public let steadySiteCount: Int
    /// Every service and job of either plan, services first, by id.
    public let work: [WorkShift]
    /// Limits that bind otherwise, those that came or went first.
    public let prices: [PriceShift]

    public init(from first: StoredRun.Entry, to second: StoredRun.Entry) {
        self.init(
            from: first.plan, to: second.plan,
            name: first.name == second.name ? first.name : "\(first.name) -> \(second.name)")
    }

    init(from first: Plan, to second: Plan, name: String) {
        let noise = [first, second].compactMap(\.proof).map(\.worstResidual)
            .reduce(Double.noise, max)
        let changes = PlanChanges(first: first, second: second, noise: noise)
        self.name = name
        self.noise = noise
        policies = [first.policy, second.policy]
        statuses = [first.status, second.status]
        obstacles = [first, second].map { $0.diagnosis?.findings.first?.message }
        inputs = InputsDifference(from: first, to: second)
        measures = changes.measures
        costParts = changes.costParts
        stages = changes.stages
        let sites = changes.sites
        self.sites = sites
        let used = changes.arePlaced ? Set((first.sites + second.sites).map(\.id)) : []
        steadySiteCount = used.subtracting(sites.map(\.id)).count
        work = changes.work
        prices = changes.prices
        hasPlacement = [first.hasPlacement, second.hasPlacement]
    }

    private let hasPlacement: [Bool]

    public var verdict: Verdict {
        switch (hasPlacement[0], hasPlacement[1]) {
        case (false, false): return .neither
        case (false, true): return .gained
        case (true, false): return .lost
        case (true, true): break
        }
        if !sites.isEmpty || work.contains(where: \.isChange) { return .otherPlacement }
        let isSame =
            statuses[0] == statuses[1] && prices.isEmpty
            && !(measures + costParts).contains(where: \.shift.isChange)
            && !stages.contains(where: \.value.isChange)
        return isSame ? .same : .samePlacement
    }

    /// Whether anything of the plan changed, its inputs apart.
    public var isChange: Bool {
        switch verdict {
        case .same: false
        case .neither: statuses[0] != statuses[1] || obstacles[0] != obstacles[1]
        case .samePlacement, .otherPlacement, .gained, .lost: true
        }
    }
}

extension Proof {
    fileprivate var worstResidual: Double {
        [primalResidual, dualResidual, complementarity].reduce(0, max)
    }
}
