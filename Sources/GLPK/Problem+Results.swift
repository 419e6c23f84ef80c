import CGLPK
import GLPKShim
import LinearProgramming

extension BasisStatus {
    /// `nil` for a code that GLPK does not have.
    init?(code: UInt8) {
        switch Int32(code) {
        case GLP_BS: self = .basic
        case GLP_NL: self = .atLower
        case GLP_NU: self = .atUpper
        case GLP_NF: self = .free
        case GLP_NS: self = .fixed
        default: return nil
        }
    }

    var code: UInt8 {
        switch self {
        case .basic: UInt8(GLP_BS)
        case .atLower: UInt8(GLP_NL)
        case .atUpper: UInt8(GLP_NU)
        case .free: UInt8(GLP_NF)
        case .fixed: UInt8(GLP_NS)
        }
    }
}

/// The basic solution of a solve, in the model's units.
struct BasicSolution {
    var objective: Double
    var columnValues: [Double]
    var rowDuals: [Double]
    var basis: Basis
}

extension Problem {
    func setBasis(_ basis: Basis) throws(GLPKError) {
        let columns = basis.columns.map(\.code)
        let rows = basis.rows.map(\.code)
        try perform("glp_set_col_stat") { monitor, problem in
            glpkshim_set_basis(monitor, problem, columns, rows)
        }
    }

    func setSlackBasis() throws(GLPKError) {
        try perform("glp_std_basis") { monitor, problem in
            glpkshim_set_slack_basis(monitor, problem)
        }
    }

    func basicSolution(_ model: WorkingModel) throws(GLPKError) -> BasicSolution {
        var values = [Double](repeating: 0, count: model.columnLower.count)
        var duals = [Double](repeating: 0, count: model.rowLower.count)
        var columnCodes = [UInt8](repeating: 0, count: values.count)
        var rowCodes = [UInt8](repeating: 0, count: duals.count)
        try perform("glp_get_col_prim") { monitor, problem in
            glpkshim_copy_basic(monitor, problem, &values, &columnCodes, &duals, &rowCodes)
        }
        let basis = Basis(
            columns: columnCodes.compactMap(BasisStatus.init(code:)),
            rows: rowCodes.compactMap(BasisStatus.init(code:)))
        guard basis.columns.count == values.count, basis.rows.count == duals.count else {
            throw fault("glp_get_col_stat", "a status is none of GLPK's")
        }
        for (column, status) in basis.columns.enumerated() {
            let (lower, upper) = (model.columnLower[column], model.columnUpper[column])
            switch status {
            case .atLower, .fixed: values[column] = lower
            case .atUpper: values[column] = upper
            case .free: values[column] = 0
            case .basic: values[column] = min(max(values[column] / scaling.bound, lower), upper)
            }
        }
        for row in duals.indices { duals[row] /= scaling.cost }
        return BasicSolution(
            objective: objective(read(glp_get_obj_val), model), columnValues: values,
            rowDuals: duals, basis: basis)
    }

    /// The incumbent of an integer search, integers exact.
    func incumbent(_ model: WorkingModel) throws(GLPKError) -> [Double] {
        var values = [Double](repeating: 0, count: model.columnLower.count)
        try perform("glp_mip_col_val") { monitor, problem in
            glpkshim_copy_incumbent(monitor, problem, &values)
        }
        for column in values.indices {
            let value = min(
                max(values[column], model.columnLower[column]), model.columnUpper[column])
            values[column] = model.model.columnIsInteger[column] ? value.rounded() : value
        }
        return values
    }

    /// A figure of the solver's objective in the model's units, constant included.
    func objective(_ scaled: Double?, _ model: WorkingModel) -> Double {
        (scaled ?? .nan) / scaling.objective + model.model.objectiveConstant
    }
}
