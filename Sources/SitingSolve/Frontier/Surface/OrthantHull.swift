/// The convex hull of points of a grid together with all that is larger than one of them in every
/// coordinate.
///
/// Points are added one by one: the facets that one lies below give way to those between it and
/// the edge of what it sees. Whole numbers make every answer exact, so points that share a plane
/// or a line need no care: a point on a facet is not below it.
struct OrthantHull: Sendable {
    enum Corner: Hashable, Sendable {
        /// By its place in `points`.
        case point(Int)
        /// The facet goes on without end along the axis, from 0.
        case axis(Int)

        var point: Int? { if case .point(let place) = self { place } else { nil } }
        var axis: Int? { if case .axis(let axis) = self { axis } else { nil } }
    }

    /// A triangle; with axes among its corners a wall without end.
    struct Facet: Hashable, Sendable {
        /// Three, in the direction of the clock's hand seen from outside; the first is a point.
        let corners: [Corner]
        /// Points inwards: no part is negative.
        let normal: GridNormal
        fileprivate let base: GridVector

        /// Negative below the facet, which is outside.
        func height(of point: GridVector) -> Int128 { normal.dot(point - base) }

        fileprivate var edges: [Edge] {
            (0..<3).map { Edge(from: corners[$0], to: corners[($0 + 1) % 3]) }
        }
    }

    fileprivate struct Edge: Hashable {
        let from: Corner
        let to: Corner

        var reversed: Edge { Edge(from: to, to: from) }
    }

    private(set) var points: [GridVector]
    private(set) var facets: [Facet] = []

    init(_ first: GridVector) {
        points = [first]
        facets = [(0, 1), (1, 2), (2, 0)].map { axes in
            facet([.point(0), .axis(axes.0), .axis(axes.1)])
        }
    }

    /// Widens the hull to a point, the last of `points` from then on.
    ///
    /// - Returns: Whether the point lies outside; else nothing changes.
    @discardableResult
    mutating func add(_ point: GridVector) -> Bool {
        let isSeen = facets.map { $0.height(of: point) < 0 }
        guard isSeen.contains(true) else { return false }
        let corner = Corner.point(points.count)
        points.append(point)
        let edges = facets.indices.filter { isSeen[$0] }.flatMap { facets[$0].edges }
        let known = Set(edges)
        let horizon = edges.filter { !known.contains($0.reversed) }
        facets =
            facets.indices.filter { !isSeen[$0] }.map { facets[$0] }
            + horizon.map { facet([$0.from, $0.to, corner]) }
        return true
    }

    /// Places of the points that facets meet in, rising.
    var vertices: [Int] { Set(facets.flatMap(\.corners).compactMap(\.point)).sorted() }

    /// For each vertex the places of the points that share a facet with it, rising.
    var neighbours: [Int: [Int]] {
        var sets: [Int: Set<Int>] = [:]
        for facet in facets {
            let places = facet.corners.compactMap(\.point)
            for place in places { sets[place, default: []].formUnion(places) }
        }
        return Dictionary(
            uniqueKeysWithValues: sets.map { ($0, $1.subtracting([$0]).sorted()) })
    }

    /// - Parameter corners: At least one is a point.
    private func facet(_ corners: [Corner]) -> Facet {
        let start = corners.firstIndex { $0.point != nil } ?? 0
        let turned = Array(corners[start...] + corners[..<start])
        let base = turned[0].point.map { points[$0] } ?? points[0]
        let sides = turned.dropFirst().map { corner in
            switch corner {
            case .point(let place): points[place] - base
            case .axis(let axis): GridVector.axes[axis]
            }
        }
        return Facet(corners: turned, normal: sides[0].cross(sides[1]), base: base)
    }
}
