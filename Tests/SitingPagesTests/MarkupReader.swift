/// Tags of an HTML file as a browser would find them; as strict as our own pages must be.
struct MarkupReader {
    struct Tag: Equatable {
        let name: String
        let attributes: [String: String]
        let isEnd: Bool
    }

    enum Problem: Error, Equatable {
        case unfinished(String)
        case unbalanced(String)
    }

    private static let voids: Set<String> = ["meta", "link", "input"]

    let tags: [Tag]

    /// - Throws: Where a tag does not end, or ends what did not begin last.
    init(_ text: String) throws {
        var tags: [Tag] = []
        var open: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            if rest.hasPrefix("!doctype") { continue }
            let (tag, isClosed) = try Self.tag(&rest)
            tags.append(tag)
            if tag.isEnd {
                guard open.popLast() == tag.name else { throw Problem.unbalanced(tag.name) }
            } else if !isClosed, !Self.voids.contains(tag.name) {
                open.append(tag.name)
            }
        }
        guard open.isEmpty else { throw Problem.unbalanced(open.joined(separator: " ")) }
        self.tags = tags
    }

    /// Every value of an attribute, in order.
    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    /// Reads behind `<`, to behind `>`.
    private static func tag(_ rest: inout Substring) throws -> (tag: Tag, isClosed: Bool) {
        let isEnd = rest.hasPrefix("/")
        if isEnd { rest = rest.dropFirst() }
        let name = word(&rest)
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0 == " " }
            if rest.hasPrefix("/>") || rest.hasPrefix(">") { break }
            let key = word(&rest)
            guard !key.isEmpty, rest.hasPrefix("=\"") else { throw Problem.unfinished(name) }
            rest = rest.dropFirst(2)
            guard let end = rest.firstIndex(of: "\"") else { throw Problem.unfinished(key) }
            attributes[key] = String(rest[..<end])
            rest = rest[end...].dropFirst()
        }
        let isClosed = rest.hasPrefix("/>")
        rest = rest.dropFirst(isClosed ? 2 : 1)
        return (Tag(name: name, attributes: attributes, isEnd: isEnd), isClosed)
    }

    private static func word(_ rest: inout Substring) -> String {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" }
        rest = rest[word.endIndex...]
        return String(word)
    }
}
