extension Double {
    /// Two solves of one optimum agree to about this share of its value.
    private static let noise = 1e-8

    /// How much larger a plan's figure is than another's; nothing where two solves of one optimum may
    /// differ by as much.
    func difference(from other: Double) -> Double {
        let difference = self - other
        return abs(difference) <= Self.noise * Swift.max(abs(self), abs(other)) ? 0 : difference
    }
}

/// The change from one figure to another.
public struct Change: Sendable, Equatable {
    /// In the figures' unit.
    public let absolute: Double
    /// As a share of the first figure; `nil` where that is zero.
    public let relative: Double?

    public init(from first: Double, to second: Double) {
        absolute = second.difference(from: first)
        relative = first == 0 ? nil : absolute / abs(first)
    }
}
