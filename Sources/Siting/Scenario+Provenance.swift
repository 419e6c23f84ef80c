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
        SiteField.allCases.flatMap(provenance(of:))
    }

    private func provenance(of field: SiteField) -> [ProvenanceRow] {
        struct Key: Hashable {
            let basis: Provenance.Basis
            let source: String
        }
        var groups: [Key: (values: [Double], years: [Int], count: Int)] = [:]
        var order: [Key] = []
        for site in sites {
            guard let origin = site.provenance[field] else { continue }
            let key = Key(basis: origin.basis, source: origin.source)
            if groups[key] == nil { order.append(key) }
            var group = groups[key] ?? ([], [], 0)
            if let value = site.value(of: field) { group.values.append(value) }
            if let year = origin.year { group.years.append(year) }
            group.count += 1
            groups[key] = group
        }
        return order.compactMap { key in
            guard let group = groups[key] else { return nil }
            let years = group.years.min().flatMap { first in group.years.max().map { first...$0 } }
            return ProvenanceRow(
                field: field.rawValue, basis: words(for: key.basis, of: field),
                siteCount: group.count, lowest: group.values.min(), highest: group.values.max(),
                years: years, source: key.source)
        }
    }

    private func words(for basis: Provenance.Basis, of field: SiteField) -> String {
        let accounting = field == .carbon ? carbonBasis + ", " : ""
        return accounting + basis.rawValue
    }
}
