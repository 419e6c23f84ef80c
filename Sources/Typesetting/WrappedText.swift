/// A paragraph broken into lines of a terminal.
public enum WrappedText {
    /// The lines of a paragraph, at most `width` columns wide, indents included.
    ///
    /// Lines break at white space and beside wide characters, whose scripts have no spaces. A word
    /// wider than a line stays whole on one of its own, so that a path can be copied. Control
    /// characters are replaced as ``TerminalStyle/shown(_:)`` does: style the lines afterwards.
    ///
    /// - Parameters:
    ///   - indent: Stands before the first line.
    ///   - hangingIndent: Stands before every further line.
    public static func lines(
        _ paragraph: String, width: Int, indent: String = "", hangingIndent: String = "",
        style: TerminalStyle = .plain
    ) -> [String] {
        var lines: [String] = []
        var line = indent
        var used = DisplayWidth.of(indent)
        var isFresh = true
        for piece in pieces(of: paragraph, style: style) {
            let size = DisplayWidth.of(piece.text)
            let gap = piece.followsSpace && !isFresh ? 1 : 0
            if !isFresh, used + gap + size > width {
                lines.append(line)
                line = hangingIndent + piece.text
                used = DisplayWidth.of(hangingIndent) + size
            } else {
                line += (gap == 1 ? " " : "") + piece.text
                used += gap + size
            }
            isFresh = false
        }
        return isFresh ? lines : lines + [line]
    }

    /// The same as one text, its last line ended by a line break; empty for an empty paragraph.
    public static func text(
        _ paragraph: String, width: Int, indent: String = "", hangingIndent: String = "",
        style: TerminalStyle = .plain
    ) -> String {
        lines(
            paragraph, width: width, indent: indent, hangingIndent: hangingIndent, style: style
        ).map { $0 + "\n" }.joined()
    }

    private struct Piece {
        var text: String
        let followsSpace: Bool
    }

    /// The parts between which a line may break.
    private static func pieces(of paragraph: String, style: TerminalStyle) -> [Piece] {
        paragraph.split { $0 == " " || $0 == "\t" || $0.isNewline }.flatMap { word in
            var pieces: [Piece] = []
            var endsWide = false
            for character in style.shown(String(word)) {
                let isWide = DisplayWidth.of(character) == 2
                if pieces.isEmpty || isWide || endsWide {
                    let piece = Piece(text: String(character), followsSpace: pieces.isEmpty)
                    pieces.append(piece)
                } else {
                    pieces[pieces.count - 1].text.append(character)
                }
                endsWide = isWide
            }
            return pieces
        }
    }
}
