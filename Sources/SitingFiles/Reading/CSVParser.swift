/// Where a field's text lies in the bytes of its file.
struct CSVField {
    private let start: UInt32
    private let endAndFlag: UInt32
    private static let flag: UInt32 = 1 << 31

    /// - Parameter hasDoubledQuotes: whether `""` in the text stands for one quote.
    init(_ range: Range<Int>, hasDoubledQuotes: Bool = false) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        let end = UInt32(truncatingIfNeeded: range.upperBound)
        endAndFlag = hasDoubledQuotes ? end | Self.flag : end
    }

    var range: Range<Int> { Int(start)..<Int(endAndFlag & ~Self.flag) }
    var hasDoubledQuotes: Bool { endAndFlag & Self.flag != 0 }
}

/// Splits bytes into fields by RFC 4180, strictly, with LF or CR LF between rows.
struct CSVParser {
    /// A mistake in the text, at a byte.
    struct Problem {
        let offset: Int
        let message: String
        let help: String?
    }

    /// All fields, row by row; every row has as many as the first.
    private(set) var fields = ContiguousArray<CSVField>()
    /// The number of fields in the first row; nil before it is complete.
    private(set) var columnCount: Int?
    private(set) var problems: [Problem] = []
    /// Whether reading stopped early, at an open quote or at too many problems.
    private(set) var isCut = false

    private let problemLimit: Int
    private var position = 0

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Precondition: fewer than 2^31 bytes.
    init(_ bytes: [UInt8], problemLimit: Int) {
        self.problemLimit = problemLimit
        bytes.withUnsafeBufferPointer { buffer in
            while position < buffer.count, !isCut {
                if !skipLineBreak(buffer) { readRow(buffer) }
            }
        }
    }

    private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = position
        let firstField = fields.count
        repeat {
            let isQuoted = position < bytes.count && bytes[position] == Self.quote
            let field = isQuoted ? readQuoted(bytes) : readPlain(bytes)
            guard let field, !isCut else { return }
            fields.append(field)
        } while skipComma(bytes)
        _ = skipLineBreak(bytes)

        let count = fields.count - firstField
        guard let columnCount else {
            self.columnCount = count
            return
        }
        guard count != columnCount else { return }
        fields.removeLast(count)
        let noun = count == 1 ? "field" : "fields"
        report(start, "row has \(count) \(noun), the header has \(columnCount)")
    }

    private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVField? {
        let start = position
        var strayQuote: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.comma || byte == Self.lineFeed { break }
            if byte == Self.carriageReturn {
                if isLineBreak(bytes, at: position) { break }
                report(position, "carriage return without a line feed")
            }
            if byte == Self.quote, strayQuote == nil { strayQuote = position }
            position += 1
        }
        if let strayQuote {
            report(
                strayQuote, "quote inside a field that does not begin with one",
                help: "quote the whole field and write each quote in it twice")
        }
        return CSVField(start..<position)
    }

    /// Nil if the quote is never closed.
    private mutating func readQuoted(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVField? {
        let open = position
        var hasDoubledQuotes = false
        position += 1
        while position < bytes.count {
            guard bytes[position] == Self.quote else {
                position += 1
                continue
            }
            let isDoubled = position + 1 < bytes.count && bytes[position + 1] == Self.quote
            guard isDoubled else {
                let field = CSVField((open + 1)..<position, hasDoubledQuotes: hasDoubledQuotes)
                position += 1
                skipToFieldEnd(bytes)
                return field
            }
            hasDoubledQuotes = true
            position += 2
        }
        report(open, "this quote is never closed", help: "end the field with a quote")
        isCut = true
        return nil
    }

    private mutating func skipToFieldEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = position
        while position < bytes.count, bytes[position] != Self.comma,
            !isLineBreak(bytes, at: position)
        {
            position += 1
        }
        guard position > start else { return }
        report(
            start, "text after the closing quote",
            help: "write a quote inside a quoted field twice")
    }

    private func isLineBreak(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        if bytes[offset] == Self.lineFeed { return true }
        return bytes[offset] == Self.carriageReturn && offset + 1 < bytes.count
            && bytes[offset + 1] == Self.lineFeed
    }

    private mutating func skipLineBreak(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard position < bytes.count, isLineBreak(bytes, at: position) else { return false }
        position += bytes[position] == Self.lineFeed ? 1 : 2
        return true
    }

    private mutating func skipComma(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard position < bytes.count, bytes[position] == Self.comma else { return false }
        position += 1
        return true
    }

    private mutating func report(_ offset: Int, _ message: String, help: String? = nil) {
        guard !isCut else { return }
        problems.append(Problem(offset: offset, message: message, help: help))
        isCut = problems.count >= problemLimit
    }
}
