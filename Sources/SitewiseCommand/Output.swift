import Foundation

/// The place where data could not be written.
struct OutputError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "can't write \(path): \(reason)" }
}

/// Writes a command's data to stdout or, whole or not at all, to a file.
struct Output {
    /// `nil` or `-` is stdout.
    let path: String?

    /// Refuses, before anything is solved, a place where nothing could be written after it.
    func check() throws(OutputError) {
        guard let path, path != "-" else { return }
        switch Self.kind(of: path) {
        case S_IFDIR: throw OutputError(path: path, reason: "it is a folder")
        case nil, S_IFREG:
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard access(folder + "/.", W_OK) == 0 else {
                throw OutputError(path: path, reason: "\(folder): \(Descriptor.lastReason)")
            }
        default:
            guard access(path, W_OK) == 0 else {
                throw OutputError(path: path, reason: Descriptor.lastReason)
            }
        }
    }

    /// What is at a path, as `S_IFREG`, links followed; nil for nothing.
    private static func kind(of path: String) -> mode_t? {
        var found = stat()
        return stat(path, &found) == 0 ? found.st_mode & S_IFMT : nil
    }

    func write(_ text: String) throws(OutputError) {
        try write { (sink: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) in
            try sink(Array(text.utf8))
        }
    }

    /// Hands `body` a sink for chunks of the text. A file appears under its name only when all of it is
    /// there: it is written beside it and renamed. Devices and pipes, such as `/dev/null`, are written to.
    func write(
        _ body: (([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Void
    ) throws(OutputError) {
        guard let path, path != "-" else {
            let out = Descriptor(number: STDOUT_FILENO, path: "standard output")
            try body { (chunk: [UInt8]) throws(OutputError) in try out.write(chunk) }
            return
        }
        if let kind = Self.kind(of: path), kind != S_IFREG, kind != S_IFDIR {
            let number = open(path, O_WRONLY | O_CLOEXEC)
            guard number >= 0 else { throw OutputError(path: path, reason: Descriptor.lastReason) }
            defer { close(number) }
            let device = Descriptor(number: number, path: path)
            try body { (chunk: [UInt8]) throws(OutputError) in try device.write(chunk) }
            return
        }
        let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard number >= 0 else { throw OutputError(path: path, reason: Descriptor.lastReason) }
        let file = Descriptor(number: number, path: path)
        do throws(OutputError) {
            try body { (chunk: [UInt8]) throws(OutputError) in try file.write(chunk) }
        } catch {
            close(number)
            unlink(temporary)
            throw error
        }
        guard close(number) == 0, rename(temporary, path) == 0 else {
            let reason = Descriptor.lastReason
            unlink(temporary)
            throw OutputError(path: path, reason: reason)
        }
    }
}

/// An open file, written to the end of each chunk.
private struct Descriptor {
    let number: Int32
    let path: String

    static var lastReason: String { String(cString: strerror(errno)) }

    func write(_ chunk: [UInt8]) throws(OutputError) {
        let failed = chunk.withUnsafeBytes { bytes -> Bool in
            var rest = bytes
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Foundation.write(number, base, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return true }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return false
        }
        if failed { throw OutputError(path: path, reason: Self.lastReason) }
    }
}
