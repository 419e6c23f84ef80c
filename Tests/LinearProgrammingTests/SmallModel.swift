import LinearProgramming
import Quantities

/// Two sites, six columns: a free one, a bounded one, integers, a row of every kind and a constant.
func smallModel() throws -> LinearModel {
    var model = LinearModel(name: "Two sites")
    let sites = Dimension("site", labels: ["yaan", "ca-qc"])
    let services = Dimension("service", labels: ["chat"])
    let serve = try model.declareColumns("serve", in: Megawatt.self, over: [services, sites])
    let modules = try model.declareColumns("modules", in: One.self, over: [sites])
    let spare = try model.declareColumns("spare", in: Megawatt.self, over: [])
    let slope = try model.declareColumns("slope", in: Megawatt.self, over: [])
    let demand = try model.declareRows("demand", in: Megawatt.self, over: [services])
    let capacity = try model.declareRows("site_capacity", in: Megawatt.self, over: [sites])
    let share = try model.declareRows("share", in: Megawatt.self, over: [])
    let floor = try model.declareRows("floor", in: Megawatt.self, over: [])

    let yaan = try model.addColumn(serve, 0, 0)
    let quebec = try model.addColumn(serve, 0, 1, from: 0.5, to: 40)
    let modulesYaan = try model.addColumn(modules, 0, to: 3.5, isInteger: true)
    let modulesQuebec = try model.addColumn(modules, 1, isInteger: true)
    let unused = try model.addColumn(spare, from: -2, to: -2)
    let free = try model.addColumn(slope, from: Power(-.infinity))

    var row = LinearExpression<Megawatt>()
    row.add(1, yaan)
    row.add(1, quebec)
    try model.addRow(demand, 0, expression: row, .equal(12.25))
    row.removeAll()
    row.add(1.5, yaan)
    row.add(Quantity<Per<Megawatt, One>>(-4), modulesYaan)
    try model.addRow(capacity, 0, expression: row, .atMost(0))
    row.removeAll()
    row.add(1.5, quebec)
    row.add(Quantity<Per<Megawatt, One>>(-1e-5), modulesQuebec)
    try model.addRow(capacity, 1, expression: row, .atMost(1e6))
    row.removeAll()
    row.add(1, yaan)
    row.add(-1, quebec)
    row.add(-1, free)
    try model.addRow(share, expression: row, .between(-3, 4.5))
    row.removeAll()
    row.add(1, free)
    row.constant = 2
    try model.addRow(floor, expression: row, .atLeast(-5))

    var cost = LinearExpression<Dollar>()
    cost.add(PowerPrice(350_400), yaan)
    cost.add(PowerPrice(1), quebec)
    cost.add(Quantity<Per<Dollar, One>>(-1e-7), modulesYaan)
    cost.add(PowerPrice(0), unused)
    cost.constant = -250.5
    try model.minimise(cost)
    return model
}
