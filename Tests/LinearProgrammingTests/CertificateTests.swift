import Quantities
import Testing

@testable import LinearProgramming

private let costScales = [1e-3, 1, 1e3, 1e7]
private let seeds: ClosedRange<UInt64> = 1...25

private func certificate(
    _ program: PlantedProgram, values: [Double]? = nil, duals: [Double]? = nil,
    claim: Double? = nil, tolerance: Double = 1e-6
) -> Certificate {
    Certificate(
        checking: program.model, columnValues: values ?? program.values,
        rowDuals: duals ?? program.duals, claimedObjective: claim, tolerance: tolerance)
}

@Test("An optimal pair is accepted to 1e-9", arguments: seeds, costScales)
func optimalPairs(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    let certificate = certificate(program, tolerance: 1e-9)
    #expect(throws: Never.self) { try certificate.require(of: "planted") }
    #expect(certificate.gap <= 1e-9)
    #expect(certificate.primalResidual == 0)
    let claim = certificate.primalObjective
    #expect(throws: Never.self) {
        try Certificate(
            checking: program.model, columnValues: program.values, rowDuals: program.duals,
            claimedObjective: claim, tolerance: 1e-9
        ).require(of: "planted")
    }
}

@Test("Rounding noise of a solver does not refuse an optimal pair", arguments: seeds, costScales)
func noise(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    var random = SplitMix(state: seed)
    func noisy(_ number: Double) -> Double {
        number + 1e-11 * max(1, abs(number)) * Double.random(in: -1...1, using: &random)
    }
    let values = program.values.map(noisy)
    let duals = program.duals.map { $0 * (1 + 1e-11 * Double.random(in: -1...1, using: &random)) }
    #expect(throws: Never.self) {
        try certificate(program, values: values, duals: duals).require(of: "planted")
    }
}

@Test("A wrong dual is refused, whichever row it belongs to", arguments: seeds, costScales)
func wrongDuals(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    for row in program.duals.indices {
        for change in [0.1, -0.1, 1, -1] {
            var duals = program.duals
            duals[row] += change * scale
            #expect(!certificate(program, duals: duals).holds(), "row \(row) by \(change)")
        }
    }
}

@Test("A dual with its sign swapped, or left out, is refused", arguments: seeds, costScales)
func swappedSigns(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    for row in program.pricedRows {
        for factor in [-1.0, 0] {
            var duals = program.duals
            duals[row] *= factor
            #expect(!certificate(program, duals: duals).holds(), "row \(row) times \(factor)")
        }
    }
    #expect(!certificate(program, duals: program.duals.map { -$0 }).holds())
}

@Test("A value that moved is refused where it costs anything", arguments: seeds, costScales)
func movedValues(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    // The columns of priced rows have the rows' numbers.
    for column in program.pricedRows + program.heldColumns {
        for step in [1e-3, -1e-3, 0.5, -0.5] {
            var values = program.values
            values[column] += step
            #expect(!certificate(program, values: values).holds(), "column \(column) by \(step)")
        }
    }
}

@Test(
    "A plan found without a column that would improve it is refused, and the column named",
    arguments: seeds, costScales)
func withheldColumns(_ seed: UInt64, _ scale: Double) throws {
    let open = certificate(try PlantedProgram(seed: seed, costScale: scale, extra: .unbounded))
    #expect(!open.holds())
    #expect(open.dualPlace == "column 'x(n18)'")
    let bounded = certificate(try PlantedProgram(seed: seed, costScale: scale, extra: .bounded))
    #expect(!bounded.holds())
    #expect(bounded.dualResidual <= 1e-9)
    #expect(bounded.complementarityPlace == "column 'x(n18)'")
}

@Test("A stated objective that is off is refused", arguments: seeds, costScales)
func objectiveOff(_ seed: UInt64, _ scale: Double) throws {
    let program = try PlantedProgram(seed: seed, costScale: scale)
    let objective = certificate(program).primalObjective
    for error in [1e-5, -1e-5, .nan, .infinity] {
        let claim = objective + error * max(1, abs(objective))
        #expect(!certificate(program, claim: claim).holds())
    }
}

@Test(
    "Values that are no finite numbers, too few or too many are refused without a trap",
    arguments: seeds)
func unusableValues(_ seed: UInt64) throws {
    let program = try PlantedProgram(seed: seed, costScale: 1)
    for value in [Double.nan, .infinity, -.infinity] {
        var (values, duals) = (program.values, program.duals)
        values[3] = value
        duals[3] = value
        let wrongValue = certificate(program, values: values)
        #expect(wrongValue.primalResidual == .infinity)
        #expect(wrongValue.primalPlace == "column x(n3)")
        let wrongDual = certificate(program, duals: duals)
        #expect(wrongDual.dualResidual == .infinity)
        #expect(wrongDual.dualPlace == "row row(n3)")
        #expect(!wrongValue.holds(withinGap: .infinity))
        #expect(!wrongDual.holds(withinGap: .infinity))
    }
    for values in [[], Array(program.values.dropLast()), program.values + [0]] {
        #expect(!certificate(program, values: values).holds())
    }
    for duals in [[], Array(program.duals.dropLast()), program.duals + [0]] {
        #expect(!certificate(program, duals: duals).holds())
    }
    var huge = program.values
    huge[0] = .greatestFiniteMagnitude
    huge[9] = -.greatestFiniteMagnitude
    #expect(!certificate(program, values: huge).holds())
    let hugeDuals = program.duals.map { _ in Double.greatestFiniteMagnitude }
    #expect(!certificate(program, duals: hugeDuals).holds())
}
