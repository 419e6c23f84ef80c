/// GLPK refused a call, failed, or could not be run. No answer about the model follows from it.
public struct GLPKError: Error, Sendable, Equatable {
    /// The model's name; empty where there is none yet.
    public let modelName: String
    /// The routine that failed, such as `glp_simplex`.
    public let call: String
    /// The reason, in GLPK's words where it has any.
    public let message: String

    public init(modelName: String, call: String, message: String) {
        self.modelName = modelName
        self.call = call
        self.message = message
    }
}

extension GLPKError: CustomStringConvertible {
    public var description: String {
        modelName.isEmpty
            ? "\(call) failed: \(message)"
            : "\(call) failed on model '\(modelName)': \(message)"
    }
}
