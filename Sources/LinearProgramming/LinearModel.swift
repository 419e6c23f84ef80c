/// A linear or mixed-integer program, always minimising: flat arrays in declared blocks.
///
///     minimise  objective . x + objectiveConstant
///     subject to  rowLower <= A x <= rowUpper,  columnLower <= x <= columnUpper
///
/// The matrix is stored by rows: row `i` holds the entries `rowStart[i]..<rowStart[i + 1]`.
/// Infinite bounds are `-.infinity` and `.infinity`; every other number is finite and every entry's
/// column stands once in its row: `LinearModel+Building.swift` refuses anything else.
public struct LinearModel: Sendable, Equatable {
    /// Names the model in messages and files.
    public let name: String
    public internal(set) var columnBlocks: [Block] = []
    public internal(set) var rowBlocks: [Block] = []

    public internal(set) var columnLower: [Double] = []
    public internal(set) var columnUpper: [Double] = []
    public internal(set) var columnIsInteger: [Bool] = []
    public internal(set) var objective: [Double] = []
    public internal(set) var objectiveConstant = 0.0
    /// The unit's symbol of the objective, for people.
    public internal(set) var objectiveUnit = "1"

    public internal(set) var rowLower: [Double] = []
    public internal(set) var rowUpper: [Double] = []
    public internal(set) var rowStart: [Int] = [0]
    public internal(set) var entryColumn: [Int32] = []
    public internal(set) var entryCoefficient: [Double] = []

    var marks = ColumnMarks()

    public init(name: String) {
        self.name = name
    }

    public var columnCount: Int { columnLower.count }
    public var rowCount: Int { rowLower.count }
    public var nonzeroCount: Int { entryColumn.count }
    public var isMixedInteger: Bool { columnIsInteger.contains(true) }

    /// `block(label,label)` of a column, made when asked for.
    public func columnName(_ column: Int) -> String { Self.name(of: column, in: columnBlocks) }

    /// `block(label,label)` of a row, made when asked for.
    public func rowName(_ row: Int) -> String { Self.name(of: row, in: rowBlocks) }

    /// The declared column block of a name.
    public func columnBlock(named name: String) -> Block? { columnBlocks.first { $0.name == name } }

    /// The declared row block of a name.
    public func rowBlock(named name: String) -> Block? { rowBlocks.first { $0.name == name } }

    private static func name(of index: Int, in blocks: [Block]) -> String {
        for block in blocks where block.range.contains(index) {
            return block.memberName(index - block.first)
        }
        return "#\(index)"
    }
}

/// Scratch memory of the building calls; no part of the model's value.
struct ColumnMarks: Sendable, Equatable {
    /// The last row in which each column stood, to see duplicates in constant time.
    var lastRow: [Int32] = []

    static func == (left: Self, right: Self) -> Bool { true }
}
