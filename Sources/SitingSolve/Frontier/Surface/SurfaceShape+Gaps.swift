import Siting

/// Distances from what is possible.
extension SurfaceShape {
    /// What bends the surface by less than this share of the ranges is not told apart.
    static let resolution = 1e-7
    /// What sums of the size of a measure are exact to.
    private static let rounding = 1e-11

    /// How far each measure reaches over the vertices.
    var ranges: SIMD3<Double> { SurfaceFrame.ranges(of: vertices.map(\.values)) }

    /// The certified distance of the surface from what is possible.
    var gap: Double { gaps.max() ?? 0 }

    /// For each facet how far below it a plan may lie, as a share of the ranges of all three
    /// measures.
    var gaps: [Double] {
        let reach = ranges / frame.unit
        return facets.map { max(0, $0.depth) / ($0.shares * reach).sum() }
    }

    /// For each facet whether nothing that counts lies below it: it is one of what is possible.
    var areSettled: [Bool] {
        let margin = self.margin
        // What is not below a facet by the margin is not told apart, and so is its proof.
        return facets.map { $0.depth <= 2 * ($0.shares * margin).sum() }
    }

    /// What does not count as a difference, in the frame's units.
    var margin: SIMD3<Double> {
        let values = vertices.map { SurfaceFrame.magnitude($0.values) }
        let largest = values.reduce(SIMD3<Double>()) { pointwiseMax($0, $1) }
        return pointwiseMax(Self.resolution * ranges, Self.rounding * largest) / frame.unit
    }

    /// Whether two plans are one to the surface.
    func isSame(_ left: Vertex, _ right: Vertex) -> Bool {
        let distance = SurfaceFrame.magnitude(left.values - right.values) / frame.unit
        return all(distance .<= margin)
    }
}
