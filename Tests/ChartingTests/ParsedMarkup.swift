import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What an XML parser that shares nothing with the charts reads in a drawing.
final class ParsedMarkup: NSObject, XMLParserDelegate {
    /// Nil for well-formed XML.
    private(set) var problem: String?
    /// Of all elements, in order.
    private(set) var names: [String] = []
    private(set) var ids: [String] = []

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse() {
            problem =
                "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "?")"
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        names.append(elementName)
        if let id = attributes["id"] { ids.append(id) }
    }
}
