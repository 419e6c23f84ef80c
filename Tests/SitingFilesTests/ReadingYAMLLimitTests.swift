import Siting
import SitingFiles
import Testing

@Suite struct ReadingYAMLLimitTests {
    /// Ten levels, each ten times the one below.
    private func bomb(from first: String) -> String {
        (1...9).reduce("a0: &a0 \(first)\n") { text, level in
            let alias = "*a\(level - 1)"
            let list = Array(repeating: alias, count: 10).joined(separator: ", ")
            return text + "a\(level): &a\(level) [\(list)]\n"
        }
    }

    @Test("Aliases that multiply without bounds are refused")
    func aliasBomb() {
        let problems = yamlProblems(bomb(from: "[x]"))
        #expect(problems.count == 1)
        #expect(problems.first?.hasSuffix("expands to more than 500000 values") == true)
    }

    @Test(
        "Such aliases are refused as keys, too",
        arguments: ["? *a9\n: 1\n", "*a9 : 1\n", "? [*a9]\n: 1\n", "k: {*a9}\n", "k: {[*a9]: 1}\n"]
    )
    func bombAsKey(end: String) {
        #expect(!yamlProblems(bomb(from: "x") + end).isEmpty)
    }

    @Test("A chain of aliases does not nest without bounds")
    func aliasChain() {
        let chain = (1...100_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        let problems = yamlProblems("k:\n- &a0 [x]\n" + chain)
        #expect(problems == ["63:9: error: nested more than 64 levels deep"])
    }

    @Test("64 levels are read, more are refused", arguments: [65, 66, 900, 5_000, 200_000])
    func depth(levels: Int) {
        let open = String(repeating: "[", count: levels - 1)
        let close = String(repeating: "]", count: levels - 1)
        let problems = yamlProblems("a: \(open)\(close)\n")
        if levels == 65 {
            #expect(problems.first == "1:67: error: nested more than 64 levels deep")
        } else {
            #expect(problems.count == 1)
            #expect(problems.first?.hasSuffix("nested more than 64 levels deep") == true)
        }
        let fits = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(yamlProblems("a: \(fits)\n").isEmpty)
    }

    @Test("Nested blocks are limited, too")
    func blockDepth() {
        let blocks = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(yamlProblems(blocks).first?.hasSuffix("nested more than 64 levels deep") == true)
    }

    @Test("A file of more than 16 MiB is refused before it is parsed")
    func fileSize() {
        let text = "a: 1\n" + String(repeating: "# 16 bytes each\n", count: 1 << 20)
        #expect(
            yamlProblems(text)
                == ["1:1: error: the file is larger than 16 MiB, too much for YAML"])
    }

    @Test("A text of ordinary size with long lines of wide characters is read")
    func longLines() {
        let items = Array(repeating: "貴安", count: 50_000).joined(separator: ", ")
        let problems = yamlProblems("a: [\(items)]\n") { root in
            #expect(root.stringList("a")?.count == 50_000)
        }
        #expect(problems.isEmpty)
    }
}
