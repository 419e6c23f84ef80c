import Foundation

/// The Equal Earth projection of a sphere of radius 1: areas compare anywhere on the map.
///
/// B. Šavrič, T. Patterson and B. Jenny (2018), "The Equal Earth map projection", International
/// Journal of Geographical Information Science, doi:10.1080/13658816.2018.1504949. With latitude φ,
/// longitude λ and sin θ = (√3 / 2) sin φ:
///
///     x = 2 √3 λ cos θ / (3 (9 A₄ θ⁸ + 7 A₃ θ⁶ + 3 A₂ θ² + A₁))
///     y = A₄ θ⁹ + A₃ θ⁷ + A₂ θ³ + A₁ θ
enum EqualEarth {
    private static let a1 = 1.340264
    private static let a2 = -0.081106
    private static let a3 = 0.000893
    private static let a4 = 0.003796

    /// The place of a position: x to the east, y to the north, in radii of the sphere.
    static func project(_ point: GeoPoint) -> (x: Double, y: Double) {
        let latitude: Double = point.latitude * .pi / 180
        let longitude: Double = point.longitude * .pi / 180
        let theta: Double = asin(3.0.squareRoot() / 2 * sin(latitude))
        let square: Double = theta * theta
        let sixth: Double = square * square * square
        let slope: Double = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        let x: Double = 2 * longitude * cos(theta) / (3.0.squareRoot() * slope)
        let y: Double = theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
        return (x, y)
    }
}
