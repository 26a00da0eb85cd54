extension CatalogRule {
    static let tours = [
        CatalogRule.product(
            "CAT0415", bad: "departures: [2027-06-05, 2027-05-15]", good: "departures: [2027-05-15, 2027-06-05]"
        ) { product, _ in
            let days = product.source["tour"]?["departures"]?.elements ?? []
            return zip(days, days.dropFirst()).compactMap { before, day in
                guard let first = before.text.flatMap({ CivilDate($0) }),
                    let second = day.text.flatMap({ CivilDate($0) }), second <= first
                else { return nil }
                return Diagnostic(
                    "CAT0415", at: day.position, ["day": .text("\(second)"), "before": .text("\(first)")])
            }
        },
        CatalogRule.product("CAT0416", bad: "days: 2, nights: 3", good: "days: 3, nights: 2") { product, _ in
            guard case .tour(let tour) = product.value.details, tour.nights > tour.days else { return [] }
            return [
                Diagnostic(
                    "CAT0416", at: product.source.place("tour", "nights"),
                    ["nights": .integer(tour.nights), "days": .integer(tour.days)])
            ]
        },
        CatalogRule.product("CAT0417", bad: "groupSize: {min: 15, max: 2}", good: "groupSize: {min: 2, max: 15}") {
            product, _ in
            guard let size = product.source["tour"]?["groupSize"], let least = size["min"]?.integer,
                let most = size["max"]?.integer, least > most
            else { return [] }
            return [
                Diagnostic("CAT0417", at: size.position, ["least": .integer(least), "most": .integer(most)])
            ]
        },
    ]
}
