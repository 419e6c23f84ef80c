import Siting

/// What is known of a trade-off surface while it is searched: vertices, which bound what is possible
/// from within, and cuts that no plan lies below, which bound it from without.
///
/// All three measures fall towards what is better. What the vertices make possible is the hull of
/// them and of all that is worse; its facets are the directions to ask for.
struct SurfaceShape: Sendable {
    /// A plan that is best in a direction.
    struct Vertex: Sendable {
        let values: SIMD3<Double>
        let plan: FrontierPlan
    }

    /// No plan has `weights · values < bound`; weights are of a unit of each measure.
    struct Cut: Sendable {
        let weights: SIMD3<Double>
        let bound: Double
    }

    /// A facet of what the vertices make possible.
    struct Facet: Sendable {
        let hull: OrthantHull.Facet
        /// Its direction, by shares of the frame's units.
        let shares: SIMD3<Double>
        /// What the direction comes to on it.
        let level: Double
        /// How far below it a plan may lie, by the cuts known when it was last measured.
        var depth: Double
        var cutCount: Int
        /// Directions asked for on its behalf.
        var askedCount = 0
    }

    private(set) var vertices: [Vertex] = []
    var facets: [Facet] = []
    private(set) var frame: SurfaceFrame
    private(set) var cuts: [Cut]
    private(set) var outer: OuterBound
    private var hull: OrthantHull

    /// - Parameters:
    ///   - found: At least one plan.
    ///   - cuts: Those of one measure each come first, in order.
    init(_ found: [Vertex], cuts: [Cut]) {
        self.cuts = cuts
        frame = SurfaceFrame(around: found.map(\.values))
        hull = OrthantHull(frame.steps(found[0].values))
        outer = OuterBound([])
        rebuild(from: found, around: found.map(\.values))
    }

    /// Weights of a unit of each measure in a facet's direction.
    func weights(of facet: Facet) -> SIMD3<Double> { facet.shares / frame.unit }

    /// Places of the facets that meet in a vertex.
    func facets(around vertex: Int) -> [Int] {
        facets.indices.filter { facets[$0].hull.corners.contains(.point(vertex)) }
    }

    /// Takes what the best plan of a direction says.
    ///
    /// - Parameter isForVertex: Else the plan may have some of a measure to spare, and only the cut
    ///   counts.
    mutating func take(_ cut: Cut, _ vertex: Vertex, isForVertex: Bool) {
        cuts.append(cut)
        outer.add(plane(of: cut))
        let all = (vertices + [vertex]).map(\.values)
        guard isForVertex else {
            // A plan far out says how much of a measure may be worth paying.
            if !frame.fits(all, units: Self.farUnits) { rebuild(from: vertices, around: all) }
            return
        }
        guard isBelow(vertex.values, by: margin) else { return }
        if !frame.fits(all, units: Self.wideUnits) {
            rebuild(from: vertices + [vertex], around: all)
        } else if hull.add(frame.steps(vertex.values)) {
            vertices.append(vertex)
            renewFacets()
        }
    }

    /// Units that no longer fit the ranges of the vertices.
    private static let wideUnits = 2.0
    /// Units beyond which a plan that no vertex comes near is far out.
    private static let farUnits = 64.0

    /// Drops vertices that are mixtures of others.
    ///
    /// - Returns: Whether there were any.
    @discardableResult
    mutating func dropMixtures() -> Bool {
        let count = vertices.count
        while true {
            var dropped: Set<Int> = []
            let (neighbours, margin) = (hull.neighbours, self.margin)
            for vertex in hull.vertices {
                let others = neighbours[vertex] ?? []
                guard !others.isEmpty, dropped.isDisjoint(with: others) else { continue }
                let rest = SurfaceShape(
                    others.map { vertices[$0] }, cuts: Array(cuts.prefix(3)))
                let own = margin * frame.unit / rest.frame.unit
                if !rest.isBelow(vertices[vertex].values, by: own) { dropped.insert(vertex) }
            }
            let kept = hull.vertices.filter { !dropped.contains($0) }
            guard kept.count < vertices.count else { return vertices.count < count }
            let rest = kept.map { vertices[$0] }
            rebuild(from: rest, around: rest.map(\.values))
        }
    }

    /// Measures a facet's depth by all cuts.
    mutating func measure(_ index: Int) {
        facets[index].depth = facets[index].level - outer.least(facets[index].shares)
        facets[index].cutCount = cuts.count
    }

    /// Whether a plan lies below what the vertices make possible, by more than a margin in the
    /// frame's units.
    private func isBelow(_ values: SIMD3<Double>, by margin: SIMD3<Double>) -> Bool {
        let place = frame.place(values)
        return facets.contains { facet in
            facet.level - (facet.shares * place).sum() > (facet.shares * margin).sum()
        }
    }

    private func plane(of cut: Cut) -> OuterBound.Plane {
        let parts = cut.weights * frame.unit
        let bound = cut.bound - (cut.weights * frame.origin).sum()
        return OuterBound.Plane(shares: parts / parts.sum(), bound: bound / parts.sum())
    }

    /// Begins anew with units that fit values.
    private mutating func rebuild(from found: [Vertex], around values: [SIMD3<Double>]) {
        frame = SurfaceFrame(around: values)
        outer = OuterBound(cuts.map(plane(of:)))
        hull = OrthantHull(frame.steps(found[0].values))
        vertices = [found[0]]
        for vertex in found.dropFirst() where hull.add(frame.steps(vertex.values)) {
            vertices.append(vertex)
        }
        facets = []
        renewFacets()
    }

    /// Keeps what is known of facets that are still there.
    private mutating func renewFacets() {
        let known = Dictionary(uniqueKeysWithValues: facets.map { ($0.hull, $0) })
        let places = vertices.map { frame.place($0.values) }
        facets = hull.facets.map { facet in
            if let known = known[facet] { return known }
            let shares = facet.normal.shares
            let levels = facet.corners.compactMap(\.point).map { (shares * places[$0]).sum() }
            let level = levels.max() ?? 0
            return Facet(
                hull: facet, shares: shares, level: level, depth: level - outer.least(shares),
                cutCount: cuts.count)
        }
    }
}
