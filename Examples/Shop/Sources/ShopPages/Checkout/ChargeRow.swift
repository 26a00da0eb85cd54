internal import Keruen

extension CheckoutView {
    /// What a charge is for, how much it is, and when it is paid if not now.
    /// - Parameter title: of the goods that it belongs to.
    func row(_ charge: Charge, of title: String) -> [String: Any] {
        var arguments: [String: Diagnostic.Argument] = ["sku": .text(title)]
        // Of goods the rate is how many there are.
        if charge.kind == .goods, let quantity = charge.rate?.decimalText { arguments["quantity"] = .text(quantity) }
        let label = reader.text("quote.kind.\(charge.kind.rawValue)", arguments) ?? ""
        // A border that takes nothing says so: a bare zero asks for a reason.
        let isNone = charge.amount.minorUnits == 0 && Self.atBorders.contains(charge.kind)
        let isLater = charge.due != .now && !isNone
        return [
            "label": label.replacing(" × ", with: "\u{A0}×\u{A0}"),
            "amount": isNone ? words.lookNone() : formatted(charge.amount), "isLater": isLater,
            "due": isLater ? reader.text("quote.due.\(charge.due.rawValue)") ?? "" : "", "isNone": isNone,
        ]
    }

    private static let atBorders: Set<Charge.Kind> = [
        .duty, .importVAT, .combinedTax, .consumptionTax, .customsFee,
    ]
}
