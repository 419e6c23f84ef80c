@testable import Charting

/// A seeded sequence of numbers (Knuth's MMIX constants), so that random tests repeat.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}

extension SVGElement {
    /// This element and all inside it.
    var descendants: [SVGElement] {
        let children = content.flatMap { node -> [SVGElement] in
            if case .element(let element) = node { element.descendants } else { [] }
        }
        return [self] + children
    }

    /// The text directly inside.
    var words: String {
        content.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    func text(_ name: String) -> String? {
        guard case .text(let text)? = attributes.first(where: { $0.name == name })?.value
        else { return nil }
        return text
    }

    func number(_ name: String) -> Double? {
        guard case .number(let value)? = attributes.first(where: { $0.name == name })?.value
        else { return nil }
        return value
    }
}

extension ChartDrawing {
    /// All elements of a kind, filled with a colour where one is given.
    func all(_ name: String, filled role: PaletteRole? = nil) -> [SVGElement] {
        elements.flatMap(\.descendants).filter {
            $0.name == name && (role == nil || $0.text("fill") == role?.css)
        }
    }
}

/// A line of text of a drawing and the box it covers, by the estimate of text widths.
struct DrawnText {
    let words: String
    let box: Box

    init(_ element: SVGElement, right: Double, down: Double) {
        let style = TextStyle(
            size: element.number("font-size") ?? 0, isBold: element.text("font-weight") != nil)
        let width = TextMeasure.width(element.words, style)
        let x = (element.number("x") ?? .nan) + right
        let middle = (element.number("y") ?? .nan) + down - style.baselineDrop
        let start =
            switch element.text("text-anchor") {
            case "end": x - width
            case "middle": x - width / 2
            default: x
            }
        words = element.words
        box = Box(
            minX: start, minY: middle - style.lineHeight / 2, width: width,
            height: style.lineHeight)
    }
}

extension ChartDrawing {
    /// All lines of text but those that a site of a map shows in turn, in one place.
    var texts: [DrawnText] { elements.flatMap { Self.texts($0, right: 0, down: 0) } }

    private static func texts(_ element: SVGElement, right: Double, down: Double) -> [DrawnText] {
        if element.text("class") == "chart-readout" { return [] }
        if element.name == "text" { return [DrawnText(element, right: right, down: down)] }
        let move = element.text("transform").map { $0.split { "(,)".contains($0) } } ?? []
        let right = right + (move.count > 2 ? Double(move[1]) ?? .nan : 0)
        let down = down + (move.count > 2 ? Double(move[2]) ?? .nan : 0)
        return element.content.flatMap { node -> [DrawnText] in
            if case .element(let child) = node {
                texts(child, right: right, down: down)
            } else {
                []
            }
        }
    }
}
