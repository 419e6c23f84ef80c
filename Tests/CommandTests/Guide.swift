import Foundation

/// A page of documentation, read for the outputs that it shows.
struct Guide: Sendable {
    let name: String
    let text: String

    /// A fenced block of code.
    struct Block: Sendable {
        let kind: String
        /// The number of its first line in the page, from 1.
        let line: Int
        let lines: [String]
        /// What stands between the block before it and this one.
        let above: [String]
    }

    /// A block of output and the block of shell commands that it directly follows, if it does.
    struct Output: Sendable {
        let place: String
        let block: Block
        let script: Block?
        /// Files that the page gives, by name.
        let files: [String: String]

        /// The arguments of each command; empty where one of them does not run sitewise.
        var commands: [[String]] {
            let all = (script?.lines ?? []).filter { !$0.isEmpty }.map(Self.words)
            let isOurs = all.allSatisfy { ["sitewise", "Scripts/sitewise"].contains($0.first) }
            return isOurs ? all.map { Array($0.dropFirst()) } : []
        }

        /// The commands one by one, or all together where they hand each other files.
        var runs: [Run] {
            let makesFiles = commands.contains { $0.contains("-o") }
            let scripts = makesFiles ? [commands] : commands.map { [$0] }
            return scripts.map { script in
                let names = Set(script.joined())
                return Run(files: files.filter { names.contains($0.key) }, commands: script)
            }
        }

        /// The words of a command line before a comment.
        private static func words(_ line: String) -> [String] {
            line.split(separator: " ").prefix { !$0.hasPrefix("#") }.map(String.init)
        }
    }

    /// Commands that run one after the other in one folder.
    struct Run: Hashable {
        let files: [String: String]
        let commands: [[String]]
    }

    /// Blocks such as ` ```yaml before.yaml `, by the name of the file that they show.
    var files: [String: String] {
        blocks.reduce(into: [:]) { files, block in
            let words = block.kind.split(separator: " ").map(String.init)
            guard words.count == 2 else { return }
            files[words[1]] = block.lines.map { $0 + "\n" }.joined()
        }
    }

    /// The README and every page of Guides.
    static func all() throws -> [Guide] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let guides = try names(in: root.appendingPathComponent("Guides").path)
            .filter { $0.hasSuffix(".md") }.map { "Guides/\($0)" }
        return try (["README.md"] + guides).map { name in
            let page = root.appendingPathComponent(name)
            return Guide(name: name, text: try String(contentsOf: page, encoding: .utf8))
        }
    }

    var blocks: [Block] {
        var blocks: [Block] = []
        var above: [String] = []
        let lines = text.components(separatedBy: "\n")
        var next = 0
        while next < lines.count {
            defer { next += 1 }
            guard lines[next].hasPrefix("```") else {
                above.append(lines[next])
                continue
            }
            let kind = String(lines[next].dropFirst(3))
            let inside = Array(lines[(next + 1)...].prefix { $0 != "```" })
            blocks.append(Block(kind: kind, line: next + 2, lines: inside, above: above))
            next += inside.count + 1
            above = []
        }
        return blocks
    }

    var outputs: [Output] {
        let (blocks, files) = (blocks, files)
        return blocks.indices.filter { blocks[$0].kind == "text" }.map { index in
            let follows = index > 0 && blocks[index].above.allSatisfy(\.isEmpty)
            let before = follows && blocks[index - 1].kind == "sh" ? blocks[index - 1] : nil
            return Output(
                place: "\(name):\(blocks[index].line)", block: blocks[index], script: before,
                files: files)
        }
    }
}
