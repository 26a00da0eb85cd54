internal import Keruen
internal import ShopSite

extension View {
    private var buyer: BuyerWords { BuyerWords(site, along: shop.market.chain(for: shop.language) + [.en]) }

    /// What a finding says to a buyer: goods by their titles, countries by their names, amounts and days as they are written here.
    /// - Parameter products: those that it may be about, beside the catalogue's.
    func sentence(_ diagnostic: Diagnostic, about products: [Product] = []) -> String {
        var arguments = diagnostic.arguments
        for (key, argument) in arguments {
            guard case .text(let text) = argument else { continue }
            if key == "stage" {
                let stage = ReportLanguage(shop.language).text("order.stage.\(text)")
                arguments[key] = .text(stage ?? text)
            } else if let money = Money(written: text) {
                arguments[key] = .text(shop.formatted(money))
            } else if let day = CivilDate(text) {
                arguments[key] = .text(shop.formatted(day))
            } else if key == "sku", let sku = SKU(text) {
                let named = products.first { $0.variants.contains { $0.sku == sku } }
                let product = named ?? shop.catalog.item(sku)?.product
                arguments[key] = .text(self.text(product?.title) ?? text)
            } else if ["from", "to", "country"].contains(key), text.utf8.count == 2 {
                arguments[key] = .text(country(text))
            }
        }
        return buyer.sentence(Diagnostic(diagnostic.code, diagnostic.severity, at: diagnostic.position, arguments))
    }

    /// The law that a charge follows, as the reader's language cites it.
    func law(of charge: Charge) -> String? { buyer.law(of: charge.rule) }

    /// Whose rate it is.
    func bank(_ exchange: ExchangeRate) -> String { buyer.bank(exchange.source) }

    func country(_ code: String) -> String { buyer.country(code) }
}

extension Money {
    /// Reads `95000.00 KZT`, as sentences carry amounts; nil for what is none.
    fileprivate init?(written text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let currency = Currency(parts[1]), let money = try? Money(parts[0], currency) else {
            return nil
        }
        self = money
    }
}
