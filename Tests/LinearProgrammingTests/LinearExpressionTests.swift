import LinearProgramming
import Quantities
import Testing

// The units of an expression are the compiler's to check. With `power: Variable<Megawatt>` and
// `cost: LinearExpression<Dollar>` none of these lines compiles:
//
//     cost.add(2, power)
//     cost.add(EnergyPrice(40), power)
//     cost.constant = Power(1)

@Test("Terms of other units come in by the rate that converts them")
func units() {
    let power = Variable<Megawatt>(column: 0)
    let energy = Variable<MegawattHour>(column: 1)
    var cost = LinearExpression<Dollar>()
    cost.add(PowerPrice(350_400), power)
    cost.add(EnergyPrice(40), energy)
    #expect(cost.value(at: [2, 3]) == Money(700_920))
}

@Test("Expressions come in times a number or a rate, constants included")
func nested() {
    let (first, second) = (Variable<Megawatt>(column: 0), Variable<Megawatt>(column: 1))
    var power = LinearExpression<Megawatt>()
    power.add(1.5, first)
    power.add(-1, second)
    power.constant = 4
    var twice = LinearExpression<Megawatt>()
    twice.add(2, power)
    twice.add(1, power)
    #expect(twice.value(at: [1, 1]) == Power(13.5))
    var cost = LinearExpression<Dollar>()
    cost.add(PowerPrice(10), twice)
    #expect(cost.termCount == 4)
    #expect(cost.constant == 120)
    #expect(cost.value(at: [1, 1]) == Money(135))
}

@Test("Combined expressions have one term a column, in order, and none that is zero")
func combining() {
    func variable(_ column: Int) -> Variable<One> { Variable(column: column) }
    var sum = LinearExpression<One>()
    sum.add(1, variable(5))
    sum.add(2, variable(0))
    sum.add(0, variable(3))
    sum.add(4, variable(5))
    sum.add(7, variable(2))
    sum.add(-7, variable(2))
    sum.constant = 9
    var expected = LinearExpression<One>()
    expected.add(2, variable(0))
    expected.add(5, variable(5))
    expected.constant = 9
    #expect(sum.combined() == expected)
    #expect(LinearExpression<One>().combined() == LinearExpression<One>())
}

@Test("The value of an expression survives cancellation")
func cancellingValue() {
    var sum = LinearExpression<One>()
    for (column, factor) in [1, 1e17, -1e17].enumerated() {
        sum.add(factor, Variable(column: column))
    }
    #expect(sum.value(at: [1, 1, 1]) == 1)
}

@Test("An emptied expression is like a new one")
func emptying() {
    var sum = LinearExpression<One>()
    sum.add(2, Variable<One>(column: 1))
    sum.constant = 3
    sum.removeAll()
    #expect(sum == LinearExpression<One>())
}
