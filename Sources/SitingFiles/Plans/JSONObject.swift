import Siting

/// An object of a JSON text, its members by their keys.
///
/// An accessor that finds another type than it is asked for, or nothing, records an error at the place
/// and returns nil.
struct JSONObject {
    private let node: JSONNode
    private let members: [(key: String, value: JSONNode)]
    private let source: SourceText
    private let diagnostics: DiagnosticCollector

    /// `nil`, with an error, where the node is no object.
    init?(_ node: JSONNode, in source: SourceText, into diagnostics: DiagnosticCollector) {
        guard case .object(let members) = node.content else {
            diagnostics.error(
                "this must be an object, not \(node.kind)",
                at: source.location(ofByte: node.offset))
            return nil
        }
        self.node = node
        self.members = members
        self.source = source
        self.diagnostics = diagnostics
    }

    var keys: [String] { members.map(\.key) }

    func has(_ key: String) -> Bool { value(key) != nil }

    func string(_ key: String) -> String? {
        required(key).flatMap { text($0, key) }
    }

    /// `nil` without an error where it is null or not there.
    func optionalString(_ key: String) -> String? {
        given(key).flatMap { text($0, key) }
    }

    func number(_ key: String) -> Double? {
        required(key).flatMap { number($0, key) }
    }

    func optionalNumber(_ key: String) -> Double? {
        given(key).flatMap { number($0, key) }
    }

    /// A count.
    func integer(_ key: String) -> Int? {
        guard let node = required(key), let value = number(node, key) else { return nil }
        // Doubles hold whole numbers up to here.
        guard value >= 0, value <= 0x1p53, let whole = Int(exactly: value) else {
            report("\(key) must be a whole number", at: node)
            return nil
        }
        return whole
    }

    func bool(_ key: String) -> Bool? {
        guard let node = required(key) else { return nil }
        if case .bool(let value) = node.content { return value }
        return refuse(node, key, "true or false")
    }

    /// One of some words.
    func choice<Word: RawRepresentable>(_ key: String) -> Word?
    where Word.RawValue == String {
        guard let node = required(key), let text = text(node, key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        report("\(key) can't be \(quoted(text))", at: node)
        return nil
    }

    /// `nil` without an error where it is null.
    func object(_ key: String) -> JSONObject? {
        guard let node = required(key), !node.isNull else { return nil }
        return JSONObject(node, in: source, into: diagnostics)
    }

    /// The objects of a list; none where it is null or not there, and those of another type reported.
    func optionalObjects(_ key: String) -> [JSONObject]? {
        given(key).flatMap { objects($0, key) }
    }

    func objects(_ key: String) -> [JSONObject] {
        required(key).flatMap { objects($0, key) } ?? []
    }

    func strings(_ key: String) -> [String] {
        guard let node = required(key) else { return [] }
        guard case .array(let elements) = node.content else {
            return refuse(node, key, "a list") ?? []
        }
        return elements.compactMap { text($0, key) }
    }

    /// Records an error at a member, or at the object where it has no such.
    func report(_ message: String, at key: String, help: String? = nil) {
        report(message, at: value(key) ?? node, help: help)
    }
}

extension JSONObject {
    private func value(_ key: String) -> JSONNode? { members.first { $0.key == key }?.value }

    private func given(_ key: String) -> JSONNode? {
        value(key).flatMap { $0.isNull ? nil : $0 }
    }

    private func required(_ key: String) -> JSONNode? {
        if let value = value(key) { return value }
        report("the key \(quoted(key)) is missing", at: node)
        return nil
    }

    private func text(_ node: JSONNode, _ key: String) -> String? {
        if case .string(let text) = node.content { return text }
        return refuse(node, key, "a text")
    }

    private func number(_ node: JSONNode, _ key: String) -> Double? {
        if case .number(let value) = node.content { return value }
        return refuse(node, key, "a number")
    }

    private func objects(_ node: JSONNode, _ key: String) -> [JSONObject]? {
        guard case .array(let elements) = node.content else { return refuse(node, key, "a list") }
        return elements.compactMap { JSONObject($0, in: source, into: diagnostics) }
    }

    private func refuse<Value>(_ node: JSONNode, _ key: String, _ wanted: String) -> Value? {
        report("\(key) must be \(wanted), not \(node.kind)", at: node)
        return nil
    }

    private func report(_ message: String, at node: JSONNode, help: String? = nil) {
        // A file of another shape is wrong in every row, and a place in a long line takes time to count.
        guard diagnostics.errorCount < DiagnosticRenderer.limit else { return }
        diagnostics.error(message, at: source.location(ofByte: node.offset), help: help)
    }
}

extension JSONNode {
    fileprivate var isNull: Bool {
        if case .null = content { return true }
        return false
    }
}
