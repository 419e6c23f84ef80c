/// A scenario of three sites and two markets in `plan.yaml`, one section a line, to be changed in
/// one place.
enum Draft {
    static let sites = """
        id,name,country,latitude,longitude,carbon_g_per_kwh,price_usd_per_mwh,limit_mw,pue,\
        wue_l_per_kwh,grid_water_l_per_kwh
        keflavik,Keflavík,IS,64.0,-22.6,28,43,100,1.1,0.1,1
        sao_paulo,São Paulo,BR,-23.55,-46.63,98,70,80,1.3,0.5,4
        guian,貴安,CN,26.4,106.6,550,60,60,1.25,0.8,2

        """

    static let markets = """
        id,name,country,latitude,longitude,users
        london,London,GB,51.5,-0.12,9000000
        hong_kong,Hong Kong,HK,22.3,114.2,7000000

        """

    static let chat = "it_wh_per_request: 0.2, requests_per_user_per_day: 10, peak_to_mean: 1.5"

    private static let sections = [
        ("sitewise", "1"), ("name", "Draft"), ("sites", "{from: sites.csv}"),
        ("markets", "{from: markets.csv}"), ("services", "{chat: {\(chat)}}"),
        ("jobs", "{llm: {it_mwh: 1000, peak_mw: 2, start: 2026-02-01, end: 2026-03-31}}"),
        (
            "policies",
            "{cheapest: {minimise: cost}, greenest: {minimise: [emissions, cost], tolerance: 1%}}"
        ),
    ]

    /// The scenario's text; sections beyond the seven follow from line 8 on, in alphabetical order.
    static func text(_ changes: [String: String] = [:]) -> String {
        let known = Set(sections.map(\.0))
        var lines = sections.map { key, value in "\(key): \(changes[key] ?? value)" }
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
            lines.append("\(key): \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The scenario with its tables; `tables` replaces them or adds others.
    static func files(
        _ changes: [String: String] = [:], tables: [String: String] = [:]
    ) -> [String: String] {
        ["plan.yaml": text(changes), "sites.csv": sites, "markets.csv": markets]
            .merging(tables) { $1 }
    }

    /// Runs a command on the changed scenario, in its folder.
    static func run(
        _ command: String, _ options: String..., changes: [String: String] = [:],
        tables: [String: String] = [:]
    ) throws -> Outcome {
        try withFolder(files(changes, tables: tables)) { folder in
            try Program.run([command, "plan.yaml"] + options, in: folder)
        }
    }

    /// Sections under which no placement is possible, with a word for each.
    static let impossible = [
        "reach": ["services": "{chat: {\(chat), max_rtt_ms: 20}}"],
        "capacity": ["services": "{chat: {\(chat)}, film: {\(chat)}}", "sites": tight],
        "limit": ["policies": "{p: {minimise: cost, limits: {emissions_t_per_year: 10}}}"],
    ]

    private static let tight =
        "{from: sites.csv, set: {keflavik: {limit_mw: 1}, "
        + "sao_paulo: {limit_mw: 1}, guian: {limit_mw: 1}}}"
}
