import LinearProgramming

/// Numbers of tests: the same in every run.
public struct SeededGenerator: RandomNumberGenerator {
    private var numbers: SplitMix

    public init(seed: UInt64) { numbers = SplitMix(seed: seed) }

    public mutating func next() -> UInt64 { numbers.next() }
}
