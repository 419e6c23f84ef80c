import Siting

/// Finds sets of restrictions that can't hold: of each, every member is to blame.
struct ConflictSearch {
    let models: ElasticModels

    /// Whether not all can hold, by a bound that was computed anew from an answer's prices.
    func isImpossible() throws -> Bool {
        let model = try models.model(for: models.all)
        return try model.refutes(terms(of: models.all))
    }

    /// Sets of which no two have a member in common.
    ///
    /// The limits of positions are taken as given, unless all work does not fit in even where nothing else
    /// is asked for: then they are a conflict of their own, and dropped for the others.
    func conflicts(atMost count: Int) throws -> [Set<Int>] {
        var found: [Set<Int>] = []
        if try support(of: []) != nil { found.append([models.room]) }
        var open = models.all
        while found.count < count,
            let conflict = try irreducible(within: open, isRoomGiven: found.first != [models.room])
        {
            guard !conflict.isEmpty else { break }
            found.append(conflict)
            open.subtract(conflict)
        }
        return found
    }

    /// A set that can't hold and that can as soon as any one member is dropped; `nil` where all these can.
    private func irreducible(within all: Set<Int>, isRoomGiven: Bool) throws -> Set<Int>? {
        guard var kept = try support(of: all, isRoomGiven: isRoomGiven) else { return nil }
        // What the prices say is checked: they are only as exact as the solver.
        if try support(of: kept, isRoomGiven: isRoomGiven) == nil { kept = all }
        for member in kept.sorted() where kept.contains(member) {
            let rest = kept.subtracting([member])
            guard let smaller = try support(of: rest, isRoomGiven: isRoomGiven) else { continue }
            let isExact =
                try smaller == rest || support(of: smaller, isRoomGiven: isRoomGiven) != nil
            kept = isExact ? smaller : rest
        }
        return kept
    }

    /// Some of these restrictions that can't hold together; `nil` where all can.
    private func support(of kept: Set<Int>, isRoomGiven: Bool = true) throws -> Set<Int>? {
        let model = try models.model(for: kept)
        let terms = terms(of: kept, isRoomGiven: isRoomGiven)
        return try model.proof(terms).map { model.support(of: $0, terms).intersection(kept) }
    }

    private func terms(of kept: Set<Int>, isRoomGiven: Bool = true) -> ElasticModel.Terms {
        let priced = isRoomGiven ? kept.union([models.room]) : kept
        return ElasticModel.Terms(models.restrictions.count, keeping: priced)
    }
}
