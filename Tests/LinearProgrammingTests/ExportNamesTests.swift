import Quantities
import Testing

@testable import LinearProgramming

/// The names that a file gives to the columns of these blocks, each over all of its labels.
private func exported(_ blocks: [(name: String, labels: [String])]) throws -> [String] {
    var model = LinearModel(name: "names")
    for (name, labels) in blocks {
        let dimensions = labels.isEmpty ? [] : [Dimension("n", labels: labels)]
        let block = try model.declareColumns(name, in: One.self, over: dimensions)
        if labels.isEmpty { try model.addColumn(block) }
        for index in labels.indices { try model.addColumn(block, index) }
    }
    let names = model.exportColumnNames()
    return (0..<model.columnCount).map { column in
        var text = LineText()
        names.write(column, to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }
}

@Test("A hyphen becomes an underscore, and names that fall together are told apart")
func hyphens() throws {
    let names = try exported([("x", ["a-b", "a_b", "a-b_2", "a_b_2", "c.d"]), ("y-z", [])])
    #expect(names == ["x(a_b_3)", "x(a_b)", "x(a_b_2_2)", "x(a_b_2)", "x(c.d)", "y_z"])
}

@Test(
    "A block's name that reads as a number or keyword gets an underscore in front",
    arguments: [
        "3d", ".5", "e12", "E5x", "e", "inf", "Infinity", "free", "End", "st", "s.t.", "bounds",
    ])
func numbersAndKeywords(_ name: String) throws {
    #expect(try exported([(name, [])]) == ["_\(name)"])
    #expect(try exported([(name, ["e12"]), ("_\(name)", [])]) == ["_\(name)_2(e12)", "_\(name)"])
}

@Test("Names that only begin like a keyword stay as they are")
func ordinaryNames() throws {
    let names = ["energy", "ending", "infra", "free_load", "e_x", "E.x"]
    #expect(try exported(names.map { ($0, []) }) == names)
}

@Test("The column of the constant keeps its name; a block of that name gives way")
func constantIsReserved() throws {
    #expect(try exported([("constant", []), ("constant_2", [])]) == ["constant_3", "constant_2"])
}

@Test("Blocks whose names would be too long for GLPK show indices")
func longNames() throws {
    let long = String(repeating: "l", count: 200)
    let block = String(repeating: "b", count: 60)
    let labels = [String(long.dropLast()), long]
    #expect(try exported([(block, labels)]) == ["\(block)(0)", "\(block)(1)"])
    #expect(try exported([("x", [long])]) == ["x(\(long))"])
}
