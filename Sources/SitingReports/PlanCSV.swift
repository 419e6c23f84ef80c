public import Siting
import Typesetting

/// The sites of a plan as CSV.
public enum PlanCSV {
    /// One row a site, with the keys of the JSON's `sites` as header and exact values.
    ///
    /// Energies, emissions, cost and water are per year. An infeasible plan has the header only.
    public static func sites(_ plan: Plan) -> String {
        DataTable("sites", PlanTables.sites, rows: plan.sites).csv()
    }
}
