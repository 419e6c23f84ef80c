/// A row of `accelerators.csv`: the power and the making of a machine that computes.
public struct Accelerator: Sendable, Equatable {
    public let id: String
    public let name: String
    /// Rated, of one accelerator, W; nil where none is published.
    public let ratedWatts: Double?
    /// What the rest of the machine draws beside each accelerator, W.
    public let hostWatts: Double?
    /// Making one accelerator, kg CO2e; published figures alone, no output of models.
    public let embodiedKilograms: Double?
    /// A key of `sources.csv`, of the rated power.
    public let source: String
}

extension Accelerator {
    static let watts = NumberRange.between(0, 1e5)

    static func read(from files: CatalogueFiles) -> [Accelerator] {
        let columns = [
            "id", "name", "tdp_w", "source", "host_overhead_w_per_accelerator",
            "embodied_kg_co2e",
        ]
        var ids = UniqueNames()
        return files.rows("accelerators.csv", requiring: columns).compactMap { row in
            guard let id = row.id("id"), ids.insert(id, of: row, column: "id"),
                let name = row.text("name"), let source = row.text("source")
            else { return nil }
            return Accelerator(
                id: id, name: name, ratedWatts: row.optionalNumber("tdp_w", in: watts),
                hostWatts: row.optionalNumber("host_overhead_w_per_accelerator", in: watts),
                embodiedKilograms: row.optionalNumber("embodied_kg_co2e", in: .between(0, 1e6)),
                source: source)
        }
    }
}
