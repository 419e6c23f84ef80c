import CGLPK
import GLPKShim
import LinearProgramming

/// A loaded GLPK problem, to be made, used and closed on one thread.
///
/// GLPK aborts the process when a problem is freed on another thread. An abort or a cancellation of
/// *any* problem of a thread frees *all* problems of that thread: then `isAlive` is false.
final class Problem {
    let name: String
    private(set) var scaling: Scaling
    private let monitor: OpaquePointer
    private let epoch = glpkshim_epoch()
    private var pointer: OpaquePointer?
    private var poll: Poll?

    init(_ model: WorkingModel) throws(GLPKError) {
        name = model.model.name
        scaling = Scaling(model)
        guard let monitor = glpkshim_monitor_create() else {
            throw model.fault("calloc", "there is no memory left")
        }
        self.monitor = monitor
        var loaded: OpaquePointer?
        let matrix = model.model
        let outcome = glpkshim_load(
            monitor, &loaded, Int32(matrix.rowCount), Int32(matrix.columnCount), matrix.rowStart,
            matrix.entryColumn, matrix.entryCoefficient, matrix.columnIsInteger)
        pointer = loaded
        try check(outcome, "glp_load_matrix")
        try perform("glp_set_sjj") { monitor, problem in
            glpkshim_set_scale(monitor, problem, scaling.rows, scaling.columns)
        }
        try setCosts(model)
        try setRowBounds(model, 0..<matrix.rowCount)
        try setColumnBounds(model, 0..<matrix.columnCount)
    }

    deinit { glpkshim_monitor_destroy(monitor) }

    /// Frees the problem, if it still exists.
    func close() {
        guard let pointer, isAlive else { return }
        self.pointer = nil
        _ = glpkshim_delete(monitor, pointer)
    }

    var isAlive: Bool { pointer != nil && epoch == glpkshim_epoch() }

    /// What GLPK printed during the latest call.
    var text: String {
        var text = String(cString: glpkshim_monitor_text(monitor))
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    func setPoll(_ isCancelled: (@Sendable () -> Bool)?) {
        poll = isCancelled.map(Poll.init)
        guard let poll else {
            glpkshim_monitor_set_poll(monitor, nil, nil)
            return
        }
        let ask: @convention(c) (UnsafeMutableRawPointer?) -> Bool = { context in
            guard let context else { return false }
            return Unmanaged<Poll>.fromOpaque(context).takeUnretainedValue().isCancelled()
        }
        glpkshim_monitor_set_poll(monitor, ask, Unmanaged.passUnretained(poll).toOpaque())
    }

    func setCosts(_ model: WorkingModel) throws(GLPKError) {
        scaling.fitCosts(model)
        try perform("glp_set_obj_coef") { monitor, problem in
            glpkshim_set_costs(monitor, problem, model.costs, scaling.cost)
        }
    }

    /// Makes the objective zero, to ask for any plan at all.
    func clearCosts(_ model: WorkingModel) throws(GLPKError) {
        try perform("glp_set_obj_coef") { monitor, problem in
            glpkshim_set_costs(monitor, problem, model.costs, 0)
        }
    }

    func setRowBounds(_ model: WorkingModel, _ rows: Range<Int>) throws(GLPKError) {
        let (lower, upper) = (Array(model.rowLower[rows]), Array(model.rowUpper[rows]))
        try perform("glp_set_row_bnds") { monitor, problem in
            glpkshim_set_row_bounds(
                monitor, problem, Int32(rows.lowerBound), Int32(rows.count), lower, upper,
                scaling.bound)
        }
    }

    func setColumnBounds(_ model: WorkingModel, _ columns: Range<Int>) throws(GLPKError) {
        try setColumnBounds(
            columns.lowerBound, lower: Array(model.columnLower[columns]),
            upper: Array(model.columnUpper[columns]))
    }

    /// Sets the bounds of the columns from `first` on.
    func setColumnBounds(_ first: Int, lower: [Double], upper: [Double]) throws(GLPKError) {
        try perform("glp_set_col_bnds") { monitor, problem in
            glpkshim_set_column_bounds(
                monitor, problem, Int32(first), Int32(lower.count), lower, upper, scaling.bound)
        }
    }

    /// Runs a guarded call that has no outcome but success or an abort.
    func perform(
        _ call: String,
        _ body: (_ monitor: OpaquePointer, _ problem: OpaquePointer) -> glpkshim_outcome
    ) throws(GLPKError) {
        try check(try run(call, body), call)
    }

    /// Runs a guarded call and gives its outcome.
    func run(
        _ call: String,
        _ body: (_ monitor: OpaquePointer, _ problem: OpaquePointer) -> glpkshim_outcome
    ) throws(GLPKError) -> glpkshim_outcome {
        guard let pointer, isAlive else {
            throw fault(call, "the problem ended with an earlier abort on its thread")
        }
        return body(monitor, pointer)
    }

    /// Reads a number that GLPK keeps; never aborts.
    func read<Number>(_ number: (OpaquePointer) -> Number) -> Number? {
        guard let pointer, isAlive else { return nil }
        return number(pointer)
    }

    func fault(_ call: String, _ message: String) -> GLPKError {
        GLPKError(modelName: name, call: call, message: message)
    }

    private func check(_ outcome: glpkshim_outcome, _ call: String) throws(GLPKError) {
        if outcome != .done { throw fault(call, text) }
    }
}

private final class Poll {
    let isCancelled: @Sendable () -> Bool

    init(_ isCancelled: @escaping @Sendable () -> Bool) { self.isCancelled = isCancelled }
}
