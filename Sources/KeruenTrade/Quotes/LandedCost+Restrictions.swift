extension LandedCost {
    /// Asks of every parcel's goods whether they may go there.
    mutating func restrict() {
        for item in parcels {
            for row in terms.rules.restrictions(on: item.product, from: origin, to: destination, on: day) {
                let reason = row.diagnostic(for: item.line.sku)
                if row.action == .block {
                    if !blocks.contains(where: {
                        $0.code == reason.code && $0.arguments["sku"] == reason.arguments["sku"]
                    }) {
                        blocks.append(reason)
                    }
                } else if !reviews.contains(reason) {
                    reviews.append(reason)
                }
            }
        }
    }
}
