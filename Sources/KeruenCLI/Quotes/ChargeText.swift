internal import Keruen

extension Charge {
    /// A line of a quote or an order: what it is for and how much, and when it is paid where that is not with the price.
    func line(in market: Market, _ report: ReportLanguage) -> String {
        func words(_ key: String, _ arguments: [String: Diagnostic.Argument]) -> String {
            report.text("quote.\(key)", arguments) ?? key
        }
        var arguments: [String: Diagnostic.Argument] = [:]
        if let sku { arguments["sku"] = .text(sku.description) }
        // Of goods the rate is how many there are.
        if kind == .goods, let quantity = rate?.decimalText { arguments["quantity"] = .text(quantity) }
        let label = words("kind.\(kind.rawValue)", arguments)
        let amount = amount.formatted(for: market, in: report.tag)
        guard due != .now else { return "\(label)  \(amount)" }
        let due = words("due.\(due.rawValue)", [:])
        return words("line", ["charge": .text(label), "amount": .text(amount), "due": .text(due)])
    }
}
