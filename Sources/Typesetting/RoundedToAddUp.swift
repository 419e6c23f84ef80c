/// Values rounded to so many decimals such that they add up to the rounded total.
///
/// By largest remainder: each value is rounded down, then those that lost most are raised by one
/// in the last place, the earlier first among equals. No value moves by a whole last place and one
/// that was exact stays as it is.
///
/// - Returns: nil where the total differs from the sum of the values by half a last place or more,
///   or a figure is not finite or beyond 2⁵³ last places: then rounding must not hide it.
public func roundedToAddUp(_ values: [Double], total: Double, decimals: Int) -> [Double]? {
    guard (0...15).contains(decimals) else { return nil }
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let limit = 0x1p53
    let places = values.map { snapped($0 * scale) }
    let sum = places.reduce(0, +)
    let spread = places.reduce(0) { $0 + $1.magnitude }
    let target = snapped(total * scale).rounded(.toNearestOrAwayFromZero)
    guard spread < limit, target.magnitude < limit,
        (total * scale - sum).magnitude < 0.5 + 1e-12 * spread
    else { return nil }

    var result = places.map { $0.rounded(.down) }
    let missing = Int(target - result.reduce(0, +))
    let candidates = places.indices
        .filter { places[$0] != result[$0] }
        .sorted { left, right in
            let lost = (places[left] - result[left], places[right] - result[right])
            return lost.0 == lost.1 ? left < right : lost.0 > lost.1
        }
    guard (0...candidates.count).contains(missing) else { return nil }
    for index in candidates.prefix(missing) { result[index] += 1 }
    return result.map { $0 == 0 ? 0 : $0 / scale }
}

/// The whole number that binary noise hides, as in 0.29 * 100.
private func snapped(_ value: Double) -> Double {
    let whole = value.rounded()
    return (value - whole).magnitude <= 1e-12 * value.magnitude ? whole : value
}
