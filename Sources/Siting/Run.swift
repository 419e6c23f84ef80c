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
