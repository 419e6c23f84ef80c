/// Where a number came from: what makes it usable as evidence.
public struct Provenance: Sendable, Hashable {
    /// How far the number can be trusted as a statement about this site.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// A figure of the catalogue, with a year and a source of its own.
        case catalogue
        /// Written by the planner for this site.
        case stated
        /// Computed from the site's climate by a fit to the catalogue.
        case modelled
        /// Assumed for every site that has no figure of its own.
        case assumption
        /// Unknown, counted as nothing, and stated as missing coverage.
        case missing
    }

    public let basis: Basis
    /// The year the figure speaks of, where known.
    public let year: Int?
    /// A source key of the catalogue, or where the planner wrote it.
    public let source: String

    public init(basis: Basis, year: Int?, source: String) {
        self.basis = basis
        self.year = year
        self.source = source
    }
}

/// The site figures whose provenance is kept.
public enum SiteField: String, Sendable, Hashable, CaseIterable {
    case carbon = "carbon_g_per_kwh"
    case price = "price_usd_per_mwh"
    case pue
    case wue = "wue_l_per_kwh"
    case gridWater = "grid_water_l_per_kwh"
    case limit = "limit_mw"
    case existing = "existing_mw"
    case idleShare = "idle_share"
    case headroom
    case shell = "shell_usd_per_mw"
    case shellYears = "shell_years"
    case hardware = "hardware_usd_per_mw"
    case hardwareYears = "hardware_years"
    case embodied = "embodied_t_per_mw"
    case fixed = "fixed_usd_per_mw_year"
    case demandCharge = "demand_charge_usd_per_mw_year"
    case connection = "connection_usd_per_mw"
    case connectionYears = "connection_years"
    case egress = "egress_usd_per_gb"
}

/// A figure assumed where none is known, as listed in reports.
public struct Assumption: Sendable, Hashable {
    public let key: String
    public let value: Double
    public let unit: String
    /// How many sites it stands in for; `nil` where it is not a figure of sites.
    public let siteCount: Int?
    public let source: String

    public init(key: String, value: Double, unit: String, siteCount: Int?, source: String) {
        self.key = key
        self.value = value
        self.unit = unit
        self.siteCount = siteCount
        self.source = source
    }
}
