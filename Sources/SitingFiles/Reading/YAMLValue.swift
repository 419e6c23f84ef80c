public import Siting

/// A value in a YAML file, where it is and under which keys.
///
/// An accessor that finds another type than it is asked for records an error and returns nil.
public struct YAMLValue {
    let node: YAMLNode
    let file: YAMLFile
    /// The keys that lead here, as in `services.assistant.max_rtt_ms` or `markets[2]`.
    public let path: String
    /// What messages call the value: its key.
    public let name: String

    init(node: YAMLNode, path: String, key: String, file: YAMLFile) {
        self.node = node
        self.path = path
        self.file = file
        name = key
    }

    public var location: SourceLocation { file.location(of: node.mark) }

    /// Whether nothing, `~` or `null` is written.
    public var isNull: Bool {
        if case .null = node.content { true } else { false }
    }

    public var isList: Bool {
        if case .list = node.content { true } else { false }
    }

    public var isMapping: Bool {
        if case .mapping = node.content { true } else { false }
    }

    /// The text of anything but a list, a mapping or nothing, quoted or not, without an error.
    public var text: String? {
        switch node.content {
        case .plain(let text), .quoted(let text): text
        case .null, .list, .mapping: nil
        }
    }

    /// A text that is not empty, quoted or not.
    public func string() -> String? {
        guard let text, !text.isEmpty else {
            reportType("be text")
            return nil
        }
        return text
    }

    /// One of a few words.
    public func choice(_ allowed: [String]) -> String? {
        guard let text = string() else { return nil }
        if allowed.contains(text) { return text }
        let near = suggestion(for: text, among: allowed)
        let list = allowed.joined(separator: ", ")
        reportType("be one of \(list)", help: near.map { "did you mean \(quoted($0))?" })
        return nil
    }

    /// `true` or `false`.
    public func bool() -> Bool? {
        if case .plain(let text) = node.content {
            switch text {
            case "true", "True", "TRUE": return true
            case "false", "False", "FALSE": return false
            default: break
            }
        }
        reportType("be true or false")
        return nil
    }

    /// A day as `YYYY-MM-DD`.
    public func date() -> CalendarDate? {
        if let date = text.flatMap(CalendarDate.init) { return date }
        reportType("be a date such as 2026-02-01")
        return nil
    }

    /// A day of every year as `MM-DD`.
    public func yearDay() -> YearDay? {
        if let day = text.flatMap(YearDay.init) { return day }
        reportType(YearDay.requirement, help: text.flatMap(YearDay.help))
        return nil
    }

    /// One text, or a list of texts.
    public func stringList() -> [String]? {
        guard case .list = node.content else {
            guard let text, !text.isEmpty else {
                reportType("be text or a list of texts")
                return nil
            }
            return [text]
        }
        let texts = list()?.map { $0.string() } ?? []
        return texts.contains(nil) ? nil : texts.compactMap(\.self)
    }

    public func list() -> [YAMLValue]? {
        guard case .list(let nodes) = node.content else {
            reportType("be a list")
            return nil
        }
        return nodes.enumerated().map { index, node in
            let part = "[\(index)]"
            return YAMLValue(node: node, path: path + part, key: name + part, file: file)
        }
    }

    public func mapping() -> YAMLMapping? {
        guard case .mapping(let pairs) = node.content else {
            reportType("be a mapping of keys to values")
            return nil
        }
        return YAMLMapping(pairs: pairs, value: self)
    }

    /// Records an error at the value.
    public func report(_ message: String, help: String? = nil) {
        file.diagnostics.error(message, at: location, help: help)
    }

    /// Records that the value, by its key, must be something else.
    func reportType(_ requirement: String, help: String? = nil) {
        report("\(name) must \(requirement), not \(description)", help: help)
    }

    /// What is there instead, after "not".
    private var description: String {
        switch node.content {
        case .null: "empty"
        case .plain(let text): quoted(text)
        case .quoted(let text): text.isEmpty ? "empty text" : "the text \(quoted(text))"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
