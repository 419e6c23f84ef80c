/// Equal bands beside each other, one for each of a number of things.
struct BandScale: Sendable, Equatable {
    let count: Int
    /// Where the first band starts and the last ends, in pixels.
    let start: Double
    let end: Double
    /// The share of a band that stays empty, half on each side.
    var padding = 0.2

    /// From one band to the next, in pixels.
    var step: Double { count > 0 ? (end - start) / Double(count) : 0 }

    /// The size of what is drawn in a band, in pixels.
    var thickness: Double { step * (1 - padding) }

    /// Where the drawn part of a band starts.
    func position(_ index: Int) -> Double {
        start + (Double(index) + padding / 2) * step
    }
}
