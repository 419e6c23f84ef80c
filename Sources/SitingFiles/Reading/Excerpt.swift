import Typesetting

/// A line of a file, cut to what fits a terminal, with a mark under one place in it.
struct Excerpt {
    /// The most terminal columns a line takes.
    static let maximumWidth = 100

    /// The line, with tabs widened, so that it aligns in every terminal.
    let text: String
    /// Spaces, then `^~~~` under the word, number or quoted text at the column.
    let underline: String

    /// - Parameter column: counted from 1 in characters; beyond the line means its end.
    init(line: String, column: Int) {
        let characters = Array(line)
        let caret = min(max(column - 1, 0), characters.count)
        let cells = characters.map(Self.cell)
        let window = Self.window(of: cells, around: caret)
        let cutsStart = window.lowerBound > 0
        let cutsEnd = window.upperBound < cells.count

        var text = cutsStart ? "…" : ""
        for cell in cells[window] { text += cell.text }
        if cutsEnd { text += "…" }
        self.text = text

        let before = cells[window.lowerBound..<caret].reduce(cutsStart ? 1 : 0) { $0 + $1.width }
        let end = min(caret + Self.tokenLength(in: characters, from: caret), window.upperBound)
        let width = cells[caret..<max(caret, end)].reduce(0) { $0 + $1.width }
        underline =
            String(repeating: " ", count: before) + "^"
            + String(repeating: "~", count: max(0, width - 1))
    }

    private static func cell(for character: Character) -> (text: String, width: Int) {
        if character == "\t" { return ("    ", 4) }
        let shown = TerminalStyle.plain.shown(String(character))
        return (shown, DisplayWidth.of(shown))
    }

    /// The characters to show: the whole line, or a part that holds the caret.
    private static func window(
        of cells: [(text: String, width: Int)], around caret: Int
    ) -> Range<Int> {
        let total = cells.reduce(0) { $0 + $1.width }
        guard total > maximumWidth else { return 0..<cells.count }
        let room = maximumWidth - 2  // an ellipsis on either side
        var (start, end, width) = (caret, caret, 0)
        while start > 0, width + cells[start - 1].width <= room / 2 {
            start -= 1
            width += cells[start].width
        }
        while end < cells.count, width + cells[end].width <= room {
            width += cells[end].width
            end += 1
        }
        while start > 0, width + cells[start - 1].width <= room {
            start -= 1
            width += cells[start].width
        }
        return start..<end
    }

    /// How many characters belong to what begins at the caret.
    private static func tokenLength(in characters: [Character], from start: Int) -> Int {
        guard start < characters.count else { return 1 }
        let rest = characters[start...]
        if let quote = rest.first, quote == "\"" || quote == "'" {
            let close = rest.dropFirst().firstIndex(of: quote)
            return (close.map { $0 + 1 } ?? characters.count) - start
        }
        let end = rest.firstIndex { $0.isWhitespace || ",:;#[]{}\"'".contains($0) }
        return max(1, (end ?? characters.count) - start)
    }
}
