/// What planes that no plan lies below say of directions in between.
///
/// Directions are shares of one; each plane holds `shares · place >= bound`.
struct OuterBound: Sendable {
    struct Plane: Sendable, Equatable {
        let shares: SIMD3<Double>
        let bound: Double
    }

    /// The first three are those of one measure each.
    private(set) var planes: [Plane]

    /// - Parameter planes: Those of one measure each come first, in order.
    init(_ planes: [Plane]) { self.planes = planes }

    mutating func add(_ plane: Plane) { planes.append(plane) }

    /// What a plane must be violated by to count.
    private static let tolerance = 1e-13
    /// How closely planes of a basis must make up the direction for pivots to go on from it.
    private static let closeness = 1e-9
    /// Smaller weights of planes are rounding.
    private static let leastWeight = 1e-13
    private static let leastPivot = 1e-9
    private static let pivotLimit = 200

    /// The least that a direction comes to where every plane holds: a linear program of three
    /// unknowns, by the simplex method on its dual.
    ///
    /// Planes with weights that add up to the direction bound it by the sum of theirs. Any such
    /// weights give a bound, so what rounding or a limit of pivots leaves is one too. One plane
    /// stands for its own direction without any pivot: what was asked for is as good as proved.
    func least(_ shares: SIMD3<Double>) -> Double {
        var basis = Array(planes.prefix(3))
        var best = planes.reduce(-.infinity) { max($0, least(shares, by: $1)) }
        var refused: Set<Int> = []
        for _ in 0..<Self.pivotLimit {
            let corner = Self.meeting(of: basis)
            guard let entering = mostViolated(at: corner, except: refused) else { break }
            // Planes that all but agree with others of the basis would drown in rounding.
            guard let next = Self.exchanged(basis, planes[entering], for: shares) else {
                refused.insert(entering)
                continue
            }
            basis = next.basis
            best = max(best, least(shares, by: next.sum))
        }
        return best
    }

    /// What one plane says together with the least of each measure: as much of it as the direction
    /// has room for, so that rounding cannot lift the bound.
    private func least(_ shares: SIMD3<Double>, by plane: Plane) -> Double {
        let weights = (shares / plane.shares)
            .replacing(with: .infinity, where: plane.shares .<= SIMD3())
        let weight = weights.min()
        let rest = pointwiseMax(shares - weight * plane.shares, SIMD3())
        let alone = SIMD3(planes[0].bound, planes[1].bound, planes[2].bound)
        return weight * plane.bound + (rest * alone).sum()
    }

    private func mostViolated(at corner: SIMD3<Double>, except refused: Set<Int>) -> Int? {
        var most = (violation: Self.tolerance, place: Int?.none)
        for (place, plane) in planes.enumerated() {
            let violation = plane.bound - (plane.shares * corner).sum()
            if violation > most.violation, !refused.contains(place) { most = (violation, place) }
        }
        return most.place
    }

    /// The basis with a plane in it for one of its own, and the sum of its planes that makes up the
    /// direction; `nil` where rounding keeps it from that.
    private static func exchanged(
        _ basis: [Plane], _ entering: Plane, for shares: SIMD3<Double>
    ) -> (basis: [Plane], sum: Plane)? {
        guard let weights = weights(of: shares, by: basis),
            let parts = self.weights(of: entering.shares, by: basis),
            let leaving = leaving(weights, parts)
        else { return nil }
        var basis = basis
        basis[leaving] = entering
        guard let next = self.weights(of: shares, by: basis) else { return nil }
        let sum = sum(of: basis, by: next)
        guard SurfaceFrame.magnitude(sum.shares - shares).max() <= closeness else { return nil }
        return (basis, sum)
    }

    private static func sum(of basis: [Plane], by weights: SIMD3<Double>) -> Plane {
        let used = (0..<3).filter { weights[$0] > leastWeight }
        return Plane(
            shares: used.reduce(SIMD3()) { $0 + weights[$1] * basis[$1].shares },
            bound: used.reduce(0) { $0 + weights[$1] * basis[$1].bound })
    }

    /// The plane of the basis whose weight first falls to zero as that of another rises.
    private static func leaving(_ weights: SIMD3<Double>, _ parts: SIMD3<Double>) -> Int? {
        let places = (0..<3).filter { parts[$0] > leastPivot }
        return places.min { weights[$0] / parts[$0] < weights[$1] / parts[$1] }
    }

    /// The weights of three planes with which they add up to a direction.
    private static func weights(
        of shares: SIMD3<Double>, by basis: [Plane]
    ) -> SIMD3<Double>? {
        let faces = faces(of: basis)
        let volume = (basis[0].shares * faces[0]).sum()
        guard volume != 0 else { return nil }
        return SIMD3(
            (shares * faces[0]).sum(), (shares * faces[1]).sum(), (shares * faces[2]).sum())
            / volume
    }

    /// Where three planes meet.
    private static func meeting(of basis: [Plane]) -> SIMD3<Double> {
        let faces = faces(of: basis)
        let volume = (basis[0].shares * faces[0]).sum()
        let sum = (0..<3).reduce(SIMD3<Double>()) { $0 + basis[$1].bound * faces[$1] }
        return sum / volume
    }

    private static func faces(of basis: [Plane]) -> [SIMD3<Double>] {
        (0..<3).map { cross(basis[($0 + 1) % 3].shares, basis[($0 + 2) % 3].shares) }
    }

    private static func cross(
        _ left: SIMD3<Double>, _ right: SIMD3<Double>
    ) -> SIMD3<Double> {
        SIMD3(
            left.y * right.z - left.z * right.y, left.z * right.x - left.x * right.z,
            left.x * right.y - left.y * right.x)
    }
}
