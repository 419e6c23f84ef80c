import Quantities
import Siting
import SitingFormulation

/// Why no placement is possible, and what would make one possible.
struct Infeasibility {
    var conflicts: [Conflict] = []
    /// The restrictions of each conflict; none for a job.
    var causes: [[Restriction]] = []
    var relaxations: [Relaxation] = []

    /// More disjoint conflicts than these are not looked for.
    static let mostConflicts = 5

    /// - Returns: `nil` where a placement is possible.
    /// - Throws: `ElasticModel.Unanswered` where a limit came first.
    static func of(_ models: ElasticModels) throws -> Infeasibility? {
        let wording = RestrictionWording(models.scenario, under: models.policy)
        var found = Infeasibility()
        found.addJobs(models.scenario.jobs, wording)
        let count = max(1, mostConflicts - found.conflicts.count)
        let sets = try ConflictSearch(models: models).conflicts(atMost: count)
        guard !sets.isEmpty || !found.conflicts.isEmpty else { return nil }
        let isRoomGiven = sets.first != [models.room]
        let relief = LeastRelief(models: models, isRoomGiven: isRoomGiven)
        for set in sets {
            found.causes.append(set.sorted().map { models.restrictions[$0] })
            found.conflicts.append(try conflict(set, relief, wording))
        }
        guard !sets.isEmpty else { return found }
        if let together = try relief.together(resolving: sets) {
            found.relaxations += together.sorted { $0.key < $1.key }.compactMap {
                RelaxationWording(wording).relaxation(models.restrictions[$0], $1)
            }
        } else {
            // Jobs alone would not be enough.
            found.relaxations = []
        }
        return found
    }

    /// A job whose window is too short for its peak is a conflict by itself.
    private mutating func addJobs(_ jobs: [Job], _ wording: RestrictionWording) {
        for job in jobs where job.meanPower.value > job.peak.value * (1 + 1e-9) {
            let relaxation = RelaxationWording(wording).relaxation(job)
            relaxations.append(relaxation)
            guard conflicts.count < Self.mostConflicts else { continue }
            var member = wording.member(job)
            member.relaxation = relaxation
            conflicts.append(Conflict(members: [member]))
            causes.append([])
        }
    }

    private static func conflict(
        _ set: Set<Int>, _ relief: LeastRelief, _ wording: RestrictionWording
    ) throws -> Conflict {
        let models = relief.models
        let none = [ElasticModel.Relief](repeating: .none, count: models.restrictions.count)
        let members = try set.sorted().map { index -> Conflict.Member in
            var member = wording.member(models.restrictions[index])
            member.relaxation = try relief.least(
                index, keeping: set.subtracting([index]), after: none
            ).flatMap { RelaxationWording(wording).relaxation(models.restrictions[index], $0) }
            return member
        }
        return Conflict(members: members)
    }
}
