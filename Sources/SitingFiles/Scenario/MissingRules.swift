import Siting

/// What to do where a figure of a site is unknown.
struct MissingRules {
    enum Action: String, CaseIterable {
        /// Takes the scenario's or the catalogue's assumption.
        case assume
        /// Computes it from the site's mean temperature.
        case climate
        /// Leaves the site out.
        case exclude
        /// Refuses the scenario.
        case fail
        /// Counts it as nothing and states the coverage of totals.
        case report
    }

    enum Field: String, CaseIterable {
        case carbon, price, pue, wue
        case gridWater = "grid_water"

        var figure: SiteField {
            switch self {
            case .carbon: .carbon
            case .price: .price
            case .pue: .pue
            case .wue: .wue
            case .gridWater: .gridWater
            }
        }

        var usualAction: Action {
            switch self {
            case .carbon, .price: .exclude
            case .pue, .wue: .assume
            case .gridWater: .report
            }
        }

        /// Every figure can count as nothing but the PUE, which multiplies and which alone follows
        /// from the climate.
        var actions: [Action] {
            Action.allCases.filter { $0 != (self == .pue ? .report : .climate) }
        }

        init?(figure: SiteField) {
            guard let field = Self.allCases.first(where: { $0.figure == figure }) else {
                return nil
            }
            self = field
        }
    }

    static let keys = Field.allCases.map(\.rawValue)

    private var stated: [Field: (action: Action, location: SourceLocation)] = [:]

    init(_ mapping: YAMLMapping?) {
        guard let mapping else { return }
        mapping.checkKeys(allowed: Self.keys)
        for field in Field.allCases {
            guard let value = mapping.value(field.rawValue),
                let action = value.choice(field.actions.map(\.rawValue))
                    .flatMap(Action.init(rawValue:))
            else { continue }
            stated[field] = (action, value.location)
        }
    }

    /// - Parameter isAssumed: whether the scenario assumes a value, which says enough where no
    ///   action is stated.
    func action(for field: Field, isAssumed: Bool) -> Action {
        stated[field]?.action ?? (isAssumed ? .assume : field.usualAction)
    }

    /// Whether the figure is computed from the climate where a site has none.
    func isModelled(_ figure: SiteField) -> Bool {
        Field(figure: figure).map { stated[$0]?.action == .climate } ?? false
    }

    /// Where the action is stated.
    func location(of field: Field) -> SourceLocation? { stated[field]?.location }
}
