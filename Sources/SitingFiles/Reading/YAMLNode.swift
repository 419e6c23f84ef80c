/// A place in a YAML text, both counted from 1; the column in Unicode scalars, as libyaml counts.
struct YAMLMark: Sendable, Hashable {
    let line: Int
    let column: Int
}

/// One value of a YAML file, with aliases replaced by what they stand for.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        /// Nothing, `~` or `null`.
        case null
        /// A text without quotes, which may be meant as a number.
        case plain(String)
        /// A text in quotes or a block of text.
        case quoted(String)
        case list([YAMLNode])
        case mapping([YAMLPair])
    }

    let mark: YAMLMark
    let content: Content
}

/// A key and its value.
struct YAMLPair: Sendable {
    let key: String
    let keyMark: YAMLMark
    let value: YAMLNode
}

/// A mistake in a YAML text.
struct YAMLProblem: Error, Sendable {
    let mark: YAMLMark
    let message: String
    let help: String?

    init(_ mark: YAMLMark, _ message: String, help: String? = nil) {
        self.mark = mark
        self.message = message
        self.help = help
    }
}
