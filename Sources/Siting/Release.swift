/// Which program this is, as its command, its data and its pages say.
public enum Release {
    public static let program = "sitewise"
    public static let version = "0.1.0"

    /// Such as `sitewise 0.1.0`.
    public static let madeBy = "\(program) \(version)"
}
