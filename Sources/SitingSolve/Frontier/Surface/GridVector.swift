/// A point or a direction by whole steps of a grid: what is computed of it is exact.
///
/// Coordinates may reach 2^40 either way; then nothing below overflows.
struct GridVector: Hashable, Sendable {
    let x: Int64
    let y: Int64
    let z: Int64

    static let axes = [
        GridVector(x: 1, y: 0, z: 0), GridVector(x: 0, y: 1, z: 0), GridVector(x: 0, y: 0, z: 1),
    ]

    static func - (left: GridVector, right: GridVector) -> GridVector {
        GridVector(x: left.x - right.x, y: left.y - right.y, z: left.z - right.z)
    }

    func cross(_ other: GridVector) -> GridNormal {
        GridNormal(
            x: Int128(y) * Int128(other.z) - Int128(z) * Int128(other.y),
            y: Int128(z) * Int128(other.x) - Int128(x) * Int128(other.z),
            z: Int128(x) * Int128(other.y) - Int128(y) * Int128(other.x))
    }
}

/// What is perpendicular to a plane of grid points.
struct GridNormal: Hashable, Sendable {
    let x: Int128
    let y: Int128
    let z: Int128

    func dot(_ vector: GridVector) -> Int128 {
        x * Int128(vector.x) + y * Int128(vector.y) + z * Int128(vector.z)
    }

    /// The same as shares of one, where no part is negative.
    var shares: SIMD3<Double> {
        let parts = SIMD3(Double(x), Double(y), Double(z))
        return parts / parts.sum()
    }
}
