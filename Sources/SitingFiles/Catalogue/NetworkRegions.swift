import Quantities
import Siting

/// The cloud regions of one operator and the round trips measured between them.
struct NetworkRegions {
    /// The farthest that an end may lie from a region for the region's figures to hold, km.
    static let reach: Distance = 50

    private let places: [UnitVector]
    private let indices: [String: Int]
    /// ms, by `region * count + region`, the mean of both directions; NaN where none is measured.
    private let milliseconds: [Double]

    init(operatorID: String, catalogue: Catalogue) {
        let regions = catalogue.sites.filter { $0.operatorID == operatorID }
        places = regions.map { UnitVector($0.coordinate) }
        let indices = Dictionary(
            zip(regions.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        self.indices = indices
        let count = regions.count
        var directed = [Double](repeating: .nan, count: count * count)
        for pair in catalogue.latencyPairs {
            guard let from = indices[pair.from], let to = indices[pair.to] else { continue }
            directed[from * count + to] = pair.milliseconds
        }
        milliseconds = (0..<(count * count)).map { cell in
            let forth = directed[cell]
            let back = directed[cell % count * count + cell / count]
            if forth.isNaN { return back }
            return back.isNaN ? forth : (forth + back) / 2
        }
    }

    /// The region nearest to a place, the first of equals, if it is within reach.
    func nearest(to place: UnitVector) -> Int? {
        var best: (distance: Distance, region: Int)?
        for (region, candidate) in places.enumerated() {
            let distance = place.distance(to: candidate)
            if let best, best.distance <= distance { continue }
            best = (distance, region)
        }
        guard let best, best.distance <= Self.reach else { return nil }
        return best.region
    }

    /// The region that a site is or lies at.
    func region(of site: Site) -> Int? {
        indices[site.id] ?? nearest(to: UnitVector(site.coordinate))
    }

    /// The measured times from one region to all; NaN where there is none, to itself included.
    func row(from region: Int) -> ArraySlice<Double> {
        milliseconds[(region * places.count)..<((region + 1) * places.count)]
    }
}
