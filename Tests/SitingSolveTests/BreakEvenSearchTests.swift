import Foundation
import Siting
import Testing

@testable import SitingSolve

@Suite("The search for a break-even")
struct BreakEvenSearchTests {
    /// An optimum that rises with a figure up to that of the site closed, and the slope that is told of it.
    private struct Course: CustomTestStringConvertible {
        let testDescription: String
        let breakEven: Double
        /// Below the break-even.
        let optimum: @Sendable (Double) -> Double
        let slope: @Sendable (Double) -> Double
        let mostSolves: Int
    }

    private static let courses = [
        Course(
            testDescription: "a line", breakEven: 61.25, optimum: { 8760 * $0 },
            slope: { _ in 8760 }, mostSolves: 3),
        Course(
            testDescription: "concave, in pieces", breakEven: 90,
            optimum: { min(5 * $0, 100 + 2 * $0, 220 + 0.5 * $0) },
            slope: { $0 < 100 / 3.0 ? 5 : $0 < 80 ? 2 : 0.5 }, mostSolves: 6),
        Course(
            testDescription: "convex", breakEven: 700, optimum: { pow($0 / 100, 3) },
            slope: { 3e-6 * $0 * $0 }, mostSolves: 26),
        Course(
            testDescription: "no slope known", breakEven: 333.3, optimum: { $0 },
            slope: { _ in 0 }, mostSolves: 26),
        Course(
            testDescription: "a slope far too steep", breakEven: 333.3, optimum: { $0 },
            slope: { _ in 1e6 }, mostSolves: 45),
        Course(
            testDescription: "a slope far too flat", breakEven: 333.3, optimum: { $0 },
            slope: { _ in 1e-6 }, mostSolves: 45),
    ]

    @Test(
        "it ends close on either side, after few solves where slopes are right", arguments: courses)
    private func ends(_ course: Course) throws {
        let closed = course.optimum(course.breakEven)
        var solves = 0
        let search = BreakEvenSearch(closedValue: closed, leastStep: 1e-3) { value in
            solves += 1
            let isInside = value < course.breakEven
            return BreakEvenSearch.Point(
                side: BreakEven.Side(
                    value: value, work: isInside ? 1 : 0, capacity: isInside ? 1 : 0,
                    objective: min(closed, course.optimum(value))),
                slope: isInside ? course.slope(value) : 0)
        }
        let (least, most) = (try search.solve(0), try search.solve(1000))
        guard
            case .found(let value, let inside, let outside) = try search.run(
                from: least, to: most, limit: 1000)
        else {
            Issue.record("not found")
            return
        }
        #expect(inside.value < course.breakEven && course.breakEven <= outside.value)
        #expect(inside.value <= value && value <= outside.value)
        #expect(outside.value - inside.value <= 2.001 * search.step(at: outside.value))
        #expect(solves - 2 <= course.mostSolves, "\(solves - 2) solves")
    }
}
