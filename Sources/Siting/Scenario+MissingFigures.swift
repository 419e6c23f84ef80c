import Quantities

extension Scenario {
    /// Figures that sites lack and a measure needs, as `missing` names them in scenarios, each with
    /// the number of sites: they count as nothing, so that no plan may be judged by the measure.
    public func missingFigures(of measure: Measure) -> [(figure: String, siteCount: Int)] {
        needs(of: measure).compactMap { need in
            let count = sites.count { !need.isKnown($0) }
            return count > 0 ? (need.figure, count) : nil
        }
    }

    private typealias Need = (figure: String, isKnown: (Site) -> Bool)

    private func needs(of measure: Measure) -> [Need] {
        let carbon: Need = ("carbon", { $0.carbon != nil })
        // Only water on site is paid for: that of power plants is in the price of power.
        let onSite: Need = ("wue", { $0.wue != nil })
        return switch measure.ofWhole {
        case .cost:
            [("price", { $0.price != nil })] + (carbonPrice > .zero ? [carbon] : [])
                + (waterPrice > .zero ? [onSite] : [])
        case .emissions: [carbon]
        case .water: [onSite, ("grid_water", { $0.gridWater != nil })]
        case .latency, .roundTrip, .energy, .largest: []
        }
    }
}
