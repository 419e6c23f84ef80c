import Foundation
import Siting

extension SourceText {
    /// The largest file that is read, in bytes.
    static let maximumFileSize = 1 << 30

    /// Reads a file; a missing, unreadable or too large one is an error at its first line.
    ///
    /// - Parameter name: how diagnostics call the file; the path if it is not given.
    public static func read(
        _ path: String, as name: String? = nil, into diagnostics: DiagnosticCollector
    ) -> SourceText? {
        let file = name ?? path
        func refuse(_ message: String, help: String? = nil) -> SourceText? {
            let start = SourceLocation(file: file, line: 1, column: 1)
            diagnostics.error(message, at: start, help: help)
            return nil
        }

        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isDirectory) else {
            return refuse("there is no such file", help: similarFile(to: path))
        }
        if isDirectory.boolValue {
            return refuse("this is a directory, not a file", help: "name a file in it")
        }
        guard manager.isReadableFile(atPath: path) else {
            return refuse("the file may not be read", help: "check its permissions")
        }
        let attributes = try? manager.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? NSNumber, size.intValue > maximumFileSize {
            return refuse("the file is larger than 1 GiB")
        }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            return SourceText(file: file, bytes: Array(data), into: diagnostics)
        } catch {
            return refuse("the file cannot be read: \(error.localizedDescription)")
        }
    }

    private static func similarFile(to path: String) -> String? {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let similar = suggestion(for: url.lastPathComponent, among: names)
        return similar.map { "did you mean \(quoted($0))?" }
    }
}
