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
