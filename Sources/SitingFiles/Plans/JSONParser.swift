/// Parses JSON as RFC 8259 has it and nothing beside it, keeping the place of each value.
///
/// Foundation's decoders tell no place on all systems, and let commas before a bracket and halves of
/// surrogate pairs pass.
struct JSONParser {
    /// What is wrong, and the byte at which.
    struct Problem: Error {
        let offset: Int
        let message: String
        var help: String?
    }

    /// Levels of brackets; no result of ours comes near, and recursion needs an end.
    static let deepest = 64

    let bytes: [UInt8]
    /// The place of the next byte.
    var next = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter bytes: Valid UTF-8.
    static func parse(_ bytes: [UInt8]) throws(Problem) -> JSONNode {
        var parser = JSONParser(bytes)
        parser.skipSpace()
        guard parser.next < bytes.count else {
            throw Problem(offset: 0, message: "the file is empty")
        }
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.next == bytes.count else {
            throw Problem(offset: parser.next, message: "the JSON ends before this")
        }
        return node
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONNode {
        let start = next
        guard depth <= Self.deepest else {
            throw Problem(
                offset: start, message: "the JSON is nested deeper than \(Self.deepest) levels")
        }
        let content: JSONNode.Content
        // The text holds no NUL: it stands for the end.
        switch peek ?? 0 {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            content = .number(try number())
        default: throw expected("a value")
        }
        return JSONNode(content: content, offset: start)
    }

    private mutating func members(
        depth: Int
    ) throws(Problem) -> [(key: String, value: JSONNode)] {
        var members: [(key: String, value: JSONNode)] = []
        var keys: Set<String> = []
        next += 1
        skipSpace()
        if take("}") { return [] }
        repeat {
            skipSpace()
            let start = next
            guard peek == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            let key = try string()
            guard keys.insert(key).inserted else {
                throw Problem(offset: start, message: "duplicate key \(quoted(key))")
            }
            skipSpace()
            guard take(":") else { throw expected("':'") }
            skipSpace()
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw expected("',' or '}'") }
        return members
    }

    private mutating func elements(depth: Int) throws(Problem) -> [JSONNode] {
        var elements: [JSONNode] = []
        next += 1
        skipSpace()
        if take("]") { return [] }
        repeat {
            skipSpace()
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw expected("',' or ']'") }
        return elements
    }

    private mutating func word(
        _ text: StaticString, _ content: JSONNode.Content
    ) throws(Problem) -> JSONNode.Content {
        let letters = text.withUTF8Buffer { Array($0) }
        guard bytes[next...].starts(with: letters) else { throw expected("a value") }
        next += letters.count
        return content
    }

    private mutating func number() throws(Problem) -> Double {
        let start = next
        _ = take("-")
        if !take("0"), !digits() { throw expected("a digit") }
        if take("."), !digits() { throw expected("a digit") }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard digits() else { throw expected("a digit") }
        }
        let text = String(decoding: bytes[start..<next], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw Problem(
                offset: start, message: "\(quoted(text)) is beyond the numbers computed with")
        }
        return value
    }

    /// Whether there was a digit.
    private mutating func digits() -> Bool {
        let start = next
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
        return next > start
    }
}

extension JSONParser {
    var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: mark) else { return false }
        next += 1
        return true
    }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            next += 1
        }
    }

    func expected(_ what: String) -> Problem {
        guard next < bytes.count else {
            return Problem(
                offset: next, message: "the JSON breaks off where \(what) should be",
                help: "write the file again: it is not whole")
        }
        return Problem(offset: next, message: "not valid JSON: \(what) should be here")
    }
}
