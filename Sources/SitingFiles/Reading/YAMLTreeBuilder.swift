import Yams

/// Copies a tree of Yams into our own, checks its keys and expands its aliases, within limits.
struct YAMLTreeBuilder {
    static let maximumDepth = 64
    static let maximumNodes = 500_000
    static let tooDeep = "nested more than \(maximumDepth) levels deep"

    private(set) var problems: [YAMLProblem] = []
    private let text: YAMLScratchText
    /// The values so far, as many times as aliases repeat them.
    private var nodeCount = 0
    private var anchors: [String: (node: YAMLNode, height: Int, count: Int)] = [:]
    /// Where the tree came from last, for nodes that Yams gives no place.
    private var mark = YAMLMark(line: 1, column: 1)

    init(text: YAMLScratchText) {
        self.text = text
    }

    /// Our tree; nil where it would be too deep or too large.
    mutating func build(_ root: Node) -> YAMLNode? {
        do throws(YAMLProblem) {
            return try copy(root, depth: 1).node
        } catch {
            problems.append(error)
            return nil
        }
    }

    private mutating func copy(
        _ node: Node, depth: Int
    ) throws(YAMLProblem) -> (node: YAMLNode, height: Int) {
        let mark = place(of: node)
        if let name = alias(node) { return try expand(name, at: mark, depth: depth) }
        let countBefore = nodeCount
        try enter(nodes: 1, depth: depth, at: mark)
        checkTag(of: node, at: mark)
        var height = 1
        let content: YAMLNode.Content
        switch node {
        case .sequence(let items):
            var list: [YAMLNode] = []
            for item in items {
                let copied = try copy(item, depth: depth + 1)
                list.append(copied.node)
                height = max(height, copied.height + 1)
            }
            content = .list(list)
        case .mapping(let mapping):
            let copied = try pairs(of: mapping, depth: depth)
            content = .mapping(copied.pairs)
            height = copied.height + 1
        case .scalar, .alias:
            content = scalar(node)
        }
        let copied = YAMLNode(mark: mark, content: content)
        if let anchor = node.anchor?.rawValue {
            anchors[anchor] = (copied, height, nodeCount - countBefore)
        }
        return (copied, height)
    }

    private mutating func pairs(
        of mapping: Node.Mapping, depth: Int
    ) throws(YAMLProblem) -> (pairs: [YAMLPair], height: Int) {
        var pairs: [YAMLPair] = []
        var height = 0
        var lines: [String: Int] = [:]
        for (keyNode, valueNode) in mapping {
            let keyMark = place(of: keyNode)
            guard let key = key(of: keyNode, at: keyMark) else { continue }
            if let line = lines[key] {
                let help = "it is already given in line \(line)"
                let message = "duplicate key \(quoted(key))"
                problems.append(YAMLProblem(keyMark, message, help: help))
                continue
            }
            lines[key] = keyMark.line
            let value = try copy(valueNode, depth: depth + 1)
            pairs.append(YAMLPair(key: key, keyMark: keyMark, value: value.node))
            height = max(height, value.height)
        }
        return (pairs, height)
    }

    /// The value that an alias stands for, placed where the alias is.
    private mutating func expand(
        _ name: String, at mark: YAMLMark, depth: Int
    ) throws(YAMLProblem) -> (node: YAMLNode, height: Int) {
        guard let target = anchors[name] else {
            let help = "write '&' and its name before a value above the place where it is used"
            throw YAMLProblem(mark, "nothing has the anchor \(quoted(name))", help: help)
        }
        try enter(nodes: target.count, depth: depth + target.height - 1, at: mark)
        return (YAMLNode(mark: mark, content: target.node.content), target.height)
    }

    private mutating func enter(
        nodes: Int, depth: Int, at mark: YAMLMark
    ) throws(YAMLProblem) {
        guard depth <= Self.maximumDepth else { throw YAMLProblem(mark, Self.tooDeep) }
        nodeCount += nodes
        guard nodeCount <= Self.maximumNodes else {
            let message = "the file expands to more than \(Self.maximumNodes) values"
            throw YAMLProblem(mark, message, help: "use fewer aliases; move tables into CSV files")
        }
    }

    private mutating func key(of node: Node, at mark: YAMLMark) -> String? {
        func refuse(_ message: String, help: String? = nil) {
            problems.append(YAMLProblem(mark, message, help: help))
        }
        guard case .scalar(let scalar) = node, alias(node) == nil else {
            refuse("a key must be text, not a list, a mapping or an alias")
            return nil
        }
        let key = text.originalKey(scalar.string, at: mark)
        if key.isEmpty {
            refuse("a key must not be empty")
            return nil
        }
        if key == "<<", scalar.style == .plain {
            let help = "repeat the keys, or use an alias for the whole value"
            refuse("merge keys are not supported", help: help)
            return nil
        }
        return key
    }

    /// The name in an alias: no other plain text can begin with its star.
    private func alias(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node, scalar.style == .plain,
            scalar.string.unicodeScalars.first == YAMLScratchText.star
        else { return nil }
        return text.original(String(scalar.string.unicodeScalars.dropFirst()))
    }

    private func scalar(_ node: Node) -> YAMLNode.Content {
        guard case .scalar(let scalar) = node else { return .null }
        guard scalar.style == .plain else { return .quoted(text.original(scalar.string)) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .null
        default: return .plain(text.original(scalar.string))
        }
    }

    /// Tags of the core schema say nothing that the reader would not find out.
    private mutating func checkTag(of node: Node, at mark: YAMLMark) {
        let tag = node.tag.rawValue
        let core = ["", "!", "str", "int", "float", "bool", "null", "seq", "map"]
        let prefix = "tag:yaml.org,2002:"
        let name = tag.hasPrefix(prefix) ? String(tag.dropFirst(prefix.count)) : tag
        guard !core.contains(name) else { return }
        let message = "the tag \(quoted(name)) is not supported"
        problems.append(YAMLProblem(mark, message, help: "remove it"))
    }

    private mutating func place(of node: Node) -> YAMLMark {
        if let found = node.mark { mark = YAMLMark(found) }
        return mark
    }
}
