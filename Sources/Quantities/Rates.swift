/// Short names for the rates that the model and its files speak of.
public typealias Power = Quantity<Megawatt>
public typealias Energy = Quantity<MegawattHour>
public typealias Money = Quantity<Dollar>
public typealias Mass = Quantity<Tonne>
public typealias Volume = Quantity<CubicMetre>
public typealias Latency = Quantity<Millisecond>
public typealias Distance = Quantity<Kilometre>
public typealias Duration = Quantity<Hour>
public typealias EnergyPrice = Quantity<Per<Dollar, MegawattHour>>
public typealias PowerPrice = Quantity<Per<Dollar, Megawatt>>
/// t/MWh. Files state g/kWh: 1,000 g/kWh are 1 t/MWh.
public typealias CarbonIntensity = Quantity<Per<Tonne, MegawattHour>>
/// m3/MWh, the same number as l/kWh.
public typealias WaterIntensity = Quantity<Per<CubicMetre, MegawattHour>>

extension Quantity where Unit == Per<Tonne, MegawattHour> {
    /// From the usual unit of tables, g/kWh.
    @inlinable
    public init(gramsPerKilowattHour grams: Double) { self.init(grams / 1000) }

    /// In the usual unit of tables, g/kWh.
    @inlinable
    public var gramsPerKilowattHour: Double { value * 1000 }
}
