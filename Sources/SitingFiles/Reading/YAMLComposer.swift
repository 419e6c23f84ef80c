import Yams

/// Turns a YAML text into nodes of our own, through Yams.
struct YAMLComposer {
    /// Everything that is wrong with the text.
    private(set) var problems: [YAMLProblem] = []
    private var text: YAMLScratchText

    /// Yams names one repeated key at a time, so a text is read again to find the next.
    private static let mostRepeats = 20
    private static let largestRepeated = 1 << 18

    /// - Precondition: `YAMLGuard` refuses nothing in the bytes.
    init(_ bytes: [UInt8]) {
        text = YAMLScratchText(bytes)
    }

    /// The root, unless the text is beyond use.
    mutating func compose() -> YAMLNode? {
        while true {
            do {
                return try composeOnce()
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let mark = YAMLMark(context.mark)
                guard text.byteCount <= Self.largestRepeated,
                    text.renamedCount < Self.mostRepeats, text.renameKey(at: mark)
                else {
                    let name = quoted(text.originalKey(names.first ?? "", at: mark))
                    problems.append(YAMLProblem(mark, "the key \(name) is given more than once"))
                    return nil
                }
            } catch {
                problems.append(YAMLProblem(error, in: text))
                return nil
            }
        }
    }

    private mutating func composeOnce() throws -> YAMLNode? {
        // Without rules of its own, Yams leaves all scalars as the text has them.
        let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
            problems.append(YAMLProblem(YAMLMark(line: 1, column: 1), "the file is empty"))
            return nil
        }
        var builder = YAMLTreeBuilder(text: text)
        // Nodes refer to their anchors weakly; the parser owns them.
        let node = withExtendedLifetime(parser) { builder.build(root) }
        problems += builder.problems
        return node
    }
}

extension YAMLMark {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}

extension YAMLProblem {
    /// What Yams found wrong, in our words where Yams is hard to follow.
    fileprivate init(_ error: any Error, in text: YAMLScratchText) {
        switch error as? YamlError {
        case .composer(_, _, let mark, _):
            let help = "keep one document to a file; remove the line '---' and what follows it"
            self.init(YAMLMark(mark), "the file holds a second YAML document", help: help)
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _):
            self.init(problem, context, YAMLMark(mark), in: text)
        default:
            self.init(YAMLMark(line: 1, column: 1), "not valid YAML: \(error)")
        }
    }

    private init(
        _ problem: String, _ context: YamlError.Context?, _ mark: YAMLMark,
        in text: YAMLScratchText
    ) {
        if let column = text.indentingTab(inLine: mark.line) {
            let place = YAMLMark(line: mark.line, column: column)
            self.init(place, "tab used for indentation", help: "use spaces")
            return
        }
        if problem.hasPrefix("Maximum nesting level") {
            self.init(mark, YAMLTreeBuilder.tooDeep)
            return
        }
        var message = "not valid YAML: \(problem)"
        if let context {
            let begin = YAMLMark(context.mark)
            let place = begin == mark ? "" : " that begins in line \(begin.line)"
            message += ", \(context.text)\(place)"
        }
        let isColon = problem.hasPrefix("mapping values are not allowed")
        let help = "check the indentation, and quote a text that holds a colon and a space"
        self.init(mark, message, help: isColon ? help : nil)
    }
}
