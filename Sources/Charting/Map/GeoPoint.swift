import Foundation

/// A position on the earth, in degrees.
public struct GeoPoint: Sendable, Hashable {
    /// North positive, -90…90.
    public let latitude: Double
    /// East positive, -180…180.
    public let longitude: Double

    /// A position; latitudes beyond a pole become the pole, longitudes are taken around the earth,
    /// and what is not finite becomes 0.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude.isFinite ? min(max(latitude, -90), 90) : 0
        let isInside = longitude.magnitude <= 180
        let turned = longitude.isFinite ? longitude.remainder(dividingBy: 360) : 0
        self.longitude = isInside ? longitude : turned
    }
}

/// A direction from the centre of the earth, of length 1.
struct UnitVector: Equatable {
    let x: Double
    let y: Double
    let z: Double

    init(_ point: GeoPoint) {
        let latitude: Double = point.latitude * .pi / 180
        let longitude: Double = point.longitude * .pi / 180
        x = cos(latitude) * cos(longitude)
        y = cos(latitude) * sin(longitude)
        z = sin(latitude)
    }

    /// The direction of a vector that is not zero.
    init(x: Double, y: Double, z: Double) {
        let length: Double = (x * x + y * y + z * z).squareRoot()
        self.x = x / length
        self.y = y / length
        self.z = z / length
    }

    var point: GeoPoint {
        let latitude: Double = asin(min(max(z, -1), 1))
        let longitude: Double = atan2(y, x)
        return GeoPoint(latitude: latitude * 180 / .pi, longitude: longitude * 180 / .pi)
    }

    /// The angle between two directions, in radians; exact for small ones too.
    func angle(to other: UnitVector) -> Double {
        let dx: Double = x - other.x
        let dy: Double = y - other.y
        let dz: Double = z - other.z
        let chord: Double = (dx * dx + dy * dy + dz * dz).squareRoot()
        return 2 * asin(min(1, chord / 2))
    }
}
