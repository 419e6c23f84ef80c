import Testing

@testable import LinearProgramming

@Test("A term lost in a large partial sum comes back")
func cancellation() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
}

@Test("A product is added without rounding")
func exactProducts() {
    // (2^27 + 1)^2 = 2^54 + 2^28 + 1 needs 55 bits.
    let factor = 134_217_729.0
    var sum = CompensatedSum()
    sum.add(product: factor, factor)
    sum.add(-18_014_398_509_481_984)
    sum.add(-268_435_456)
    #expect(sum.value == 1)

    var zero = CompensatedSum()
    zero.add(product: 0.1, 10)
    zero.add(-1)
    // 0.1 is not a tenth: ten of them are off 1 by 2^-54, rounded away in a plain product.
    #expect(zero.value == (-1.0).addingProduct(0.1, 10))
    #expect(zero.value == 0x1p-54)
}

@Test("Ill-conditioned sums agree with integers of 128 bits", arguments: 1...50)
func againstIntegers(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var exact: Int128 = 0
    var size = 0.0
    var sum = CompensatedSum()
    func add(_ mantissa: Int64, _ shift: Int) {
        exact += Int128(mantissa) << shift
        let term = Double(mantissa) * Double(UInt64(1) << UInt64(shift))
        size += abs(term)
        sum.add(term)
    }
    for _ in 0..<200 {
        let mantissa = Int64.random(in: -(1 << 50)...(1 << 50), using: &random)
        let shift = Int.random(in: 0...50, using: &random)
        add(mantissa, shift)
        // Takes most of the term back, in another order of magnitude.
        add(-(mantissa >> 1), shift)
        add(-(mantissa - (mantissa >> 1)), shift)
        add(Int64.random(in: -9...9, using: &random), 0)
    }
    #expect(abs(exact) <= 9 * 200)
    let error = abs(sum.value - Double(exact))
    let precision = Double.ulpOfOne / 2
    #expect(error <= precision * abs(Double(exact)) + 2 * 800 * precision * precision * size)
}

@Test("Products that cancel agree with integers of 128 bits", arguments: 1...50)
func productsAgainstIntegers(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var exact: Int128 = 0
    var size = 0.0
    var sum = CompensatedSum()
    func add(_ left: Int64, _ right: Int64) {
        exact += Int128(left) * Int128(right)
        size += abs(Double(left) * Double(right))
        sum.add(product: Double(left), Double(right))
    }
    for _ in 0..<200 {
        let left = Int64.random(in: -(1 << 50)...(1 << 50), using: &random)
        let right = Int64.random(in: -(1 << 50)...(1 << 50), using: &random)
        add(left, right)
        add(left + 1, -right)
        add(right, 1)
        add(Int64.random(in: -9...9, using: &random), 1)
    }
    let error = abs(sum.value - Double(exact))
    let precision = Double.ulpOfOne / 2
    #expect(error <= precision * abs(Double(exact)) + 2 * 1600 * precision * precision * size)
}

@Test("What is not a number stays visible")
func notNumbers() {
    var sum = CompensatedSum()
    sum.add(.infinity)
    sum.add(1)
    #expect(!sum.value.isFinite)
    var product = CompensatedSum()
    product.add(product: 1e200, 1e200)
    #expect(!product.value.isFinite)
}

/// A small random generator with a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
