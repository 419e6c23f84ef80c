/// A place in an input file, carried by everything a planner wrote so that answers can point back.
public struct SourceLocation: Sendable, Hashable {
    /// The path as the planner gave it.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    public var description: String { "\(file):\(line):\(column)" }

    /// The file's own name and the line: where a figure was written, for a report that others read.
    public var nameAndLine: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return "\(name):\(line)"
    }
}
