import LinearProgramming

/// The random numbers of one sample.
///
/// Each is a function of the seed, the sample, the kind of figure and whose figure it is, and is never taken
/// from a stream that others share: neither the order in which they are asked for nor what else a scenario
/// holds changes them.
struct NoiseDraws: Sendable {
    enum Figure: UInt64, Sendable {
        case carbon = 1
        case price, roundTrip
    }

    private let root: UInt64

    init(seed: Int, sample: Int) {
        root = Self.mixed(
            Self.mixed(0, UInt64(bitPattern: Int64(seed))), UInt64(bitPattern: Int64(sample)))
    }

    /// What a figure is multiplied by: anywhere from `1 - width` to `1 + width` with the same chance, and
    /// 1 exactly where the width is zero.
    func factor(_ figure: Figure, of owner: UInt64, and other: UInt64 = 0, width: Double) -> Double
    {
        let seed = Self.mixed(Self.mixed(Self.mixed(root, figure.rawValue), owner), other)
        var numbers = SplitMix(seed: seed)
        return 1 + width * (2 * numbers.unit() - 1)
    }

    /// A number for a name, the same everywhere: FNV-1a (Fowler, Noll and Vo) over its bytes.
    static func key(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    private static func mixed(_ number: UInt64, _ part: UInt64) -> UInt64 {
        var numbers = SplitMix(seed: number ^ part)
        return numbers.next()
    }
}
