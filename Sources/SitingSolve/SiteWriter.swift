import LinearProgramming
import Quantities
import Siting
import SitingFormulation

/// Splits a plan's measures by site.
struct SiteWriter {
    private let formulation: Formulation
    private let values: [Double]
    private let cost: [Double]
    private let emissions: [Double]
    private let water: [Double]
    private let energy: [Double]

    init(_ formulation: Formulation, values: [Double]) {
        self.formulation = formulation
        self.values = values
        let measures = formulation.measures
        cost = formulation.valuesBySite(of: measures.cost, at: values)
        emissions = formulation.valuesBySite(of: measures.emissions, at: values)
        water = formulation.valuesBySite(of: measures.water, at: values)
        energy = formulation.valuesBySite(of: measures.energy, at: values)
    }

    /// Every site with capacity, largest first, the first id of equals.
    ///
    /// - Parameter named: Ids that other rows of the plan speak of, which are listed whatever stands there.
    func sites(prices: [Price], named: Set<String>) -> [SitePlan] {
        let scenario = formulation.scenario
        let standing = scenario.sites.indices.filter { site in
            values[formulation.decisions.capacity[site].column] > PlanWriter.leastPower
                || named.contains(scenario.sites[site].id)
        }
        return standing.map { site($0, prices: prices) }.sorted { left, right in
            left.capacity == right.capacity
                ? left.id < right.id : left.capacity > right.capacity
        }
    }

    private func site(_ index: Int, prices: [Price]) -> SitePlan {
        let site = formulation.scenario.sites[index]
        let decisions = formulation.decisions
        let hours = Period.hours.value
        let capacity = values[decisions.capacity[index].column]
        let training = formulation.trainingPower(at: index, values) * hours
        let inference = formulation.inferencePower(at: index, values) * hours
        let supplies = decisions.draws[index].map { draw in
            SupplyDraw(
                supply: draw.supply.map { site.supplies[$0].name } ?? Supply.grid,
                power: values[draw.variable.column])
        }
        return SitePlan(
            id: site.id, name: site.name, country: site.country, capacity: capacity,
            built: values[decisions.build[index].column], training: training,
            inference: inference, energy: energy[index], emissions: emissions[index],
            cost: cost[index], water: water[index],
            utilisation: capacity > 0 ? (training + inference) / hours / capacity : 0,
            carbonGramsPerKilowattHour: site.carbon?.gramsPerKilowattHour,
            priceDollarsPerMegawattHour: site.price?.value,
            marginalValue: marginalValue(of: site, among: prices), supplies: supplies)
    }

    /// The price of the limit that binds the site: its own, else its position's.
    private func marginalValue(of site: Site, among prices: [Price]) -> Price? {
        let position = formulation.positions.first { position in
            position.sites.contains { formulation.scenario.sites[$0].id == site.id }
        }
        let rows = [
            "\(SiteLimitFamily.name)(\(site.id))",
            "\(PositionLimitFamily.name)(\(position?.id ?? site.id))",
        ]
        for row in rows {
            if let price = prices.first(where: { $0.rule == row }) { return price }
        }
        return nil
    }
}
