extension Catalog {
    /// Whether an order's goods may go on a day: what is asked before it is declared, because the law may have changed since it was placed.
    ///
    ///     try await store.screen(order.id, by: catalog.screening(of: order, on: today), at: now)
    ///
    /// - Parameter certificates: papers that were got for this parcel.
    /// - Throws: `TradeError` with `unknownSKU` for goods that the catalogue has lost, `unknownRoute` where nobody knows where they lie.
    public func screening(
        of order: Order, under rules: TradeRules = .standard, with certificates: [Certificate] = [],
        by channel: ParcelRoute.Channel = .mail, on day: CivilDate
    ) throws(TradeError) -> Screening {
        let landing = order.placement.landing
        let warehouse = order.reservations.first?.place.warehouse ?? order.placement.warehouses.first
        guard let origin = landing?.shipsFrom ?? warehouses.first(where: { $0.id == warehouse })?.country,
            let destination = landing?.destination ?? market(order.market)?.countries.first
        else { throw TradeError(.unknownRoute, ["id": .text(order.id.description)]) }
        return try screening(
            of: order.lines, along: ParcelRoute(from: origin, to: destination, by: channel), under: rules,
            with: certificates, on: day)
    }

    /// Whether what a quote names may go along a route.
    public func screening(
        of lines: [Quote.Line], along route: ParcelRoute, under rules: TradeRules = .standard,
        with certificates: [Certificate] = [], on day: CivilDate
    ) throws(TradeError) -> Screening {
        var goods: [Screening.Goods] = []
        for line in lines {
            guard let (product, variant) = item(line.sku) else {
                throw TradeError(.unknownSKU, ["sku": .text(line.sku.description)])
            }
            goods.append(Screening.Goods(variant, of: product, quantity: line.quantity))
        }
        return rules.screening(of: goods, along: route, with: certificates, on: day)
    }
}
