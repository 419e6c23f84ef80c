/// Lines taken from an output. A line that starts with `[...` stands for any lines left out; between
/// two others, before the first and after the last, nothing may be missing.
struct Excerpt {
    let lines: [String]

    /// A shown line, and what stands in its place.
    struct Difference: Equatable, CustomStringConvertible {
        let shown: String?
        let printed: String?

        var description: String {
            let lines = [("shown:  ", shown), ("printed:", printed)]
            return lines.map { "\n  \($0) \($1.map { "|\($0)|" } ?? "(end)")" }.joined()
        }
    }

    /// The first line that differs from the outputs of some runs, one after the other.
    ///
    /// Parts between elisions are looked for in order, each at the first place that holds it: if any
    /// choice of places fits, this one does.
    func difference(from outputs: [String]) -> Difference? {
        let printed = outputs.flatMap { Self.settled(Self.lines(of: $0)) }
        let parts = Self.settled(lines)
            .split(omittingEmptySubsequences: false) { $0.hasPrefix("[...") }
        var next = 0
        for (index, part) in parts.enumerated() {
            let last = max(next, printed.count - part.count)
            let places = index == 0 ? 0...0 : index == parts.count - 1 ? last...last : next...last
            var best = (start: places.lowerBound, matched: -1)
            for start in places where best.matched < part.count {
                let matched = zip(part, printed.dropFirst(start)).prefix { $0 == $1 }.count
                if matched > best.matched { best = (start, matched) }
            }
            next = best.start + best.matched
            if best.matched < part.count {
                return Difference(
                    shown: part[part.startIndex + best.matched],
                    printed: next < printed.count ? printed[next] : nil)
            }
        }
        // An output without elisions ends where the excerpt does.
        return next == printed.count || parts.count > 1
            ? nil : Difference(shown: nil, printed: printed[next])
    }

    /// The lines of a text, the last of which ends like the others.
    private static func lines(of text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return text.hasSuffix("\n") ? lines.dropLast() : lines
    }

    /// The lines with a certificate on one line, without its residuals: they are rounding noise,
    /// which differs between machines and so wraps differently.
    private static func settled(_ lines: [String]) -> [String] {
        var settled: [String] = []
        var isCertificate = false
        for line in lines {
            if line.isEmpty || line.hasPrefix("[...") { isCertificate = false }
            if isCertificate, let start = settled.popLast() {
                settled.append("\(start) \(line)")
            } else {
                settled.append(line)
            }
            if line.hasPrefix("Certificate: ") { isCertificate = true }
        }
        return settled.map { line in
            guard line.hasPrefix("Certificate: ") else { return line }
            let residual = /(primal|dual|complementarity|gap) [\d.×⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/
            return line.replacing(residual) { $0.output.1 }
        }
    }
}
