public import Siting

/// Keys and values in the order of the file.
///
/// An accessor returns nil without an error where the key is missing, unless it is required, and
/// nil with an error where the value has another type.
public struct YAMLMapping {
    /// A key with its value and the key's own place.
    public struct Entry {
        public let key: String
        public let location: SourceLocation
        public let value: YAMLValue
    }

    private let pairs: [YAMLPair]
    private let value: YAMLValue

    init(pairs: [YAMLPair], value: YAMLValue) {
        self.pairs = pairs
        self.value = value
    }

    public var location: SourceLocation { value.location }
    /// The keys that lead here; empty for the whole file.
    public var path: String { value.path }
    public var keys: [String] { pairs.map(\.key) }
    public var entries: [Entry] { pairs.map(entry) }

    /// Whether the key is there, with or without a value.
    public func has(_ key: String) -> Bool {
        pairs.contains { $0.key == key }
    }

    /// The key, its place and its value.
    public func entry(_ key: String) -> Entry? {
        pairs.first { $0.key == key }.map(entry)
    }

    /// The value of a key; an error at the mapping if it is required and missing.
    public func value(_ key: String, required: Bool = false) -> YAMLValue? {
        if let entry = entry(key) { return entry.value }
        if required {
            report("missing key \(quoted(key))\(path.isEmpty ? "" : " in \(path)")")
        }
        return nil
    }

    public func string(_ key: String, required: Bool = false) -> String? {
        value(key, required: required)?.string()
    }

    public func choice(_ key: String, _ allowed: [String], required: Bool = false) -> String? {
        value(key, required: required)?.choice(allowed)
    }

    public func number(
        _ key: String, in range: NumberRange = .any, required: Bool = false
    ) -> Double? {
        value(key, required: required)?.number(in: range)
    }

    public func percentOrNumber(
        _ key: String, in range: NumberRange = .any, required: Bool = false
    ) -> Double? {
        value(key, required: required)?.percentOrNumber(in: range)
    }

    public func integer(
        _ key: String, in range: NumberRange = .any, required: Bool = false
    ) -> Int? {
        value(key, required: required)?.integer(in: range)
    }

    public func bool(_ key: String, required: Bool = false) -> Bool? {
        value(key, required: required)?.bool()
    }

    public func date(_ key: String, required: Bool = false) -> CalendarDate? {
        value(key, required: required)?.date()
    }

    public func stringList(_ key: String, required: Bool = false) -> [String]? {
        value(key, required: required)?.stringList()
    }

    public func list(_ key: String, required: Bool = false) -> [YAMLValue]? {
        value(key, required: required)?.list()
    }

    public func mapping(_ key: String, required: Bool = false) -> YAMLMapping? {
        value(key, required: required)?.mapping()
    }

    /// Reports every key that is not among the allowed ones, with what was probably meant.
    public func checkKeys(allowed: [String], shown: [String]? = nil) {
        for pair in pairs where !allowed.contains(pair.key) {
            let unknown = UnknownName(
                pair.key, kind: "key", allowed: allowed, shown: shown)
            let location = value.file.location(of: pair.keyMark)
            value.file.diagnostics.error(unknown.message, at: location, help: unknown.help)
        }
    }

    /// Records an error at the mapping.
    public func report(_ message: String, help: String? = nil) {
        value.report(message, help: help)
    }

    private func entry(_ pair: YAMLPair) -> Entry {
        let path = path.isEmpty ? pair.key : "\(path).\(pair.key)"
        let child = YAMLValue(node: pair.value, path: path, key: pair.key, file: value.file)
        return Entry(
            key: pair.key, location: value.file.location(of: pair.keyMark), value: child)
    }
}
