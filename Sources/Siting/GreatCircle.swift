import Foundation
public import Quantities

/// A coordinate as a unit vector, so that a distance is one chord and no trigonometry of angles.
public struct UnitVector: Sendable, Hashable {
    let x: Double
    let y: Double
    let z: Double

    public init(_ coordinate: Coordinate) {
        let latitude = coordinate.latitude * .pi / 180
        let longitude = coordinate.longitude * .pi / 180
        x = cos(latitude) * cos(longitude)
        y = cos(latitude) * sin(longitude)
        z = sin(latitude)
    }

    /// Mean Earth radius, km (IUGG).
    private static let earthRadiusKm = 6371.0088

    /// The great-circle distance, km: `2 R asin(chord / 2)`.
    public func distance(to other: UnitVector) -> Distance {
        let dx = x - other.x
        let dy = y - other.y
        let dz = z - other.z
        let chord = (dx * dx + dy * dy + dz * dz).squareRoot()
        return Distance(2 * Self.earthRadiusKm * asin(min(1, chord / 2)))
    }
}
