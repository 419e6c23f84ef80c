/// The value of an attribute.
public enum SVGValue: Sendable, Equatable {
    /// Escaped when written, so that it may come from a file.
    case text(String)
    /// In pixels, degrees or whatever the attribute measures; written with at most two decimals.
    case number(Double)

    var markup: String {
        switch self {
        case .text(let text): SVGText.escaped(text)
        case .number(let value): SVGNumber.text(value)
        }
    }
}

extension SVGValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(floatLiteral value: Double) { self = .number(value) }
}

/// What an element contains.
public enum SVGNode: Sendable, Equatable {
    case element(SVGElement)
    /// Escaped when written.
    case text(String)
}

/// An element of a drawing: its name, its attributes in the order given, and its content.
///
/// Names are literals of the program and never data; values and text are escaped always.
public struct SVGElement: Sendable, Equatable {
    /// One attribute.
    public struct Attribute: Sendable, Equatable {
        public let name: String
        public let value: SVGValue
    }

    public let name: String
    public private(set) var attributes: [Attribute]
    public private(set) var content: [SVGNode]

    /// An element that contains others or nothing.
    public init(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, SVGValue> = [:],
        _ children: [SVGElement] = []
    ) {
        self.name = "\(name)"
        self.attributes = attributes.map { Attribute(name: "\($0.key)", value: $0.value) }
        content = children.map(SVGNode.element)
    }

    /// An element that contains text.
    public init(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, SVGValue> = [:],
        text: String
    ) {
        self.init(name, attributes)
        content = [.text(text)]
    }

    /// The same element with one attribute more; without it where there is no value.
    func with(_ name: StaticString, _ value: SVGValue?) -> SVGElement {
        guard let value else { return self }
        var result = self
        result.attributes.append(Attribute(name: "\(name)", value: value))
        return result
    }

    /// The element as text on one line, the same for the same element always.
    public var markup: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to text: inout String) {
        text += "<\(name)"
        for attribute in attributes { text += " \(attribute.name)=\"\(attribute.value.markup)\"" }
        if content.isEmpty {
            text += "/>"
            return
        }
        text += ">"
        for node in content {
            switch node {
            case .element(let element): element.write(to: &text)
            case .text(let string): text += SVGText.escaped(string)
            }
        }
        text += "</\(name)>"
    }
}

extension SVGElement {
    /// A group of elements.
    static func group(_ children: [SVGElement]) -> SVGElement {
        SVGElement("g", [:], children)
    }

    /// A group moved to the right and down, in pixels.
    static func group(right: Double, down: Double, _ children: [SVGElement]) -> SVGElement {
        let move = "translate(\(SVGNumber.text(right)),\(SVGNumber.text(down)))"
        return SVGElement("g", ["transform": .text(move)], children)
    }

    /// What a browser shows while the pointer rests on the element that contains it.
    static func tooltip(_ text: String) -> SVGElement {
        SVGElement("title", text: text)
    }

    /// A straight line.
    static func line(
        from start: PlanePoint, to end: PlanePoint, stroke: PaletteRole, width: Double = 1
    ) -> SVGElement {
        SVGElement(
            "line",
            [
                "x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x),
                "y2": .number(end.y), "stroke": .paint(stroke), "stroke-width": .number(width),
            ])
    }

    /// A filled rectangle.
    static func rectangle(_ box: Box, fill: PaletteRole) -> SVGElement {
        SVGElement(
            "rect",
            [
                "x": .number(box.minX), "y": .number(box.minY), "width": .number(box.width),
                "height": .number(box.height), "fill": .paint(fill),
            ])
    }

    /// A filled circle.
    static func circle(_ centre: PlanePoint, radius: Double, fill: PaletteRole) -> SVGElement {
        SVGElement(
            "circle",
            [
                "cx": .number(centre.x), "cy": .number(centre.y), "r": .number(radius),
                "fill": .paint(fill),
            ])
    }
}
