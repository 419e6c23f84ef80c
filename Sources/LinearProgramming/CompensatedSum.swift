#if canImport(Glibc)
    import Glibc
#endif

/// A sum that carries its own rounding error (Knuth's exact addition, without a branch), with exact
/// products by fused multiply-add.
///
/// A certificate must not be fooled by the cancellation it is there to judge.
@usableFromInline
struct CompensatedSum {
    private var sum = 0.0
    private var correction = 0.0

    @usableFromInline init() {}

    @usableFromInline var value: Double { sum + correction }

    mutating func add(_ term: Double) {
        let next = sum + term
        let added = next - sum
        correction += (sum - (next - added)) + (term - added)
        sum = next
    }

    mutating func add(product left: Double, _ right: Double) {
        let product = left * right
        add(product)
        correction += (-product).addingProduct(left, right)
    }
}
