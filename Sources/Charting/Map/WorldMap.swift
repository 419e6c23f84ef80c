import Typesetting

/// The world in the Equal Earth projection with sites, markets and what flows between them.
///
/// Each site takes the focus, of keyboard or finger, and then shows its own flows in full and says
/// below the map what it is, as it does under the pointer.
public struct WorldMap: Chart {
    public let caption: ChartCaption
    /// Outlines of land and of lakes inside it, cut at the 180th meridian and open: the last point
    /// joins the first.
    public let land: [[GeoPoint]]
    public let sites: [MapSite]
    public let markets: [MapMarket]
    /// From a site to a market each; those of unknown sites or markets are left out.
    public let flows: [MapFlow]
    let classes: RoundTripClasses

    /// A map.
    ///
    /// - Parameters:
    ///   - roundTripLimits: Where the shade of markets changes, in ms, ascending; at most three.
    public init(
        _ caption: ChartCaption, land: [[GeoPoint]], sites: [MapSite], markets: [MapMarket] = [],
        flows: [MapFlow] = [], roundTripLimits: [Double] = [50, 100, 150]
    ) {
        precondition(roundTripLimits.count < PaletteRole.ramp.count, "more classes than shades")
        self.caption = caption
        self.land = land
        self.sites = sites
        self.markets = markets
        self.flows = flows.filter {
            sites.indices.contains($0.site) && markets.indices.contains($0.market)
                && $0.megawatts > 0 && $0.megawatts.isFinite
        }
        classes = RoundTripClasses(limits: roundTripLimits)
    }

    public var isInteractive: Bool { !sites.isEmpty }

    public var legend: [LegendItem] {
        let workloads = zip(["Training", "Inference"], SeriesLook.all).map {
            LegendItem($0, area: $1)
        }
        let flow =
            flows.isEmpty ? [] : [LegendItem("Inference served", .line(dashes: nil), .series2)]
        let known = Set(markets.compactMap(\.roundTripMilliseconds).map(classes.index)).sorted()
        let trips = known.map { index in
            // The first one says what all of them are.
            let prefix = index == known.first ? "Markets, round trip " : ""
            return LegendItem(
                prefix + classes.labels[index],
                .dot(radius: MapMarkets.legendRadius(index)), PaletteRole.ramp[index])
        }
        let hasUnknown = markets.contains { $0.roundTripMilliseconds == nil }
        let unknown = hasUnknown ? [LegendItem("No round trip", .ring, .muted)] : []
        return workloads + flow + trips + unknown
    }

    public var tables: [ChartTable] {
        [siteTable, marketTable, flowTable].filter { !$0.table.rows.isEmpty }
    }

    public func drawing(width: Double) -> ChartDrawing {
        MapDrawing(map: self, width: width).drawing
    }

    private var siteTable: ChartTable {
        let scale = ColumnScale(sites.map { $0.total }, in: .megawatts)
        let heads = ["Training", "Inference", "Total"].map {
            TextTable.Column($0, scale.label, alignment: .right)
        }
        var table = TextTable(columns: [TextTable.Column("Site")] + heads)
        for site in sites {
            let figures = [site.trainingMegawatts, site.inferenceMegawatts, site.total]
            let cells = figures.map { TextTable.Cell.number($0, scale: scale) }
            table.append([TextTable.Cell.text(site.name)] + cells)
        }
        return ChartTable(title: "Sites", table: table)
    }

    private var marketTable: ChartTable {
        let scale = ColumnScale(markets.map(\.roundTripMilliseconds), in: .milliseconds)
        var table = TextTable(columns: [
            .init("Market"), .init("Round trip", scale.label, alignment: .right),
        ])
        for market in markets {
            table.append([
                .text(market.name), .number(market.roundTripMilliseconds, scale: scale),
            ])
        }
        return ChartTable(title: "Markets", table: table)
    }

    private var flowTable: ChartTable {
        let scale = ColumnScale(flows.map { $0.megawatts }, in: .megawatts)
        var table = TextTable(columns: [
            .init("Site"), .init("Market"), .init("Inference", scale.label, alignment: .right),
        ])
        for flow in flows {
            table.append([
                .text(sites[flow.site].name), .text(markets[flow.market].name),
                .number(flow.megawatts, scale: scale),
            ])
        }
        return ChartTable(title: "Inference by site and market", table: table)
    }
}
