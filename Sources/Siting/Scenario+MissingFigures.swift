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

extension Scenario {
    /// Why a measure can't be traded against another, a sentence without its full stop; `nil` where it can.
    public func obstacle(toTrading measure: Measure) -> String? {
        let isTime = measure == .latency || measure == .roundTrip
        if isTime, requestsPerYear <= 0 {
            return "the scenario has no requests, so it has no \(measure.rawValue)"
        }
        guard measure.isMinimisable else {
            return "\(measure.rawValue) can't be traded: it is a ratio of what is decided"
        }
        guard let gap = missingFigures(of: measure).first else { return nil }
        return
            "\(measure.rawValue) can't be traded: \(gap.siteCount) of \(sites.count) sites have no"
            + " \(gap.figure), which would count as nothing; let missing.\(gap.figure) be exclude in"
            + " the scenario, or assume a value"
    }
}
