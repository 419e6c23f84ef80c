import Foundation
import Siting
import SitingFiles
import Testing

@Suite struct ReadingSourceTests {
    private func read(_ bytes: [UInt8]) -> (source: SourceText?, problems: [String]) {
        let diagnostics = DiagnosticCollector()
        let source = SourceText(file: "f", bytes: bytes, into: diagnostics)
        return (source, headlines(diagnostics))
    }

    @Test("Lines end with LF or CR LF, and a last line needs neither")
    func lines() throws {
        let source = try #require(read(Array("one\r\ntwo\n\nfour".utf8)).source)
        #expect(source.lineCount == 4)
        #expect((1...5).map(source.line) == ["one", "two", "", "four", ""])
        #expect(try #require(read(Array("one\n".utf8)).source).lineCount == 1)
        #expect(try #require(read([]).source).lineCount == 0)
    }

    @Test("A byte order mark is no part of the text")
    func byteOrderMark() throws {
        let source = try #require(read([0xEF, 0xBB, 0xBF] + Array("id\n".utf8)).source)
        #expect(source.line(1) == "id")
        #expect(source.location(ofByte: 0).column == 1)
    }

    @Test("Columns count characters, not bytes")
    func columns() throws {
        let source = try #require(read(Array("x\n貴安,é,y\n".utf8)).source)
        let offset = try #require(source.bytes.firstIndex(of: UInt8(ascii: "y")))
        let location = source.location(ofByte: offset)
        #expect(location == SourceLocation(file: "f", line: 2, column: 6))
    }

    @Test("A byte that is not UTF-8 is reported where it is")
    func invalidUTF8() {
        let result = read(Array("ab\né".utf8) + [0xFF] + Array("\n".utf8))
        #expect(result.source == nil)
        #expect(
            result.problems == ["2:2: error: the text is not UTF-8: byte 0xFF is out of place"])
    }

    @Test("A NUL byte is reported where it is")
    func nulByte() {
        let result = read(Array("ab\nc".utf8) + [0])
        #expect(result.source == nil)
        #expect(result.problems == ["2:2: error: the file holds a NUL byte"])
    }

    @Test("A file is read; a missing one is reported with a similar name")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("id\na\n".utf8).write(to: folder.appending(path: "sites.csv"))

        let diagnostics = DiagnosticCollector()
        let path = folder.appending(path: "sites.csv").path
        let source = SourceText.read(path, as: "sites.csv", into: diagnostics)
        #expect(source?.file == "sites.csv")
        #expect(source?.line(2) == "a")
        #expect(!diagnostics.hasErrors)

        let missing = folder.appending(path: "stes.csv").path
        #expect(SourceText.read(missing, as: "stes.csv", into: diagnostics) == nil)
        #expect(SourceText.read(folder.path, as: "x", into: diagnostics) == nil)
        #expect(
            headlines(diagnostics) == [
                "1:1: error: there is no such file",
                "1:1: error: this is a directory, not a file",
            ])
        #expect(helps(diagnostics).first == "did you mean 'sites.csv'?")
    }

    @Test("A file without read permission is reported", .enabled(if: getuid() != 0))
    func unreadable() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data("x".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        let diagnostics = DiagnosticCollector()
        #expect(SourceText.read(file.path, into: diagnostics) == nil)
        #expect(headlines(diagnostics) == ["1:1: error: the file may not be read"])
    }
}
