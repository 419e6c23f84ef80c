import Siting

/// Refuses scenarios whose carbon figures count different things, and says where all of them count
/// something other than the catalogue's do.
struct CarbonBasisChecks {
    let context: ScenarioContext
    /// The basis of figures that are assumed, or that state none.
    private let assumed: CarbonBasis.Stated?
    private var firsts: [CarbonBasis: (name: String, location: SourceLocation)] = [:]

    /// - Parameter assume: the scenario's `sites.assume`.
    init(_ assume: YAMLMapping?, context: ScenarioContext) {
        self.context = context
        assumed = assume?.carbonBasis()
    }

    /// Takes note of a site that takes part.
    mutating func add(_ candidate: SiteCandidate, as site: Site, section: SourceLocation) {
        let published = site.supplies.first { $0.provenance[.carbon]?.basis == .catalogue }
        if let published {
            note(.locationLifecycle, "a supply of \(site.id)", published.location ?? section)
        }
        guard site.carbon != nil else { return }
        let place = site.location ?? section
        switch candidate.figures[.carbon]?.provenance.basis {
        case .catalogue:
            note(.locationLifecycle, site.id, place)
        case .stated:
            let stated = candidate.carbonBasis ?? assumed
            note(stated?.basis ?? .locationLifecycle, site.id, stated?.location ?? place)
        default:
            note(assumed?.basis ?? .locationLifecycle, site.id, assumed?.location ?? place)
        }
    }

    private mutating func note(
        _ basis: CarbonBasis, _ name: String, _ location: SourceLocation
    ) {
        if firsts[basis] == nil { firsts[basis] = (name, location) }
    }

    /// - Returns: What all figures count, in words.
    func check() -> String {
        let found = CarbonBasis.allCases.compactMap { basis in
            firsts[basis].map { (basis: basis, name: $0.name, location: $0.location) }
        }
        // Whatever else there is, the catalogue's own basis comes first and is not the slip.
        guard let last = found.last else { return Scenario.usualCarbonBasis }
        guard found.count == 1 else {
            let places = found.map {
                "\($0.basis.rawValue) (\($0.name), \($0.location.nameAndLine))"
            }
            context.diagnostics.error(
                "carbon figures are on different bases, which cannot be added up:"
                    + " \(places.joined(separator: ", "))",
                at: last.location,
                help: "state carbon_g_per_kwh and carbon_basis alike for every site, and g_per_kwh"
                    + " for every supply")
            return Scenario.usualCarbonBasis
        }
        guard let caution = last.basis.caution else { return Scenario.usualCarbonBasis }
        context.diagnostics.warning(
            "emissions are \(caution.basis): not comparable with \(caution.others)",
            at: last.location)
        return caution.basis
    }
}
