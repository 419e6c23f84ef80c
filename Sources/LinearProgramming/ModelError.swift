/// A mistake in building a model. It is the formulation's, never the planner's.
public enum ModelError: Error, Sendable, Equatable {
    case badName(String)
    case duplicateBlock(String)
    case duplicateLabel(dimension: String, label: String)
    case blockClosed(String)
    case wrongIndexCount(block: String, given: Int, declared: Int)
    case indexOutOfRange(block: String, dimension: String, index: Int)
    case duplicateMember(String)
    case membersOutOfOrder(block: String, after: String)
    case duplicateColumn(column: String, row: String)
    case unknownColumn(Int)
    case notFinite(what: String, value: Double)
    case emptyBounds(name: String, lower: Double, upper: Double)
}

extension ModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badName(let name):
            "'\(name)' is no name for a block or label: use letters, digits, '_', '-' and '.'"
        case .duplicateBlock(let name):
            "block '\(name)' is declared twice"
        case .duplicateLabel(let dimension, let label):
            "label '\(label)' stands twice in dimension '\(dimension)'"
        case .blockClosed(let name):
            "block '\(name)' can't grow after a later block has members"
        case .wrongIndexCount(let block, let given, let declared):
            "block '\(block)' has \(declared) indices, \(given) were given"
        case .indexOutOfRange(let block, let dimension, let index):
            "index \(index) lies outside dimension '\(dimension)' of block '\(block)'"
        case .duplicateMember(let name):
            "'\(name)' is added twice"
        case .membersOutOfOrder(let block, let after):
            "members of block '\(block)' must rise in index order; one after \(after) does not"
        case .duplicateColumn(let column, let row):
            "column '\(column)' stands twice in \(row)"
        case .unknownColumn(let column):
            "column number \(column) does not exist"
        case .notFinite(let what, let value):
            "\(what) is \(value), not a finite number"
        case .emptyBounds(let name, let lower, let upper):
            "'\(name)' can't be at least \(lower) and at most \(upper)"
        }
    }
}
