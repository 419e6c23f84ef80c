import Foundation

extension Catalogue {
    /// The folder of the catalogue that belongs to a program; nil where there is none.
    ///
    /// Looks beside the installed program (`../share/sitewise`), else for the nearest parent folder
    /// that holds `sites/sites.csv`. The working directory does not matter.
    ///
    /// - Parameters:
    ///   - executablePath: the path of the running program; links are followed.
    ///   - override: a folder given by the planner, which may hold the tables itself or in a
    ///     folder `sites`; nothing else is tried then.
    public static func locate(executablePath: String, override: String? = nil) -> String? {
        if let override { return tables(in: URL(fileURLWithPath: override), given: override) }
        let program = URL(fileURLWithPath: executablePath).resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        let shared = folder.deletingLastPathComponent().appendingPathComponent("share/sitewise")
        if let found = tables(in: shared, given: shared.path) { return found }
        while true {
            let candidate = folder.appendingPathComponent("sites")
            if holdsTables(candidate) { return candidate.path }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path, parent.path.count < folder.path.count else {
                return nil
            }
            folder = parent
        }
    }

    /// The folder itself or its folder `sites`, in the words it was given in.
    private static func tables(in folder: URL, given path: String) -> String? {
        if holdsTables(folder) { return path }
        guard holdsTables(folder.appendingPathComponent("sites")) else { return nil }
        return path.hasSuffix("/") ? "\(path)sites" : "\(path)/sites"
    }

    private static func holdsTables(_ folder: URL) -> Bool {
        let path = folder.appendingPathComponent("sites.csv").path
        return FileManager.default.fileExists(atPath: path)
    }
}
