import Foundation
import Testing
import Typesetting

@testable import Charting

@Suite("Scales and ticks")
struct ChartScaleTests {
    @Test("Linear ticks are multiples of 1, 2 or 5, cover the domain and are few")
    func linear() {
        var numbers = SeededNumbers(state: 7)
        for _ in 0..<2000 {
            let power = Double.random(in: -12...12, using: &numbers)
            let size = Double.random(in: 1...10, using: &numbers) * exponential(power)
            let low = Double.random(in: -3...3, using: &numbers) * size
            let limit = Int.random(in: 3...12, using: &numbers)
            let ticks = LinearTicks(covering: low...(low + size), atMost: limit).values
            let step = ticks[1] - ticks[0]
            #expect(ticks.count <= limit)
            #expect(ticks[0] <= low + 1e-6 * size)
            #expect(ticks[ticks.count - 1] >= low + size * (1 - 1e-6))
            // Without an end step that holds nothing.
            #expect(ticks[1] > low && ticks[ticks.count - 2] < low + size)
            let mantissa = step / exponential(log10Floor(step))
            #expect([1, 2, 5, 10].contains { ((mantissa - $0) / $0).magnitude < 1e-6 })
        }
    }

    @Test("A single value, zero and a bound that is a tick get the ticks one expects")
    func linearCases() {
        #expect(LinearTicks(covering: 0...0, atMost: 5).values.last == 1)
        let single = LinearTicks(covering: 250...250, atMost: 5)
        #expect(single.domain.contains(250))
        #expect(single.domain.lowerBound > 0)
        #expect(LinearTicks(covering: 0...0.3, atMost: 4).values == [0, 0.1, 0.2, 0.3])
        #expect(LinearTicks(covering: 0...100, atMost: 6).values == [0, 20, 40, 60, 80, 100])
        #expect(LinearTicks(covering: -5...5, atMost: 3).values == [-5, 0, 5])
        #expect(LinearTicks(covering: 0...1e-300, atMost: 3).values.last == 1)
    }

    @Test("Logarithmic ticks cover the domain and thin out over many decades")
    func logarithmic() {
        #expect(LogTicks(covering: 1...10, atMost: 9).values == [1, 2, 5, 10])
        #expect(
            LogTicks(covering: 0.03...4, atMost: 9).values == [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5])
        #expect(LogTicks(covering: 1...1000, atMost: 7).values == [1, 3, 10, 30, 100, 300, 1000])
        #expect(LogTicks(covering: 1...10000, atMost: 5).values == [1, 10, 100, 1000, 10000])
        #expect(LogTicks(covering: 7...7, atMost: 5).values == [5, 10])
        var numbers = SeededNumbers(state: 3)
        for _ in 0..<500 {
            let low = exponential(Double.random(in: -20...20, using: &numbers))
            let high = low * exponential(Double.random(in: 0...25, using: &numbers))
            let limit = Int.random(in: 3...9, using: &numbers)
            let ticks = LogTicks(covering: low...high, atMost: limit).values
            #expect((2...limit).contains(ticks.count))
            #expect(ticks[0] <= low * (1 + 1e-8))
            #expect(ticks[ticks.count - 1] >= high * (1 - 1e-8))
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("Tick labels share one unit, have no needless zeros and no exponent")
    func labels() {
        let power = ChartAxis("IT capacity", unit: .megawatts).ticks([0, 1210], atMost: 5)
        #expect(power.labels == ["0.0", "0.5", "1.0", "1.5"])
        #expect(power.title == "IT capacity (GW)")
        let shares = ChartAxis("Share", unit: .share).ticks([0, 1], atMost: 6)
        #expect(shares.labels == ["0", "20", "40", "60", "80", "100"])
        #expect(shares.title == "Share (%)")
        let near = ChartAxis("Cost", unit: .dollars).ticks(
            [1_000_000_000, 1_000_000_004], atMost: 5)
        #expect(Set(near.labels).count == near.values.count)
        let log = ChartAxis("Water", unit: .other("l/kWh"), kind: .logarithmic)
            .ticks([0.02, 50, -3, .nan], atMost: 5)
        #expect(log.labels == ["0.01", "0.1", "1", "10", "100"])
    }

    @Test("A scale is linear between its ends, upwards too, and logarithmic where asked")
    func positions() {
        let up = AxisScale(kind: .linear, domain: 0...10, start: 200, end: 100)
        #expect([0, 5, 10].map(up.position) == [200, 150, 100])
        let log = AxisScale(kind: .logarithmic, domain: 1...100, start: 0, end: 50)
        #expect([1, 10, 100].map(log.position) == [0, 25, 50])
        #expect(log.position(0) == 0)
    }

    @Test("Bands are equal, in order and leave their padding free")
    func bands() {
        let bands = BandScale(count: 4, start: 10, end: 90, padding: 0.25)
        #expect(bands.step == 20)
        #expect(bands.thickness == 15)
        #expect((0..<4).map(bands.position) == [12.5, 32.5, 52.5, 72.5])
        #expect(BandScale(count: 0, start: 0, end: 9).step == 0)
    }
}

private func exponential(_ power: Double) -> Double { pow(10, power) }
private func log10Floor(_ value: Double) -> Double { log10(value * (1 + 1e-9)).rounded(.down) }
