import Crypto
import Foundation
import Siting

/// The files of a scenario, so that a result can say what it was made from.
enum InputFiles {
    /// What stands before the names of the catalogue's tables.
    static let catalogueFolder = "catalog/"

    /// Tables of the catalogue's folder.
    static func tables(_ sources: [SourceText]) -> [InputFile] {
        files(sources) { catalogueFolder + lastPart(of: $0) }
    }

    /// What a scenario read beside the catalogue as it was loaded: its own file, its tables, and tables
    /// of the catalogue that only some scenarios need.
    ///
    /// Paths in the scenario are relative to its folder, and so are names; of an absolute path the last
    /// part is kept, as folders of one machine mean nothing on another.
    static func scenario(
        _ sources: [SourceText], at path: String, catalogue directory: String
    ) -> [InputFile] {
        let tables = directory.hasSuffix("/") ? directory : "\(directory)/"
        let folder = String(path.prefix(path.count - lastPart(of: path).count))
        return files(sources) { file in
            if file == path { return lastPart(of: file) }
            if file == tables + lastPart(of: file) { return catalogueFolder + lastPart(of: file) }
            if file.hasPrefix(folder) { return String(file.dropFirst(folder.count)) }
            return lastPart(of: file)
        }
    }

    /// What `Scenario.fingerprint` states.
    static func fingerprint(of files: [InputFile]) -> String {
        let lines = ordered(files).map { "\($0.name) \($0.sha256)\n" }
        return hexadecimal(SHA256.hash(data: Data(lines.joined().utf8)))
    }

    /// By name, as bytes order them, so that no language matters.
    static func ordered(_ files: [InputFile]) -> [InputFile] {
        files.sorted { first, second in
            first.name == second.name
                ? first.sha256 < second.sha256
                : first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
        }
    }

    private static func files(
        _ sources: [SourceText], _ name: (String) -> String
    ) -> [InputFile] {
        ordered(sources.map { InputFile(name: name($0.file), sha256: sha256(of: $0)) })
    }

    /// Of the file as it is on disk, byte order mark included.
    private static func sha256(of source: SourceText) -> String {
        var hash = SHA256()
        if source.hasByteOrderMark { hash.update(data: SourceText.byteOrderMark) }
        source.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    private static func lastPart(of path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    }
}
