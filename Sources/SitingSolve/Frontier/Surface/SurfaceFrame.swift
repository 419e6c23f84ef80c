/// How the measures of a surface are counted while it is searched: from the least of each, by units
/// about as large as their ranges.
struct SurfaceFrame: Sendable {
    let origin: SIMD3<Double>
    let unit: SIMD3<Double>

    /// Of the grid on which points are told apart.
    private static let stepsPerUnit = 0x1p30
    /// Units are at least this share of a measure: what hardly varies would else outweigh all.
    private static let leastUnit = 1e-3
    /// A measure that varies by less than this share of itself has no trade-off: rules that must
    /// agree are held to a billionth, and its range counts as large as this.
    private static let leastRange = 1e-8

    /// Directions of one measure each.
    static let axes: [SIMD3<Double>] = [SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]

    /// - Parameter values: Of plans, at least one.
    init(around values: [SIMD3<Double>]) {
        origin = Self.least(of: values)
        unit = Self.ranges(of: values, atLeast: Self.leastUnit)
    }

    func place(_ values: SIMD3<Double>) -> SIMD3<Double> { (values - origin) / unit }

    func steps(_ values: SIMD3<Double>) -> GridVector {
        let steps = (place(values) * Self.stepsPerUnit).rounded(.toNearestOrAwayFromZero)
        return GridVector(x: Int64(steps.x), y: Int64(steps.y), z: Int64(steps.z))
    }

    /// Whether the ranges of values are at most so many units.
    func fits(_ values: [SIMD3<Double>], units: Double) -> Bool {
        (Self.ranges(of: values, atLeast: Self.leastUnit) / unit).max() < units
    }

    /// How far each measure reaches, with something to divide by where it does not vary.
    static func ranges(of values: [SIMD3<Double>]) -> SIMD3<Double> {
        ranges(of: values, atLeast: leastRange)
    }

    /// - Parameter share: Of the measure.
    private static func ranges(
        of values: [SIMD3<Double>], atLeast share: Double
    ) -> SIMD3<Double> {
        let least = least(of: values)
        let most = values.reduce(least) { pointwiseMax($0, $1) }
        let floor = share * pointwiseMax(magnitude(least), magnitude(most))
        let ranges = pointwiseMax(most - least, floor)
        return ranges.replacing(with: 1, where: ranges .<= 0)
    }

    static func magnitude(_ values: SIMD3<Double>) -> SIMD3<Double> {
        pointwiseMax(values, -values)
    }

    private static func least(of values: [SIMD3<Double>]) -> SIMD3<Double> {
        values.dropFirst().reduce(values[0]) { pointwiseMin($0, $1) }
    }
}
