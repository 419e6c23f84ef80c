public import Siting

/// The text of one input file: valid UTF-8 bytes with access by line.
public struct SourceText: Sendable {
    /// The path as the planner gave it.
    public let file: String
    /// The bytes after a byte order mark; UTF-8 without NUL.
    public let bytes: [UInt8]
    /// Whether a byte order mark came before the bytes.
    let hasByteOrderMark: Bool
    /// Whether every character is one byte, so that columns are byte offsets.
    let isASCII: Bool
    private let lineStarts: [Int]

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Checks bytes that were read from a file.
    ///
    /// Bytes that are not UTF-8 and NUL bytes are errors, located at the byte. The text is
    /// registered with the collector, so that problems can show its lines.
    public init?(file: String, bytes: [UInt8], into diagnostics: DiagnosticCollector) {
        self.file = file
        hasByteOrderMark = bytes.starts(with: Self.byteOrderMark)
        let bytes = hasByteOrderMark ? Array(bytes.dropFirst(Self.byteOrderMark.count)) : bytes
        self.bytes = bytes
        var lineStarts = [0]
        var firstNUL: Int?
        var high: UInt8 = 0
        bytes.withUnsafeBufferPointer { buffer in
            for (offset, byte) in buffer.enumerated() {
                high |= byte
                if byte == UInt8(ascii: "\n") { lineStarts.append(offset + 1) }
                if byte == 0, firstNUL == nil { firstNUL = offset }
            }
        }
        self.lineStarts = lineStarts
        isASCII = high < 0x80
        if let offset = isASCII ? nil : Self.firstInvalidByte(in: bytes) {
            let value = String(bytes[offset], radix: 16, uppercase: true)
            diagnostics.error(
                "the text is not UTF-8: byte 0x\(value) is out of place",
                at: location(ofByte: offset), help: "save the file as UTF-8")
            return nil
        }
        if let firstNUL {
            diagnostics.error(
                "the file holds a NUL byte", at: location(ofByte: firstNUL),
                help: "give a plain text file, as UTF-8")
            return nil
        }
        diagnostics.register(self)
    }

    /// Takes a text that is already in memory.
    public init?(file: String, text: String, into diagnostics: DiagnosticCollector) {
        self.init(file: file, bytes: Array(text.utf8), into: diagnostics)
    }

    /// How many lines there are; what follows the last line break counts if it is not empty.
    public var lineCount: Int {
        let hasRest = (lineStarts.last ?? 0) < bytes.count
        return hasRest ? lineStarts.count : lineStarts.count - 1
    }

    /// One line without its line break, counted from 1; empty beyond the end.
    public func line(_ number: Int) -> String {
        String(decoding: bytes[byteRange(ofLine: number)], as: UTF8.self)
    }

    /// Where a byte is; takes time in proportion to the byte's distance from its line's start.
    public func location(ofByte offset: Int) -> SourceLocation {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let before = bytes[lineStarts[low]..<min(max(offset, lineStarts[low]), bytes.count)]
        return SourceLocation(file: file, line: low + 1, column: before.characterCount + 1)
    }

    /// The line to print under a problem, unless it is missing or too long to be one.
    func lineToShow(_ number: Int) -> String? {
        let longest = 262_144
        guard (1...lineStarts.count).contains(number),
            byteRange(ofLine: number).count <= longest
        else { return nil }
        return line(number)
    }

    /// A line's bytes without LF or CR LF.
    func byteRange(ofLine number: Int) -> Range<Int> {
        guard (1...lineStarts.count).contains(number) else { return 0..<0 }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

extension ArraySlice<UInt8> {
    /// How many characters the bytes hold as UTF-8.
    fileprivate var characterCount: Int {
        allSatisfy { $0 < 0x80 } ? count : String(decoding: self, as: UTF8.self).count
    }
}
