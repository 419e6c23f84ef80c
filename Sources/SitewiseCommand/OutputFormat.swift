import ArgumentParser

/// How an answer is written; each command has some of these, which its help names.
enum OutputFormat: String, ExpressibleByArgument {
    case table, json, csv, markdown, geojson, html

    /// The format that a file's ending asks for; a folder takes tables.
    init?(endingOf path: String?) {
        if path?.hasSuffix("/") == true {
            self = .csv
            return
        }
        switch path?.split(separator: ".").last {
        case "json": self = .json
        case "geojson": self = .geojson
        case "csv": self = .csv
        case "md": self = .markdown
        case "html", "htm": self = .html
        default: return nil
        }
    }

    /// Whether it is read by programs, which do not look for warnings in it.
    var isData: Bool {
        switch self {
        case .json, .csv, .geojson: true
        case .table, .markdown, .html: false
        }
    }

    /// As it is written in a sentence.
    private var name: String {
        switch self {
        case .table: "table"
        case .json: "JSON"
        case .csv: "CSV"
        case .markdown: "Markdown"
        case .geojson: "GeoJSON"
        case .html: "page; sitewise report makes pages of plans"
        }
    }

    /// Refuses a format that something can't be written in.
    ///
    /// - Parameter subject: Such as `an explanation has`.
    func check(_ subject: String, no refused: OutputFormat...) throws {
        if refused.contains(self) { throw ValidationError("\(subject) no \(name)") }
    }
}

extension OutputOptions {
    /// The format asked for, or else that of the file's ending, or else the usual one.
    func format(_ asked: OutputFormat?, usual: OutputFormat = .table) -> OutputFormat {
        asked ?? OutputFormat(endingOf: path) ?? usual
    }

    /// Refuses to print a page where nobody can look at it.
    func checkPage(_ format: OutputFormat, such name: String) throws {
        if path == nil, format == .html, Console.isTerminal {
            throw ValidationError("a page is not for terminals: name a file, as in -o \(name)")
        }
    }
}
