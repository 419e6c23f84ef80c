public import Siting

/// A figure of the catalogue with what makes it usable as evidence.
public struct CatalogueFigure: Sendable, Equatable {
    public let value: Double
    /// The year it speaks of; nil where the publisher gives none.
    public let year: Int?
    /// A key of `sources.csv`.
    public let source: String
    /// What it holds for, such as `country` or `operator_global`.
    public let scope: String?
    /// A statistics, B stale, C individual look-up, D press; prices only.
    public let quality: String?
}

/// A row of `sites.csv`.
public struct CatalogueSite: Sendable, Equatable {
    public let id: String
    public let name: String
    /// `cloud_region` or `place`.
    public let kind: String
    /// Whose cloud region it is.
    public let operatorID: String?
    /// The operator's own name of the region.
    public let operatorRegion: String?
    public let city: String
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let continent: String
    /// State or province.
    public let admin1: String?
    public let coordinate: Coordinate
    public let coordinateSource: String
    public let gridZone: String?
    /// Grid, location-based lifecycle, g/kWh.
    public let carbon: CatalogueFigure?
    public let carbonFreePercent: Double?
    public let renewablePercent: Double?
    /// USD/MWh.
    public let price: CatalogueFigure?
    /// Facility power per IT power.
    public let pue: CatalogueFigure?
    /// L per kWh of IT energy.
    public let wue: CatalogueFigure?
    /// L per kWh of facility energy.
    public let gridWater: CatalogueFigure?
    /// 0 (low) to 4 (extremely high).
    public let waterStress: CatalogueFigure?
    public let climate: Climate?
    /// Editorial tags such as `hydro` or `cold`.
    public let setting: [String]
    public let location: SourceLocation

    /// Air temperature, mean of 2000-2025, degrees C.
    public struct Climate: Sendable, Equatable {
        public let mean: Double
        public let warmestMonth: Double
        public let coldestMonth: Double
        public let source: String
    }

    /// The catalogue's figure of a field; nil where it has none.
    public func figure(_ field: SiteField) -> CatalogueFigure? {
        switch field {
        case .carbon: carbon
        case .price: price
        case .pue: pue
        case .wue: wue
        case .gridWater: gridWater
        default: nil
        }
    }
}
