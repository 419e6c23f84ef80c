public import LinearProgramming
public import Siting

/// One family of rows: a sentence of the model that holds for every member of its index set.
///
/// The name is the prefix of its rows, its golden file, its heading in `Guides/model.md` and its label in
/// reports. To add one, follow the five steps of CONTRIBUTING.md.
public protocol ConstraintFamily: Sendable {
    /// Letters and `_`.
    static var name: String { get }

    /// Adds the family's rows for the scenario and policy of `formulation`.
    static func addRows(
        to program: inout LinearModel, for formulation: Formulation
    ) throws(ModelError)

    /// What loosening one row by one unit means to a planner; `nil` for rows that are identities.
    static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording?
}

extension ConstraintFamily {
    public static func wording(of tuple: [Int], in formulation: Formulation) -> RowWording? { nil }
}

/// How a row is spoken of in a report.
public struct RowWording: Sendable, Equatable {
    /// One unit more of what the row limits, such as `one more MW at Keflavík`.
    public let subject: String
    /// The unit that the row limits, such as `MW`.
    public let unit: String
    /// Where the planner wrote the limit.
    public let location: SourceLocation?

    public init(subject: String, unit: String, location: SourceLocation?) {
        self.subject = subject
        self.unit = unit
        self.location = location
    }
}

/// Every family of the model, in the order of its rows.
public let constraintFamilies: [any ConstraintFamily.Type] = [
    DemandFamily.self, TrainingFamily.self, PeakFamily.self, SiteCapacityFamily.self,
    BuildUpFamily.self, PositionLimitFamily.self, SiteLimitFamily.self, ActivePowerFamily.self,
    ITPowerFamily.self, PowerFamily.self, SupplyFamily.self, SeasonFamily.self, ShareFamily.self,
    NearUsersFamily.self, TrainingSupplyFamily.self, TrainingSeasonFamily.self,
    PlacementFamily.self, BurdenFamily.self, MeasureLimitFamily.self,
]
