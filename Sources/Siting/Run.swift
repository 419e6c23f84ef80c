/// What made a result, and from what: enough to make it again.
public struct Run: Sendable, Equatable {
    /// Name and version, such as `sitewise 0.1.0`.
    public var program: String
    /// The words of the command, the program's name first.
    public var command: [String]

    public init(program: String, command: [String]) {
        self.program = program
        self.command = command
    }

    /// The command as it is typed into a POSIX shell.
    public var commandLine: String { command.map(Self.shellWord).joined(separator: " ") }

    /// A word as a POSIX shell takes it: in single quotes unless it needs none.
    private static func shellWord(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-_./,:=%+@".utf8.contains(byte)
                }
            }
        if isPlain { return word }
        let quoted = word.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "'\\''")
        return "'\(quoted)'"
    }
}

/// A file that a scenario was read from, and what was in it.
public struct InputFile: Sendable, Hashable {
    /// Its path as reports show it: relative to the scenario's folder, or `catalog/` and the name of
    /// one of the catalogue's tables.
    public let name: String
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    public let sha256: String

    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}
