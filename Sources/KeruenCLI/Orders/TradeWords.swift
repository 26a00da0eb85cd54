internal import Keruen

extension OrderStep {
    /// As it is typed behind `keruen order`.
    var command: String {
        switch self {
        case .captured: "pay"
        case .cancelled, .cancelRequested: "cancel"
        case .returnStarted: "return"
        case .returnReceived: "return --received"
        case .receiptReleased: "receipt apply"
        default: "ship --step \(rawValue)"
        }
    }
}

extension PurchaseFlow.Step {
    /// As it is typed behind `keruen purchase`.
    var command: String {
        switch self {
        case .shipped: "ship"
        case .entered: "enter"
        case .counted: "count"
        case .released: "release"
        case .closed: "close"
        case .cancelled: "cancel"
        }
    }
}

extension ReportLanguage {
    /// A refusal's arguments in the reader's words: stages and steps by their names, amounts as they are written, no inner prefix.
    func readable(_ diagnostic: Diagnostic) -> Diagnostic {
        var arguments = diagnostic.arguments
        for (key, argument) in arguments {
            guard case .text(let text) = argument else { continue }
            switch key {
            case "stage" where diagnostic.code == .purchaseNotAllowedNow:
                arguments[key] = .text(self.text("purchase.stage.\(text)") ?? text)
            case "step" where diagnostic.code == .purchaseNotAllowedNow,
                "known" where diagnostic.code == .purchaseNotAllowedNow:
                let commands = text.split(separator: ", ").map {
                    PurchaseFlow.Step(rawValue: String($0))?.command ?? String($0)
                }
                arguments[key] = .text(commands.joined(separator: ", "))
            case "stage": arguments[key] = .text(self.text("order.stage.\(text)") ?? text)
            case "step" where OrderStep(rawValue: text) != nil:
                arguments[key] = .text(self.text("order.event.\(text)") ?? text)
            case "known" where diagnostic.code == .notAllowedNow:
                let commands = text.split(separator: ", ").map {
                    OrderStep(rawValue: String($0))?.command ?? String($0)
                }
                arguments[key] = .text(commands.joined(separator: ", "))
            case "payment": arguments[key] = .text(Payment.shown(text))
            default: arguments[key] = .text(amount(text) ?? text)
            }
        }
        return Diagnostic(diagnostic.code, diagnostic.severity, at: diagnostic.position, arguments)
    }

    /// `95000.00 KZT` as this language writes it; nil for what is no amount.
    private func amount(_ text: String) -> String? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let currency = Currency(parts[1]), let money = try? Money(parts[0], currency) else {
            return nil
        }
        return try? DecimalFormatter.shared(tag, .currency(currency.code)).format(money.decimalText)
    }
}

extension Payment {
    /// A payment's number without the name of the hand that noted it, which is always the same here.
    static func shown(_ id: String) -> String {
        let prefix = HandPayments.name + "/"
        return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }
}
