public import Siting

/// Reads plans back from the JSON of `sitewise place` and `sitewise compare --plans`.
public enum StoredRunReader {
    static let plan = "sitewise-plan/1"
    static let comparison = "sitewise-compare/1"

    /// Reads what differences need: equivalences, provenance, costs of rules and most of a diagnosis are
    /// left out of the plans.
    ///
    /// Errors: what is no JSON, or none of ours, each problem with its place.
    public static func read(_ path: String) throws(InputError) -> StoredRun {
        let diagnostics = DiagnosticCollector()
        let run = SourceText.read(path, into: diagnostics).flatMap { read($0, into: diagnostics) }
        try diagnostics.throwIfErrors()
        guard let run else { throw InputError(diagnostics: [], sources: [:]) }
        return run
    }

    static func read(_ source: SourceText, into diagnostics: DiagnosticCollector) -> StoredRun? {
        do throws(JSONParser.Problem) {
            let node = try JSONParser.parse(source.bytes)
            return JSONObject(node, in: source, into: diagnostics).flatMap { root in
                read(root, file: source.file)
            }
        } catch {
            diagnostics.error(
                error.message, at: source.location(ofByte: error.offset),
                help: error.help ?? help)
            return nil
        }
    }

    private static let help =
        "give the output of `sitewise place --format json` or of"
        + " `sitewise compare --format json --plans`"

    private static func read(_ root: JSONObject, file: String) -> StoredRun? {
        guard let format = root.string("format") else { return nil }
        switch format {
        case plan:
            guard let plan = PlanReader(root: root).plan() else { return nil }
            return StoredRun(
                file: file, madeBy: root.optionalString("made_by"),
                entries: [.init(name: plan.policy, plan: plan)])
        case comparison: return comparison(root, file: file)
        default:
            report(format, in: root)
            return nil
        }
    }

    private static func comparison(_ root: JSONObject, file: String) -> StoredRun? {
        var entries: [StoredRun.Entry] = []
        var madeBy: String?
        for column in root.objects("columns") {
            guard let name = column.string("name"), column.has("plan") else {
                column.report("a column needs a name and a plan", at: "name", help: help)
                continue
            }
            guard let plan = column.object("plan") else {
                column.report(
                    "the comparison holds no whole plans", at: "plan",
                    help: "make it with `sitewise compare --format json --plans`")
                return nil
            }
            madeBy = madeBy ?? plan.optionalString("made_by")
            guard !entries.contains(where: { $0.name == name }) else {
                column.report("duplicate name \(quoted(name))", at: "name")
                continue
            }
            if let plan = PlanReader(root: plan).plan() {
                entries.append(.init(name: name, plan: plan))
            }
        }
        if entries.isEmpty { root.report("there is no plan in it", at: "columns", help: help) }
        return StoredRun(file: file, madeBy: madeBy, entries: entries)
    }

    private static func report(_ format: String, in root: JSONObject) {
        let family = format.split(separator: "/").first.map(String.init)
        let known = [plan, comparison]
        let ours = known.first { $0.split(separator: "/").first.map(String.init) == family }
        root.report(
            ours.map { "this program reads \($0), not \(quoted(format))" }
                ?? "\(quoted(format)) is neither a plan nor a comparison",
            at: "format", help: help)
    }
}
