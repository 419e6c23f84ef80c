extension Measures {
    /// The part of the cost that is the same wherever a machine stands.
    public static let hardwarePart = "hardware"
    static let shellPart = "shell"
    static let connectionPart = "connection"
    static let egressPart = "egress"
    static let servingPart = "serving"

    /// Parts of the cost that are paid once and spread over years; all others are running cost.
    public static let investmentParts: Set = [hardwarePart, shellPart, connectionPart]

    /// Parts of the running cost that inference alone causes.
    public static let servingParts: Set = [egressPart, servingPart]
}
