import Foundation
import Siting
import Testing

@Suite("Commands that can be typed again")
struct RunTests {
    @Test("A shell reads the words of a command line as they were given")
    func words() throws {
        let words = [
            "report", "my plan.yaml", "--policies", "a,b", "it's", "$HOME `id` $(id)", "", "*",
            "a;b",
            "\"quoted\"", "back\\slash", "Keflavík", "~", "#no", "=x", "line\nbreak",
        ]
        let run = Run(program: "sitewise", command: ["printf", "%s\\0"] + words)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", run.commandLine]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        let read = String(decoding: data, as: UTF8.self).split(
            separator: "\0", omittingEmptySubsequences: false
        ).dropLast()
        #expect(read.map(String.init) == words)
    }

    @Test("Words that need no quotes have none")
    func plain() {
        let run = Run(program: "", command: ["sitewise", "report", "world", "-o", "a/b-1.html"])
        #expect(run.commandLine == "sitewise report world -o a/b-1.html")
    }
}
