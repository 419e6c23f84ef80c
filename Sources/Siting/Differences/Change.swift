extension Double {
    /// Two solves of one optimum agree to about this share of its value.
    static let noise = 1e-8

    /// How much larger a plan's figure is than another's; nothing where two solves of one optimum may
    /// differ by as much.
    func difference(from other: Double, noise: Double = noise) -> Double {
        let difference = self - other
        return abs(difference) <= noise * Swift.max(abs(self), abs(other)) ? 0 : difference
    }
}

/// The change from one figure to another.
public struct Change: Sendable, Equatable {
    /// In the figures' unit.
    public let absolute: Double
    /// As a share of the first figure; `nil` where that is zero.
    public let relative: Double?

    public init(from first: Double, to second: Double) {
        self.init(from: first, to: second, noise: .noise)
    }

    /// - Parameter noise: The share of the larger figure up to which there is no change.
    init(from first: Double, to second: Double, noise: Double) {
        absolute = second.difference(from: first, noise: noise)
        relative = first == 0 ? nil : absolute / abs(first)
    }
}
