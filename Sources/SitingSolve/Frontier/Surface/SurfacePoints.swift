import Siting

extension FrontierSurfaceSearch {
    /// The plans of a surface's vertices, as `place` would choose them.
    ///
    /// - Returns: In the order of the vertices, and whether a limit came before the last; the rest
    ///   then have the measures that the search met.
    func points(
        of shape: SurfaceShape, _ lanes: [FrontierLane]
    ) async throws -> (found: [SurfacePoint], areAll: Bool) {
        let count = shape.vertices.count
        settings.progress?("choosing the plans of \(count) vertices")
        let found = try await lanes.share(Array(0..<count)) { [weighing] lane, vertex in
            try lane.point(vertex, of: shape, by: weighing)
        }
        return (found.map(\.point), found.allSatisfy(\.isChosen))
    }
}

extension FrontierLane {
    /// - Returns: The point, and whether no limit came before the tie rule could choose its plan.
    fileprivate func point(
        _ place: Int, of shape: SurfaceShape, by weighing: SurfaceWeighing
    ) throws -> (point: SurfacePoint, isChosen: Bool) {
        let (vertex, ranges) = (shape.vertices[place], shape.ranges)
        let directions = shape.directions(of: place).map { $0 / shape.frame.unit }
        func point(_ direction: SIMD3<Double>, _ plan: FrontierPlan?) -> SurfacePoint {
            let weights = weighing.scaled(direction, ranges: ranges)
            let kept = plan ?? vertex.plan
            return SurfacePoint(
                values: (0..<3).map { vertex.values[$0] },
                rates: SurfaceRates(
                    second: weights.y / weights.x, third: weights.z / weights.x),
                weights: weighing.policyWeights(weights), isFoundAgain: plan != nil,
                totals: kept.totals, siteCount: kept.siteCount, proof: kept.proof)
        }
        do {
            for direction in directions {
                let answer = try provedAnswer(
                    to: direction, ranges: ranges, by: weighing, choosesAmongTies: true)
                if let answer, shape.isSame(answer.vertex, vertex) {
                    return (point(direction, answer.vertex.plan), true)
                }
            }
        } catch is NoOptimum {
            return (point(directions[0], nil), false)
        }
        return (point(directions[0], nil), true)
    }
}

extension SurfaceShape {
    /// Directions in which a vertex is best, the first for certain; later ones set it off more from
    /// the other vertices, where the first has more than one best plan.
    fileprivate func directions(of vertex: Int) -> [SIMD3<Double>] {
        let seen = Self.mean(facets(around: vertex).map { facets[$0].shares })
        let proved = provingCuts(of: vertex).map(\.shares)
        guard !proved.isEmpty else { return [seen] }
        let mean = Self.mean(proved)
        return [mean, 0.9 * mean + 0.1 * seen, seen]
    }

    /// Cuts that the vertex lies on: no plan is better in their directions.
    private func provingCuts(of vertex: Int) -> [OuterBound.Plane] {
        let (place, margin) = (frame.place(vertices[vertex].values), self.margin)
        return outer.planes.filter { plane in
            Self.isTelling(plane.shares)
                && (plane.shares * place).sum() - plane.bound <= (plane.shares * margin).sum()
        }
    }

    private static func mean(_ directions: [SIMD3<Double>]) -> SIMD3<Double> {
        let sum = directions.reduce(SIMD3<Double>()) { $0 + $1 }
        return pointwiseMax(sum / sum.sum(), SIMD3(repeating: faintShare))
    }
}
