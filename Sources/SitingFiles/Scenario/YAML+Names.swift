import Siting

extension YAMLValue {
    /// One name or a list of names, each with its place.
    func names() -> [(text: String, value: YAMLValue)]? {
        let values = isList ? list() ?? [] : [self]
        guard !values.isEmpty else {
            report("\(name) names nothing", help: "name at least one, or leave the key out")
            return nil
        }
        let texts = values.map { $0.string() }
        guard !texts.contains(nil) else { return nil }
        return zip(texts.compactMap(\.self), values).map { ($0, $1) }
    }

    /// Names that must be among those known, which are not checked where they are not given.
    func names(of kind: String, among known: [String]?) -> Set<String>? {
        guard let names = names() else { return nil }
        if let known {
            let all = Set(known)
            for (text, value) in names where !all.contains(text) {
                value.reportUnknown(kind, text, among: known)
            }
        }
        return Set(names.map(\.text))
    }

    /// Records an error at a name that is none of those known.
    ///
    /// - Parameter shown: What to say is known, where that is not simply all there is.
    func reportUnknown(
        _ kind: String, _ text: String, among known: [String], shown: [String]? = nil
    ) {
        report(
            "unknown \(kind) \(quoted(text))", help: didYouMean(text, among: known, shown: shown))
    }
}

/// What was probably meant by a name, or all there are if they are few.
func didYouMean(_ text: String, among known: [String], shown: [String]? = nil) -> String? {
    if let near = suggestion(for: text, among: known) { return "did you mean \(quoted(near))?" }
    let shown = shown ?? (known.count <= 16 ? known : [])
    return shown.isEmpty ? nil : "known here: \(shown.joined(separator: ", "))"
}

extension YAMLMapping {
    /// A number above zero, up to a most that no figure of its kind exceeds.
    func positive(_ key: String, upTo most: Double, required: Bool = false) -> Double? {
        guard let value = value(key, required: required),
            let number = value.number(in: .positive)
        else { return nil }
        guard number <= most else {
            value.report("\(key) must be at most \(plain(most)), not '\(value.text ?? "")'")
            return nil
        }
        return number
    }

    /// The entries whose keys serve as ids elsewhere; other keys are errors and left out.
    func idEntries(_ kind: String, _ diagnostics: DiagnosticCollector) -> [Entry] {
        entries.filter { entry in
            let isWord = entry.key.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_")
            }
            let first = entry.key.utf8.first ?? 0
            if isWord, first >= UInt8(ascii: "a"), entry.key.utf8.count <= 100 { return true }
            diagnostics.error(
                "the name of a \(kind) must be an identifier, not \(quoted(entry.key))",
                at: entry.location, help: "use a-z, 0-9 and _, beginning with a letter"
            )
            return false
        }
    }
}
