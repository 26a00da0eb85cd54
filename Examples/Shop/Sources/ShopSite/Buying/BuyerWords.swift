public import Keruen

/// What findings and laws are called to somebody who buys: without the ids of rules, which belong to the merchant's reports, and with laws
/// by the names that they have in the reader's language (`Locales/*/buying.json`).
///
///     words.sentence(reason)              // «Облагаются ли налогом посылки Китай → Казахстан, пока не установлено.»
///     words.law(of: "kz-vat-2026")        // «Налоговый кодекс РК, действующий с 1 января 2026 года»
public struct BuyerWords: Sendable {
    private let strings: StringTables
    private let chain: [LanguageTag]
    private let report: ReportLanguage

    /// - Parameter chain: the reader's language first.
    public init(_ site: Site, along chain: [LanguageTag]) {
        (strings, self.chain) = (site.strings, chain)
        report = ReportLanguage(chain.first ?? .en)
    }

    /// As the merchant's reports have it where buyers are told nothing else.
    /// - Parameter diagnostic: with amounts, days and goods as the reader knows them.
    public func sentence(_ diagnostic: Diagnostic) -> String {
        var arguments = diagnostic.arguments
        if case .text(let rule)? = arguments["rule"], let law = law(of: rule) { arguments["source"] = .text(law) }
        for key in ["bank", "wanted"] {
            if case .text(let code)? = arguments[key] { arguments[key] = .text(bank(code)) }
        }
        for key in ["origin", "destination"] {
            if case .text(let code)? = arguments[key] { arguments[key] = .text(country(code)) }
        }
        let values = arguments.mapValues { argument -> MessageArgument in
            switch argument {
            case .text(let text): .text(text)
            case .integer(let integer): .integer(integer)
            }
        }
        return strings.text("buying.reasons.\(diagnostic.code)", values, along: chain)?.value
            ?? report.sentence(Diagnostic(diagnostic.code, diagnostic.severity, at: diagnostic.position, arguments))
    }

    /// The law that a rule follows; nil for a rule of the shop's own.
    public func law(of rule: String) -> String? { strings.text("buying.laws.\(rule)", along: chain)?.value }

    /// «Казахстан» for KZ; the code itself where it has no name.
    public func country(_ code: String) -> String {
        strings.text("shop.country.\(code)", along: chain)?.value ?? code
    }

    /// Whose exchange rate it is: «Нацбанк РК» for nbk; the code itself where it has no name.
    public func bank(_ code: String) -> String {
        strings.text("buying.banks.\(code)", along: chain)?.value ?? code.uppercased()
    }
}
