/// Figures as shares of the largest, for bars that start at nothing: those that hardly differ look so.
///
/// Nil where a figure is missing, or none is above zero.
package func sharesOfLargest(_ values: [Double?]) -> [Double?] {
    let largest = values.compactMap { $0 }.filter(\.isFinite).max() ?? 0
    return values.map { value in largest > 0 ? value.map { $0 / largest } : nil }
}
