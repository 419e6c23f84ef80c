/// A set of countries that a selection may name.
public enum CountryGroup: String, Sendable, CaseIterable {
    /// Member states of the European Union.
    case eu = "EU"
    /// Member states of the European Economic Area.
    case eea = "EEA"
    /// Where the GDPR applies.
    case gdpr = "GDPR"
    /// Where the GDPR applies, or an adequacy decision of the European Commission.
    case adequate = "ADEQUATE"
    /// Group D:5 of the US Export Administration Regulations.
    case d5 = "D5"
    case world = "WORLD"

    public func contains(_ country: Country) -> Bool {
        switch self {
        case .eu: country.isEUMember
        case .eea: country.isEEAMember
        case .gdpr: country.gdprApplies
        case .adequate: country.gdprApplies || country.hasGDPRAdequacy
        case .d5: country.isInGroupD5
        case .world: true
        }
    }
}
