import Fixtures
import Testing

@testable import SitingSolve

/// The hull of points and all that is larger, by hand and by what holds for every hull.
@Suite struct OrthantHullTests {
    private func hull(_ points: [(Int64, Int64, Int64)]) -> OrthantHull {
        let vectors = points.map { GridVector(x: $0.0, y: $0.1, z: $0.2) }
        var hull = OrthantHull(vectors[0])
        for vector in vectors.dropFirst() { hull.add(vector) }
        return hull
    }

    /// Facets without an axis among their corners.
    private func closed(_ hull: OrthantHull) -> [OrthantHull.Facet] {
        hull.facets.filter { $0.corners.allSatisfy { $0.point != nil } }
    }

    /// What holds for every hull: nothing lies below a facet, no normal has a negative part, each
    /// edge has a facet on either side, and Euler's formula holds with the far side closed.
    private func check(_ hull: OrthantHull, _ comment: Comment) {
        for facet in hull.facets {
            #expect(hull.points.allSatisfy { facet.height(of: $0) >= 0 }, comment)
            let (x, y, z) = (facet.normal.x, facet.normal.y, facet.normal.z)
            #expect(x >= 0 && y >= 0 && z >= 0 && x + y + z > 0, comment)
            for corner in facet.corners.compactMap(\.point) {
                #expect(facet.height(of: hull.points[corner]) == 0, comment)
            }
        }
        struct Edge: Hashable {
            let from: OrthantHull.Corner
            let to: OrthantHull.Corner
        }
        let far = [OrthantHull.Corner.axis(0), .axis(2), .axis(1)]
        let edges = (hull.facets.map(\.corners) + [far]).flatMap { corners in
            (0..<3).map { Edge(from: corners[$0], to: corners[($0 + 1) % 3]) }
        }
        let known = Set(edges)
        #expect(known.count == edges.count, comment)
        #expect(edges.allSatisfy { known.contains(Edge(from: $0.to, to: $0.from)) }, comment)
        let cornerCount = Set(edges.map(\.from)).count
        #expect(cornerCount - edges.count / 2 + hull.facets.count + 1 == 2, comment)
    }

    @Test("One point has three walls, and what is larger adds nothing")
    func onePoint() {
        var found = hull([(5, 5, 5)])
        #expect(found.facets.count == 3)
        for larger in [(5, 5, 5), (6, 5, 5), (5, 9, 7)] as [(Int64, Int64, Int64)] {
            let isNew = found.add(GridVector(x: larger.0, y: larger.1, z: larger.2))
            #expect(!isNew)
        }
        #expect(found.points.count == 1)
        check(found, "one point")
    }

    @Test("A point that is less in everything takes the place of all others")
    func least() {
        let found = hull([(5, 5, 5), (3, 8, 5), (8, 3, 4), (1, 1, 1)])
        #expect(found.vertices == [3])
        #expect(found.facets.count == 3)
        check(found, "least")
    }

    @Test("Of a cube the least corner is the hull")
    func cube() {
        var corners: [(Int64, Int64, Int64)] = []
        for number in Int64(0)..<8 { corners.append((number & 1, number >> 1 & 1, number >> 2)) }
        for start in 0..<8 {
            let order = Array(corners[start...]) + Array(corners[..<start])
            let found = hull(order)
            check(found, "from \(start)")
            let least = found.points.firstIndex(of: GridVector(x: 0, y: 0, z: 0))
            // Others may be left on walls, where they are not told from corners.
            #expect(least.map(found.vertices.contains) == true)
            for facet in closed(found) {
                let parts = [facet.normal.x, facet.normal.y, facet.normal.z]
                #expect(parts.count { $0 > 0 } == 1)
            }
        }
    }

    @Test("Of an octahedron the three least corners make one closed facet")
    func octahedron() {
        let corners: [(Int64, Int64, Int64)] = [
            (7, 0, 0), (0, 7, 0), (0, 0, 7), (-7, 0, 0), (0, -7, 0), (0, 0, -7),
        ]
        for start in 0..<6 {
            let found = hull(Array(corners[start...] + corners[..<start]))
            check(found, "from \(start)")
            let facets = closed(found)
            #expect(facets.count == 1)
            let normal = facets.first?.normal
            #expect(normal.map { $0.x == $0.y && $0.y == $0.z } == true)
        }
    }

    @Test("A grid in one plane is one triangle, cut up or not, in any order of its points")
    func plane() {
        var points: [(Int64, Int64, Int64)] = []
        for x in Int64(0)...10 {
            for y in 0...(10 - x) { points.append((x, y, 10 - x - y)) }
        }
        var generator = SeededGenerator(seed: 5)
        for round in 0..<20 {
            points.shuffle(using: &generator)
            let found = hull(points)
            check(found, "round \(round)")
            for facet in closed(found) {
                #expect(facet.normal.x == facet.normal.y && facet.normal.y == facet.normal.z)
            }
            let corners = found.vertices.map { found.points[$0] }
            for axis in GridVector.axes {
                let corner = GridVector(x: 10 * axis.x, y: 10 * axis.y, z: 10 * axis.z)
                #expect(corners.contains(corner), "round \(round)")
            }
            // Doubled areas of the cut-up triangle add up to that of the whole.
            let areas = closed(found).map(\.normal.x)
            #expect(areas.reduce(0, +) == 100, "round \(round)")
        }
    }

    @Test("Random points on a ball: nothing lies outside, and each direction finds its least point")
    func ball() {
        var generator = SeededGenerator(seed: 11)
        let radius = 1e9
        for count in [3, 10, 100, 400] {
            let places = (0..<count).map { _ in
                let raw = SIMD3<Double>.random(in: -1...1, using: &generator)
                return raw * (radius / (raw * raw).sum().squareRoot())
            }
            let points = places.map { (Int64($0.x), Int64($0.y), Int64($0.z)) }
            let found = hull(points)
            check(found, "\(count)")
            let vertices = found.vertices.map { found.points[$0] }
            for _ in 0..<200 {
                let direction = SIMD3<Double>.random(in: 0...1, using: &generator)
                func height(_ point: GridVector) -> Double {
                    (direction * SIMD3(Double(point.x), Double(point.y), Double(point.z))).sum()
                }
                let all = points.map { height(GridVector(x: $0.0, y: $0.1, z: $0.2)) }.min() ?? 0
                let own = vertices.map(height).min() ?? .infinity
                #expect(own <= all + 1e-3, "\(count)")
            }
        }
    }

    @Test("Few distinct coordinates, so that most points share planes and lines")
    func degenerate() {
        var generator = SeededGenerator(seed: 17)
        for round in 0..<200 {
            let points = (0..<30).map { _ in
                (
                    Int64.random(in: 0...4, using: &generator),
                    Int64.random(in: 0...4, using: &generator),
                    Int64.random(in: 0...4, using: &generator)
                )
            }
            check(hull(points), "round \(round)")
        }
    }

    @Test("Coordinates as large as may be are still exact")
    func large() {
        let reach = Int64(1) << 40
        // All three in the plane where coordinates add up to `reach`.
        let corners = [(reach, -reach, reach), (-reach, reach, reach), (reach, reach, -reach)]
        let third = reach / 3
        for (point, facetCount) in [
            ((Int64(0), Int64(0), reach), 1), ((0, 0, reach + 1), 1),
            ((third, third, third + 1), 1), ((third, third, third - 1), 3),
        ] {
            let found = hull(corners + [point])
            check(found, "\(point)")
            #expect(closed(found).count == facetCount, "\(point)")
        }
    }
}
