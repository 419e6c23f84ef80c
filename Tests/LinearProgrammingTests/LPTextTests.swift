import Quantities
import Testing

@testable import LinearProgramming

@Test("LP text of a small model is exactly this")
func lpGolden() throws {
    let expected = #"""
        \ Two sites
        \ minimise, in USD
        Minimize
         objective: 350400 serve(chat,yaan) + serve(chat,ca_qc) - 1e-07 modules(yaan) \#
        + 0 spare - 250.5 constant
        Subject To
         demand(chat): serve(chat,yaan) + serve(chat,ca_qc) = 12.25
         site_capacity(yaan): 1.5 serve(chat,yaan) - 4 modules(yaan) <= 0
         site_capacity(ca_qc): 1.5 serve(chat,ca_qc) - 1e-05 modules(ca_qc) <= 1000000
         share(lower): serve(chat,yaan) - serve(chat,ca_qc) - slope >= -3
         share(upper): serve(chat,yaan) - serve(chat,ca_qc) - slope <= 4.5
         floor: slope >= -7
        Bounds
         0.5 <= serve(chat,ca_qc) <= 40
         0 <= modules(yaan) <= 3
         modules(ca_qc) >= 0
         spare = -2
         slope free
         constant = 1
        General
         modules(yaan)
         modules(ca_qc)
        End

        """#
    #expect(try smallModel().lpText() == expected)
}

@Test("A model without rows, columns or costs still makes a file that readers take")
func lpOfNothing() throws {
    #expect(
        LinearModel(name: "").lpText() == #"""
            \ 
            \ minimise, in 1
            Minimize
             objective: 0 constant
            Subject To
             nothing: 0 constant <= 0
            Bounds
             constant = 1
            End

            """#)
    var model = LinearModel(name: "two\nlines")
    let block = try model.declareColumns("x", in: One.self, over: [])
    let rows = try model.declareRows("zero", in: One.self, over: [])
    try model.addColumn(block, from: Quantity(-.infinity), to: -0.0)
    try model.addRow(rows, expression: LinearExpression(), .atMost(3))
    #expect(
        model.lpText() == #"""
            \ two lines
            \ minimise, in 1
            Minimize
             objective: 0 x
            Subject To
             zero: 0 x <= 3
            Bounds
             -inf <= x <= 0
            End

            """#)
}

@Test("A row that a relaxation freed is left out, its columns are not")
func freedRows() throws {
    var model = try smallModel()
    try model.restrictRow(4, from: -.infinity, to: .infinity)
    try model.restrictRow(3, from: -.infinity, to: .infinity)
    let text = model.lpText()
    #expect(!text.contains("floor"))
    #expect(!text.contains("share"))
    #expect(text.contains("+ 0 spare + 0 slope"))
    #expect(model.mpsText().contains("\n slope objective 0\n"))
}

@Test("A long row breaks between its tokens into lines of at most 255 bytes")
func longLines() throws {
    let model = try wideModel(columns: 5000)
    let lines = model.lpText().split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 255 })
    #expect(lines.contains { $0.utf8.count > 200 })
    let start = try #require(lines.firstIndex { $0.hasPrefix(" all:") })
    let end = try #require(lines.firstIndex { $0 == "Bounds" })
    let tokens = lines[start..<end].flatMap { $0.split(separator: " ") }
    var expected = ["all:"]
    for column in 0..<5000 {
        if column > 0 { expected.append("+") }
        expected += ["\(Double(column) + 1.5)", "x(n\(column))"]
    }
    #expect(tokens.map(String.init) == expected + [">=", "1"])
}

@Test("A sink sees the same text in chunks, and what it throws ends the writing")
func sinks() throws {
    struct Full: Error {}
    let model = try wideModel(columns: 20_000)
    var chunks: [[UInt8]] = []
    model.writeLPText { chunks.append($0) }
    #expect(chunks.count > 5)
    #expect(chunks.allSatisfy { $0.count < 70_000 })
    #expect(String(decoding: chunks.joined(), as: UTF8.self) == model.lpText())
    var mps: [UInt8] = []
    model.writeMPSText { mps += $0 }
    #expect(String(decoding: mps, as: UTF8.self) == model.mpsText())

    var count = 0
    #expect(throws: Full.self) {
        try model.writeLPText { (_: [UInt8]) throws(Full) in
            count += 1
            if count == 2 { throw Full() }
        }
    }
    #expect(count == 2)
}

/// One row over many columns.
func wideModel(columns: Int) throws -> LinearModel {
    var model = LinearModel(name: "wide")
    let names = Dimension("n", labels: (0..<columns).map { "n\($0)" })
    let block = try model.declareColumns("x", in: One.self, over: [names])
    let rows = try model.declareRows("all", in: One.self, over: [])
    var row = LinearExpression<One>()
    for column in 0..<columns {
        row.add(Double(column) + 1.5, try model.addColumn(block, column))
    }
    try model.addRow(rows, expression: row, .atLeast(1))
    return model
}
