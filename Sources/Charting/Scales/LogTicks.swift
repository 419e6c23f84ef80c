import Foundation

/// Round values for a logarithmic axis: 1, 2 and 5 of each decade, or fewer where those are many.
struct LogTicks: Sendable, Equatable {
    /// Ascending and above zero, at least two; the first and last enclose the domain.
    let values: [Double]

    /// The densest of 1-2-5, 1-3, or one for every first, second, third … decade that needs at
    /// most so many ticks.
    ///
    /// - Parameters:
    ///   - domain: Finite and above zero.
    ///   - limit: At least 3.
    init(covering domain: ClosedRange<Double>, atMost limit: Int) {
        let limit = max(3, limit)
        for mantissas in [[1, 2, 5], [1, 3]] as [[Double]] {
            let values = Self.ticks(mantissas, every: 1, covering: domain)
            if values.count <= limit {
                self.values = values
                return
            }
        }
        var stride = 1
        var values = Self.ticks([1], every: stride, covering: domain)
        while values.count > limit {
            stride += 1
            values = Self.ticks([1], every: stride, covering: domain)
        }
        self.values = values
    }

    /// From the first value to the last.
    var domain: ClosedRange<Double> { values[0]...values[values.count - 1] }

    private static func ticks(
        _ mantissas: [Double], every stride: Int, covering domain: ClosedRange<Double>
    ) -> [Double] {
        let lowest = floored(log10(domain.lowerBound), to: stride)
        let highest = floored(log10(domain.upperBound), to: stride) + stride
        let all = Swift.stride(from: lowest, through: highest, by: stride).flatMap { decade in
            mantissas.map { value($0, decade) }
        }
        // Noise must not add a tick beside a bound that is one.
        let first = all.lastIndex { $0 <= domain.lowerBound * (1 + 1e-9) } ?? 0
        let last = all.firstIndex { $0 >= domain.upperBound * (1 - 1e-9) } ?? all.count - 1
        return Array(all[min(first, all.count - 2)...max(last, first + 1)])
    }

    /// A mantissa times a power of ten, without the noise of multiplying by 0.1.
    private static func value(_ mantissa: Double, _ decade: Int) -> Double {
        decade < 0 ? mantissa / pow(10, Double(-decade)) : mantissa * pow(10, Double(decade))
    }

    /// The multiple of `stride` at or below a number of decades.
    private static func floored(_ decade: Double, to stride: Int) -> Int {
        let whole = Int(decade.rounded(.down))
        return whole - ((whole % stride) + stride) % stride
    }
}
