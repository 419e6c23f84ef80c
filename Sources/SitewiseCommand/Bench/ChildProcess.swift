import Foundation

/// A program run to its end, with what it took.
struct ChildProcess {
    struct Result {
        let status: Int32
        let standardOutput: String
        let standardError: String
        /// Wall-clock time.
        let seconds: Double
        /// Largest resident memory, MB (10^6 bytes).
        let peakMegabytes: Double
    }

    let path: String
    let arguments: [String]

    /// Runs the program.
    ///
    /// Linux counts the memory of who starts a program as the program's own: start it before yours grows.
    /// - Throws: `POSIXError` when it can't be started.
    func run() throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sitewise-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appendingPathComponent("stdout")
        let errors = folder.appendingPathComponent("stderr")
        let start = ContinuousClock.now
        let process = try spawn(output: output.path, errors: errors.path)
        var status: Int32 = 0
        var usage = rusage()
        // Waited for here, as Foundation's Process keeps what its children used to itself.
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let seconds = start.duration(to: .now) / .seconds(1)
        let isSignalled = status & 0x7f != 0
        return Result(
            status: isSignalled ? -1 : (status >> 8) & 0xff,
            standardOutput: (try? String(contentsOf: output, encoding: .utf8)) ?? "",
            standardError: (try? String(contentsOf: errors, encoding: .utf8)) ?? "",
            seconds: seconds, peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
    }

    private func spawn(output: String, errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, path, &actions, nil, words, environ)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
        return process
    }
}
