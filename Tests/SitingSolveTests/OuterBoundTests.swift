import Fixtures
import Testing

@testable import SitingSolve

/// What cuts say of directions in between.
@Suite struct OuterBoundTests {
    private typealias Plane = OuterBound.Plane

    private let axes = SurfaceFrame.axes.map { OuterBound.Plane(shares: $0, bound: 0) }

    @Test("With the least of each measure alone, a direction is bounded by its mean of them")
    func axesAlone() {
        let planes = zip(SurfaceFrame.axes, [1.0, 2, 3]).map { Plane(shares: $0, bound: $1) }
        let bound = OuterBound(planes)
        #expect(abs(bound.least(SIMD3(0.5, 0.25, 0.25)) - 1.75) < 1e-12)
        #expect(abs(bound.least(SIMD3(0, 1, 0)) - 2) < 1e-12)
    }

    @Test("Halfway between two cuts lies the mean of their bounds")
    func between() {
        var bound = OuterBound(axes)
        bound.add(Plane(shares: SIMD3(0.6, 0.2, 0.2), bound: 0.3))
        bound.add(Plane(shares: SIMD3(0.2, 0.6, 0.2), bound: 0.5))
        #expect(abs(bound.least(SIMD3(0.4, 0.4, 0.2)) - 0.4) < 1e-12)
        #expect(abs(bound.least(SIMD3(0.6, 0.2, 0.2)) - 0.3) < 1e-12)
    }

    private func random(_ generator: inout SeededGenerator) -> SIMD3<Double> {
        let parts = SIMD3<Double>.random(in: 0...1, using: &generator)
        return parts / parts.sum()
    }

    /// The ball of radius 1 around (1, 1, 1): the least of a direction is 1 less its length.
    private func tangent(_ shares: SIMD3<Double>) -> Plane {
        Plane(shares: shares, bound: 1 - (shares * shares).sum().squareRoot())
    }

    /// The best sum of any three planes that make up a direction.
    private func leastByTriples(_ shares: SIMD3<Double>, _ planes: [Plane]) -> Double {
        func determinant(_ a: SIMD3<Double>, _ b: SIMD3<Double>, _ c: SIMD3<Double>) -> Double {
            a.x * (b.y * c.z - b.z * c.y) - a.y * (b.x * c.z - b.z * c.x)
                + a.z * (b.x * c.y - b.y * c.x)
        }
        var best = -Double.infinity
        for first in planes.indices {
            for second in 0..<first {
                for third in 0..<second {
                    let (a, b, c) = (planes[first], planes[second], planes[third])
                    let volume = determinant(a.shares, b.shares, c.shares)
                    guard abs(volume) > 1e-12 else { continue }
                    let weights =
                        SIMD3(
                            determinant(shares, b.shares, c.shares),
                            determinant(a.shares, shares, c.shares),
                            determinant(a.shares, b.shares, shares)) / volume
                    guard weights.min() >= -1e-12 else { continue }
                    best = max(best, (weights * SIMD3(a.bound, b.bound, c.bound)).sum())
                }
            }
        }
        return best
    }

    @Test("Tangents of a ball bound a direction by the best three of them")
    func triples() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<10 {
            var bound = OuterBound(axes)
            for _ in 0..<20 { bound.add(tangent(random(&generator))) }
            for _ in 0..<20 {
                let shares = random(&generator)
                let best = leastByTriples(shares, bound.planes)
                #expect(abs(bound.least(shares) - best) <= 1e-10)
            }
        }
    }

    @Test("Many tangents of a ball bound what lies amid them closely, and never beyond it")
    func ball() {
        var generator = SeededGenerator(seed: 3)
        var bound = OuterBound(axes)
        for _ in 0..<600 { bound.add(tangent(random(&generator))) }
        var widest = 0.0
        for _ in 0..<400 {
            let shares = random(&generator)
            let (least, value) = (tangent(shares).bound, bound.least(shares))
            #expect(value <= least + 1e-12)
            // Near the border few tangents have so little of a measure.
            if shares.min() > 0.1 { widest = max(widest, least - value) }
        }
        #expect(widest < 0.01)
    }

    @Test("What was proved of a direction itself holds, whatever else is known close by")
    func own() {
        var generator = SeededGenerator(seed: 4)
        var bound = OuterBound(axes)
        var asked: [SIMD3<Double>] = []
        for _ in 0..<40 {
            // Directions on one line, in pairs that differ by rounding or by a billionth.
            let place = Double.random(in: 0...1, using: &generator)
            for shift in [0, 1e-16, 1e-9] {
                let shares = SIMD3(0.2 + shift, 0.8 * place, 0.8 * (1 - place))
                asked.append(shares / shares.sum())
            }
        }
        for shares in asked { bound.add(tangent(shares)) }
        for shares in asked {
            #expect(abs(bound.least(shares) - tangent(shares).bound) <= 1e-13)
        }
    }

    @Test("Planes that all but agree do no harm")
    func nearlyEqual() {
        var generator = SeededGenerator(seed: 8)
        var bound = OuterBound(axes)
        for _ in 0..<300 {
            let wobble = SIMD3<Double>.random(in: 0...1e-9, using: &generator)
            let parts = SIMD3(0.3, 0.3, 0.4) + wobble
            bound.add(Plane(shares: parts / parts.sum(), bound: 0.25))
        }
        let value = bound.least(SIMD3(0.3, 0.3, 0.4))
        #expect(value <= 0.25 + 1e-8)
        #expect(value >= 0.25 - 1e-8)
    }
}
