import Quantities
import Testing

@testable import LinearProgramming

private func sparseModel() throws -> (LinearModel, [Variable<Megawatt>]) {
    var model = LinearModel(name: "sparse")
    let markets = Dimension("market", labels: ["paris", "lagos", "lima"])
    let sites = Dimension("site", labels: ["yaan", "ca-qc"])
    let total = try model.declareColumns("total", in: Dollar.self, over: [])
    let serve = try model.declareColumns("serve", in: Megawatt.self, over: [markets, sites])
    try model.addColumn(total)
    var variables: [Variable<Megawatt>] = []
    for (market, site) in [(0, 1), (1, 0), (1, 1), (2, 0)] {
        variables.append(try model.addColumn(serve, market, site))
    }
    return (model, variables)
}

@Test("Members are found by their indices, and those that do not exist are not")
func memberLookUp() throws {
    let (model, variables) = try sparseModel()
    let block = try #require(model.columnBlock(named: "serve"))
    #expect(block.range == 1..<5)
    #expect(block.unit == "MW")
    #expect(variables.map(\.column) == [1, 2, 3, 4])
    for (position, tuple) in [(0, 1), (1, 0), (1, 1), (2, 0)].enumerated() {
        #expect(block.member(tuple.0, tuple.1) == position)
        #expect(Array(block.tuple(position)) == [Int32(tuple.0), Int32(tuple.1)])
    }
    #expect(block.member(0, 0) == nil)
    #expect(block.member(2, 1) == nil)
    #expect(block.member(9, 9) == nil)
    #expect(block.member(-1, 0) == nil)
    #expect(block.member(.max, .min) == nil)
    #expect(block.member(1) == nil)
    #expect(model.columnBlock(named: "total")?.member() == 0)
    #expect(model.columnBlock(named: "serves") == nil)
    #expect(model.rowBlock(named: "serve") == nil)
}

@Test("Look-up agrees with a list on a large sparse block")
func largeLookUp() throws {
    var model = LinearModel(name: "large")
    let wide = Dimension("n", labels: (0..<40).map { "n\($0)" })
    let block = try model.declareColumns("x", in: One.self, over: [wide, wide])
    var random = SplitMix(state: 7)
    var expected: [Int: Int] = [:]
    for pair in 0..<1600 where Bool.random(using: &random) {
        expected[pair] = expected.count
        try model.addColumn(block, pair / 40, pair % 40)
    }
    let finished = model.columnBlocks[0]
    for pair in 0..<1600 {
        #expect(finished.member(pair / 40, pair % 40) == expected[pair])
    }
}

@Test("Names are made of the block and the labels")
func names() throws {
    let (model, _) = try sparseModel()
    #expect(
        (0..<5).map(model.columnName) == [
            "total", "serve(paris,ca-qc)", "serve(lagos,yaan)", "serve(lagos,ca-qc)",
            "serve(lima,yaan)",
        ])
    #expect(model.columnName(5) == "#5")
    #expect(model.rowName(0) == "#0")
}

@Test("A duplicate member, one out of order and one outside its dimension are refused")
func wrongMembers() throws {
    var (model, _) = try sparseModel()
    let serve = ColumnBlock<Megawatt>(block: 1)
    let before = model
    #expect(throws: ModelError.duplicateMember("serve(lima,yaan)")) {
        try model.addColumn(serve, 2, 0)
    }
    #expect(throws: ModelError.membersOutOfOrder(block: "serve", after: "serve(lima,yaan)")) {
        try model.addColumn(serve, 0, 0)
    }
    #expect(throws: ModelError.indexOutOfRange(block: "serve", dimension: "site", index: 2)) {
        try model.addColumn(serve, 2, 2)
    }
    #expect(throws: ModelError.indexOutOfRange(block: "serve", dimension: "market", index: -1)) {
        try model.addColumn(serve, -1, 0)
    }
    #expect(throws: ModelError.wrongIndexCount(block: "serve", given: 1, declared: 2)) {
        try model.addColumn(serve, 2)
    }
    #expect(model == before)
    #expect(try model.addColumn(serve, 2, 1).column == 5)
}

@Test("Blocks may be declared together and filled in turn, but none grows after the next")
func blocksFillInTurn() throws {
    var model = LinearModel(name: "turns")
    let dimension = Dimension("n", labels: ["a", "b"])
    let first = try model.declareColumns("first", in: One.self, over: [dimension])
    let second = try model.declareColumns("second", in: One.self, over: [dimension])
    try model.addColumn(first, 0)
    try model.addColumn(second, 0)
    #expect(model.columnBlocks.map(\.range) == [0..<1, 1..<2])
    #expect(throws: ModelError.blockClosed("first")) { try model.addColumn(first, 1) }
    try model.addColumn(second, 1)
    #expect(model.columnName(2) == "second(b)")
}

@Test("Blocks and labels that could not be told apart, or not be written, are refused")
func wrongNames() throws {
    var model = LinearModel(name: "names")
    let twice = Dimension("site", labels: ["a", "b", "a"])
    _ = try model.declareColumns("x", in: One.self, over: [])
    #expect(throws: ModelError.duplicateBlock("x")) {
        try model.declareColumns("x", in: One.self, over: [])
    }
    #expect(throws: Never.self) { try model.declareRows("x", in: One.self, over: []) }
    #expect(throws: ModelError.duplicateLabel(dimension: "site", label: "a")) {
        try model.declareColumns("y", in: One.self, over: [twice])
    }
    for name in ["", "a b", "a[1]", "größe", "a,b", "a(b", String(repeating: "n", count: 201)] {
        #expect(throws: ModelError.badName(name)) {
            try model.declareRows(name, in: One.self, over: [])
        }
        #expect(throws: ModelError.badName(name)) {
            try model.declareRows("z", in: One.self, over: [Dimension("n", labels: [name])])
        }
    }
}
