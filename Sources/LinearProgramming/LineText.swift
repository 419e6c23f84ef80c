/// Text under construction, in lines of at most 255 bytes: longer ones break at a space.
struct LineText {
    private(set) var bytes: [UInt8] = []
    private var lineStart = 0
    /// Where the line may still break; never past a space already handed on.
    private var lastSpace = 0

    private static let lineLimit = 255
    private static let chunk = 1 << 16

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

    /// The shortest decimal that reads back as the same number.
    mutating func append(_ number: Double) {
        if number.rounded(.towardZero) == number, abs(number) < 1e15 {
            bytes.append(contentsOf: Int(number).description.utf8)
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
    }

    mutating func space() {
        wrap()
        lastSpace = bytes.count
        bytes.append(UInt8(ascii: " "))
    }

    mutating func line(_ text: StaticString) {
        append(text)
        endLine()
    }

    mutating func endLine() {
        wrap()
        bytes.append(UInt8(ascii: "\n"))
        lineStart = bytes.count
        lastSpace = lineStart
    }

    /// Hands the text so far to a sink once it fills a chunk, or at any size when it is the last.
    mutating func drain<Failure: Error>(
        last: Bool = false, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard last || bytes.count >= Self.chunk else { return }
        wrap()
        try sink(bytes)
        lineStart -= bytes.count
        lastSpace = lineStart
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func wrap() {
        guard bytes.count - lineStart > Self.lineLimit, lastSpace > lineStart else { return }
        bytes[lastSpace] = UInt8(ascii: "\n")
        lineStart = lastSpace + 1
    }
}
