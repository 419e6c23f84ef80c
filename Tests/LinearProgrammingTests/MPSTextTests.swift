import Quantities
import Testing

@testable import LinearProgramming

@Test("MPS text of a small model is exactly this")
func mpsGolden() throws {
    let expected = """
        * Two sites
        * minimise, in USD
        NAME Two_sites FREE
        ROWS
         N objective
         E demand(chat)
         L site_capacity(yaan)
         L site_capacity(ca_qc)
         G share
         G floor
        COLUMNS
         serve(chat,yaan) demand(chat) 1
         serve(chat,yaan) site_capacity(yaan) 1.5
         serve(chat,yaan) share 1
         serve(chat,yaan) objective 350400
         serve(chat,ca_qc) demand(chat) 1
         serve(chat,ca_qc) site_capacity(ca_qc) 1.5
         serve(chat,ca_qc) share -1
         serve(chat,ca_qc) objective 1
         MARKER 'MARKER' 'INTORG'
         modules(yaan) site_capacity(yaan) -4
         modules(yaan) objective -1e-07
         modules(ca_qc) site_capacity(ca_qc) -1e-05
         MARKER 'MARKER' 'INTEND'
         spare objective 0
         slope share -1
         slope floor 1
         constant objective -250.5
        RHS
         RHS demand(chat) 12.25
         RHS site_capacity(ca_qc) 1000000
         RHS share -3
         RHS floor -7
        RANGES
         RANGES share 7.5
        BOUNDS
         LO BOUNDS serve(chat,ca_qc) 0.5
         UP BOUNDS serve(chat,ca_qc) 40
         LO BOUNDS modules(yaan) 0
         UP BOUNDS modules(yaan) 3
         LO BOUNDS modules(ca_qc) 0
         PL BOUNDS modules(ca_qc)
         FX BOUNDS spare -2
         FR BOUNDS slope
         FX BOUNDS constant 1
        ENDATA

        """
    #expect(try smallModel().mpsText() == expected)
}

@Test("An upper bound below zero comes after the lower bound that it would move")
func negativeUpperBounds() throws {
    var model = LinearModel(name: "m")
    let block = try model.declareColumns(
        "x", in: One.self, over: [Dimension("n", labels: ["a", "b"])])
    try model.addColumn(block, 0, from: Quantity(-.infinity), to: -1.5)
    try model.addColumn(block, 1, from: -4, to: -1)
    let bounds = """
        BOUNDS
         MI BOUNDS x(a)
         UP BOUNDS x(a) -1.5
         LO BOUNDS x(b) -4
         UP BOUNDS x(b) -1

        """
    #expect(model.mpsText().contains(bounds))
}

@Test("A range is stated from the side from which the other comes out exactly")
func rangesAreExact() throws {
    for (lower, upper) in [(0.1, 1e9), (-1e9, 0.1), (1.0, 2.0), (-7.3, 5.1), (0.1, 0.3)] {
        var model = LinearModel(name: "m")
        let rows = try model.declareRows("r", in: One.self, over: [])
        try model.addRow(
            rows, expression: LinearExpression(), .between(Quantity(lower), Quantity(upper)))
        let fields = model.mpsText().split(separator: "\n").map { $0.split(separator: " ") }
        let side = try #require(fields.first { $0.first == "RHS" && $0.count == 3 }?[2])
        let range = try #require(fields.first { $0.first == "RANGES" && $0.count == 3 }?[2])
        let (start, width) = (try #require(Double(side)), try #require(Double(range)))
        if fields.contains(["G", "r"]) {
            #expect(start == lower)
            #expect(abs(start + width - upper) <= upper.magnitude.ulp)
        } else {
            #expect(start == upper)
            #expect(start - width == lower)
        }
    }
}

@Test("The view by columns holds each entry once, in row order")
func columnView() throws {
    let model = try smallModel()
    let view = ColumnView(of: model)
    #expect(view.start == [0, 3, 6, 7, 8, 8, 10])
    #expect(view.row == [0, 1, 3, 0, 2, 3, 1, 2, 3, 4])
    #expect(view.coefficient == [1, 1.5, 1, 1, 1.5, -1, -4, -1e-5, -1, 1])
}
