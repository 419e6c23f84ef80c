#if canImport(Glibc)
    import Glibc
#endif

/// A sum that carries its own rounding error (Knuth's exact addition, without a branch), with exact
/// products by fused multiply-add.
///
/// A certificate must not be fooled by the cancellation it is there to judge.
public struct CompensatedSum {
    private var sum = 0.0
    private var correction = 0.0

    public init() {}

    public var value: Double { sum + correction }

    public mutating func add(_ term: Double) {
        let next = sum + term
        let added = next - sum
        correction += (sum - (next - added)) + (term - added)
        sum = next
    }

    public mutating func add(product left: Double, _ right: Double) {
        let product = left * right
        add(product)
        correction += (-product).addingProduct(left, right)
    }
}
