import Quantities
import Testing

// That units do not mix is the compiler's to check. Each of these lines is refused:
//
//     Power(1) + Energy(1)
//     let cost: Money = EnergyPrice(40) * Power(1)
//     Power(1) < Duration(1)
//     let rate: EnergyPrice = Money(1).per(Power(1))

@Test("Quantities of one unit add, subtract, scale and compare as their numbers do")
func arithmeticOfOneUnit() {
    let load: Power = 3
    #expect(load + 1.5 == Power(4.5))
    #expect(load - 5 == Power(-2))
    #expect(load * 2 == Power(6))
    #expect(2 * load == Power(6))
    #expect(load / 4 == Power(0.75))
    #expect(load / Power(1.5) == 2)
    #expect(load > .zero)
    #expect([load, 1, 2].max() == load)
    var sum = Power.zero
    sum += load
    sum += load
    #expect(sum.value == 6)
}

@Test("A rate times its denominator gives its numerator")
func ratesMultiply() {
    let price: EnergyPrice = 40
    let cost: Money = price * Energy(2.5)
    #expect(cost == 100)
}

@Test("A quotient of two units is a rate that undoes the division")
func quotientsAreRates() {
    let rate: PowerPrice = Money(30).per(Power(4))
    #expect(rate.value == 7.5)
    let back: Money = rate * Power(4)
    #expect(back == 30)
}

@Test("Rates chain through the unit they share")
func ratesChain() {
    let price: EnergyPrice = 40
    let hours = Energy(8760).per(Power(1))
    let yearly: PowerPrice = price.times(hours)
    #expect(yearly.value == 350_400)
}

@Test("Grams per kilowatt-hour are a thousandth of a tonne per megawatt-hour")
func carbonIntensities() {
    let intensity = CarbonIntensity(gramsPerKilowattHour: 57)
    #expect(intensity.value == 0.057)
    #expect(intensity.gramsPerKilowattHour == 57)
    let emitted: Mass = intensity * Energy(1000)
    #expect(emitted == 57)
}

@Test("Symbols of rates and products are made of the symbols of their parts")
func symbols() {
    #expect(Per<Dollar, MegawattHour>.symbol == "USD/MWh")
    #expect(Times<Millisecond, Request>.symbol == "ms*requests")
    #expect(Per<Per<Dollar, Megawatt>, Hour>.symbol == "USD/MW/h")
    #expect(EnergyPrice(40.5).description == "40.5 USD/MWh")
}

@Test("A quantity is no larger than its number")
func size() {
    #expect(MemoryLayout<EnergyPrice>.size == MemoryLayout<Double>.size)
    #expect(MemoryLayout<Power?>.size == MemoryLayout<Double?>.size)
}
