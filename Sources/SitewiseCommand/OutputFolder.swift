import Foundation
import Typesetting

/// A folder that takes the tables of a bundle, whole or not at all.
struct OutputFolder {
    /// Without a slash at its end, links followed.
    private let path: String

    /// Looks whether the folder may be written: it is not there, is empty, or is a bundle of ours.
    init(path: String) throws(OutputError) {
        let url = URL(fileURLWithPath: path, isDirectory: true)
        self.path = url.standardizedFileURL.resolvingSymlinksInPath().path
        _ = try replaceable()
    }

    func write(_ bundle: TableBundle) throws(OutputError) {
        let suffix = "-\(ProcessInfo.processInfo.processIdentifier)"
        let (new, old) = (path + ".part" + suffix, path + ".old" + suffix)
        guard mkdir(new, 0o755) == 0 else { throw error(Self.lastReason) }
        do throws(OutputError) {
            for file in bundle.files { try Output(path: "\(new)/\(file.name)").write(file.text) }
            // Looked at again: solving may have taken long.
            let replaced = try replaceable()
            if !replaced.isEmpty, rename(path, old) != 0 { throw error(Self.lastReason) }
            guard rename(new, path) == 0 else {
                let reason = Self.lastReason
                if !replaced.isEmpty { rename(old, path) }
                throw error(reason)
            }
            if !replaced.isEmpty { Self.remove(old, holding: replaced) }
        } catch {
            Self.remove(new, holding: bundle.files.map(\.name))
            throw error
        }
    }

    /// The files of a bundle that is there; an error where something else is.
    private func replaceable() throws(OutputError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return []
        }
        guard isFolder.boolValue else { throw error("it is a file, not a folder") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw error("its files can't be listed")
        }
        if names.isEmpty { return [] }
        let dictionary = "\(path)/\(TableBundle.dictionaryName)"
        let text = try? String(contentsOfFile: dictionary, encoding: .utf8)
        let described = text.flatMap(TableBundle.files(describedBy:)) ?? []
        guard described == Set(names) else {
            let stranger = names.sorted().first { !described.contains($0) }
            let reason = stranger.map { "it holds \($0)" } ?? "files of it are missing"
            throw error(
                "\(reason), so it is not a bundle to be replaced; name a new or empty folder")
        }
        return names
    }

    /// Removes files by their names, and the folder if nothing else is in it.
    private static func remove(_ folder: String, holding names: [String]) {
        for name in names { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    private func error(_ reason: String) -> OutputError { OutputError(path: path, reason: reason) }

    private static var lastReason: String { String(cString: strerror(errno)) }
}

extension OutputOptions {
    /// The folder that tables go to; `nil` where data is one text.
    ///
    /// CSV that is written to a path with a slash at its end, or to a folder that is there, is a bundle.
    ///
    /// - Throws: Where the one or the other could not be written.
    func folder(for format: OutputFormat) throws -> OutputFolder? {
        if format == .csv, let path, path != "-" {
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if path.hasSuffix("/") || (isThere && isFolder.boolValue) {
                return try OutputFolder(path: path)
            }
        }
        try output.check()
        return nil
    }

    /// Writes the tables to the folder, or the text where there is none.
    func write(
        _ text: @autoclosure () -> String, orTo folder: OutputFolder?,
        _ bundle: @autoclosure () -> TableBundle
    ) throws {
        if let folder { try folder.write(bundle()) } else { try output.write(text()) }
    }
}
