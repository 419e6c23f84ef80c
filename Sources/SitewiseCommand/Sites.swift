import ArgumentParser

/// `sitewise sites`: the catalogue.
struct Sites: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Browse the catalogue of candidate sites.",
        discussion: """
            EXAMPLES
              sitewise sites --country IS --country NO
              sitewise sites --near 64.1,-21.9 --limit 5
              sitewise sites --max-carbon 50 --format csv -o clean.csv
              sitewise sites show keflavik
            """,
        subcommands: [SitesList.self, SitesShow.self], defaultSubcommand: SitesList.self)
}

/// A point given as `LATITUDE,LONGITUDE`.
struct PointArgument: ExpressibleByArgument {
    let latitude: Double
    let longitude: Double

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
