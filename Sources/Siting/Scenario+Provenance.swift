import Quantities

extension Site {
    /// A field's value in the unit of its key; `nil` where unknown.
    public func value(of field: SiteField) -> Double? {
        switch field {
        case .carbon: carbon?.gramsPerKilowattHour
        case .price: price?.value
        case .pue: pue
        case .wue: wue?.value
        case .gridWater: gridWater?.value
        case .limit: limit.value
        case .existing: existing.value
        case .idleShare: idleShare
        case .headroom: headroom
        case .shell: shell.cost.value
        case .shellYears: shell.lifetimeYears
        case .hardware: hardware.cost.value
        case .hardwareYears: hardware.lifetimeYears
        case .embodied: embodied.value
        case .fixed: fixed.value
        case .demandCharge: demandCharge.value
        case .connection: connection.cost.value
        case .connectionYears: connection.lifetimeYears
        case .egress: egress.value
        }
    }
}

extension Scenario {
    /// Where the figures of every field came from, over all sites: one row a field, basis and source.
    public var provenance: [ProvenanceRow] {
        // Supplies stand beside what is known of the grid.
        let grid: [SiteField] = [.carbon, .price]
        let others = SiteField.allCases.filter { !grid.contains($0) }
        return grid.flatMap(provenance(of:)) + SupplyField.allCases.flatMap(provenance(of:))
            + others.flatMap(provenance(of:))
    }

    private func provenance(of field: SiteField) -> [ProvenanceRow] {
        let accounting = field == .carbon ? carbonBasis + ", " : ""
        var rows = ProvenanceRows(field: field.rawValue)
        for (index, site) in sites.enumerated() {
            guard let origin = site.provenance[field] else { continue }
            rows.add(
                site.value(of: field), of: index, from: origin,
                basis: accounting + origin.basis.rawValue)
        }
        return rows.rows
    }

    private func provenance(of field: SupplyField) -> [ProvenanceRow] {
        let accounting = field == .carbon ? carbonBasis + ", " : ""
        var rows = ProvenanceRows(field: field.rawValue)
        for (index, site) in sites.enumerated() {
            for supply in site.supplies where supply.fieldsInUse.contains(field) {
                guard let origin = supply.provenance[field] else { continue }
                let value = origin.basis == .missing ? nil : supply.value(of: field)
                let basis = "\(origin.basis.rawValue), \(supply.kind.words), \(supply.fuel)"
                rows.add(value, of: index, from: origin, basis: accounting + basis)
            }
        }
        return rows.rows
    }
}

extension Supply.Kind {
    fileprivate var words: String {
        switch self {
        case .directLine: "direct line"
        case .contract: "contract"
        }
    }
}

/// Gathers the figures of one field by their basis and source.
private struct ProvenanceRows {
    private struct Key: Hashable {
        let basis: String
        let source: String
    }

    private struct Group {
        var values: [Double] = []
        var years: [Int] = []
        var sites: Set<Int> = []
    }

    private let field: String
    private var groups: [Key: Group] = [:]
    /// In which they were first seen.
    private var order: [Key] = []

    init(field: String) {
        self.field = field
    }

    /// - Parameters:
    ///   - value: nil where it is unknown.
    ///   - site: the index of the site that it is a figure of.
    mutating func add(_ value: Double?, of site: Int, from origin: Provenance, basis: String) {
        let key = Key(basis: basis, source: origin.source)
        if groups[key] == nil { order.append(key) }
        var group = groups[key] ?? Group()
        if let value { group.values.append(value) }
        if let year = origin.year { group.years.append(year) }
        group.sites.insert(site)
        groups[key] = group
    }

    var rows: [ProvenanceRow] {
        order.compactMap { key in
            guard let group = groups[key] else { return nil }
            let years = group.years.min().flatMap { first in group.years.max().map { first...$0 } }
            return ProvenanceRow(
                field: field, basis: key.basis, siteCount: group.sites.count,
                lowest: group.values.min(), highest: group.values.max(), years: years,
                source: key.source)
        }
    }
}
