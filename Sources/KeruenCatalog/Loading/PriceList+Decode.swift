extension PriceList {
    /// Amounts that are no money of the list's currency are left out here and reported by the checks.
    init(_ document: DocumentNode) throws(Refusal) {
        let node = try document.checked(.priceList)
        guard let currency = node["currency"]?.text.flatMap(Currency.init),
            let from = node["from"]?.text.flatMap({ CivilDate($0) })
        else { throw Refusal(Shape.priceList.check(node)) }
        let file = node.position.file.split(separator: "/").last ?? ""
        self.init(
            id: file.split(separator: ".").first.map(String.init) ?? "",
            market: node["market"]?.text ?? "",
            from: from,
            through: node["through"]?.text.flatMap { CivilDate($0) },
            includesTax: node["taxIncluded"]?.boolean ?? true,
            prices: Dictionary(
                (node["prices"]?.entries ?? []).compactMap { entry in
                    guard let sku = SKU(entry.key), let text = entry.value.text,
                        let amount = try? Money(text, currency)
                    else { return nil }
                    return (sku, amount)
                }, uniquingKeysWith: { first, _ in first }))
    }
}
