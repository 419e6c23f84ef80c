/// Shares drawn with the characters of a line: thin bars and sparklines.
///
/// A share is one of the longest bar. What is missing, not a number, zero or below draws nothing
/// or the lowest step, what is above one the whole, and what is above zero at least something:
/// figures beside a drawing tell such cases apart, the drawing never fails over them.
public enum TextDrawing {
    /// A bar from the left in eighths of a column, `███▍`; in ASCII in halves, `###=`.
    ///
    /// - Parameter width: The columns of a share of one.
    public static func bar(
        _ share: Double?, width: Int, style: TerminalStyle = .plain
    ) -> String {
        let marks: [Character] = style.ascii ? asciiParts : blockParts
        let steps = step(of: share, among: marks.count * max(0, width))
        let (whole, part) = steps.quotientAndRemainder(dividingBy: marks.count)
        let full = String(repeating: marks[marks.count - 1], count: whole)
        return part == 0 ? full : full + String(marks[part - 1])
    }

    /// One character for each share, as high as it is: `▁▃█`, in ASCII `_-'`.
    ///
    /// The lowest stands for nothing alone, so that a small share is told from it; a missing one is
    /// a gap.
    public static func sparkline(_ shares: [Double?], style: TerminalStyle = .plain) -> String {
        let marks: [Character] = style.ascii ? asciiHeights : blockHeights
        return String(
            shares.map { share -> Character in
                guard let share, !share.isNaN else { return " " }
                return marks[step(of: share, among: marks.count - 1)]
            })
    }

    private static let blockParts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    private static let asciiParts: [Character] = ["=", "#"]
    private static let blockHeights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let asciiHeights: [Character] = ["_", ".", "-", "'"]

    /// A share as a number of steps, 0 to `count`.
    private static func step(of share: Double?, among count: Int) -> Int {
        guard count > 0, let share, share > 0 else { return 0 }
        return max(1, Int((min(1, share) * Double(count)).rounded()))
    }
}
