extension Rule.Content {
    /// The word by which scenario files call it.
    public var kind: String {
        switch self {
        case .residency: "residency"
        case .access: "access"
        case .closed: "closed"
        case .share: "share"
        case .nearUsers: "near_users"
        case .trainingSupply: "training_supply"
        case .placement: "placement"
        }
    }
}
