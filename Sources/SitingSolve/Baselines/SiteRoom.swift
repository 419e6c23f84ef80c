import Quantities
import Siting
import SitingFormulation

/// The IT capacity that sites have left, as work fills them: own limits and those of positions.
struct SiteRoom {
    private let sites: [Site]
    private let positions: [Position]
    private let positionOfSite: [Int]
    /// Existing capacity that fits the limits; it stands whether used or not, MW.
    private var kept: [Double]
    /// Capacity that the work so far needs, headroom included, MW.
    private var needed: [Double]

    init(_ formulation: Formulation) {
        sites = formulation.scenario.sites
        positions = formulation.positions
        var positionOfSite = [Int](repeating: 0, count: sites.count)
        kept = sites.map { min($0.existing.value, $0.limit.value) }
        needed = [Double](repeating: 0, count: sites.count)
        for (index, position) in positions.enumerated() {
            var room = position.limit.value
            for site in position.sites {
                positionOfSite[site] = index
                kept[site] = min(kept[site], room)
                room -= kept[site]
            }
        }
        self.positionOfSite = positionOfSite
    }

    /// IT power standing at a site, MW.
    func standing(at site: Int) -> Double { max(kept[site], needed[site]) }

    /// Peak IT power that still fits, MW.
    func peakLeft(at site: Int) -> Double {
        let position = positions[positionOfSite[site]]
        let ofPosition =
            position.limit.value - position.sites.reduce(0) { $0 + standing(at: $1) }
        let ofSite = sites[site].limit.value - standing(at: site)
        let spare = standing(at: site) - needed[site]
        return (1 - sites[site].headroom) * max(0, spare + min(ofPosition, ofSite))
    }

    mutating func take(peak: Double, at site: Int) {
        needed[site] += peak / (1 - sites[site].headroom)
    }
}
