extension LandedCost {
    /// Asks of all parcels' goods together whether they may go there.
    mutating func restrict() {
        let goods = parcels.map { item in
            Screening.Goods(sku: item.line.sku, product: item.product, quantity: item.line.quantity, grams: item.grams)
        }
        let route = ParcelRoute(from: origin, to: destination, by: terms.channel)
        let screening = terms.rules.screening(of: goods, along: route, with: terms.certificates, on: day)
        blocks += screening.blocks
        reviews += screening.reviews
        quote.notices += screening.notes
    }
}
