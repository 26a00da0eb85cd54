internal import ArgumentParser
internal import Foundation
internal import Keruen

/// On what terms goods are sent: for a quote, and for an order that is quoted on its way.
struct QuoteOptions: ParsableArguments {
    @Option(help: "A region of that country.")
    var region: String?
    @Option(help: "A city.")
    var city: String?
    @Option(help: "A postcode as the country writes it.")
    var postcode: String?
    @Option(
        help: "Who pays the border: DAP the recipient, DDP the seller, who collects it with the price.",
        transform: { text in
            guard let incoterm = Incoterm(rawValue: text.uppercased()) else {
                throw ValidationError("--incoterm wants DAP or DDP")
            }
            return incoterm
        })
    var incoterm = Incoterm.dap
    @Option(help: "Off the goods or the order: 10%, 500 or '500 KZT'; may be repeated.")
    var discount: [String] = []
    @Option(help: ArgumentHelp("A rate of exchange; may be repeated.", valueName: "EUR/KZT=523.47"))
    var rate: [String] = []
    @Option(help: "A duty regime on every day, such as eaeu-personal or eaeu-ecommerce.")
    var regime: String?
    @Option(help: ArgumentHelp("A paper that goes with the parcel; may be repeated.", valueName: "kind=number"))
    var certificate: [String] = []
    @Flag(help: "As cargo, not by mail.")
    var cargo = false
    @Flag(help: "Without insurance.")
    var uninsured = false

    /// Whether nobody has said anything of a way.
    var areUntouched: Bool {
        region == nil && city == nil && postcode == nil && incoterm == .dap && discount.isEmpty && rate.isEmpty
            && regime == nil && !uninsured && certificate.isEmpty && !cargo
    }

    var channel: ParcelRoute.Channel { cargo ? .cargo : .mail }

    func papers(_ report: ReportLanguage) throws -> [Certificate] {
        try certificate.map { try Certificate(typed: $0, report) }
    }

    /// - Parameters:
    ///   - country: where it goes.
    ///   - origin: the warehouse's country.
    ///   - day: whose prices, rules and rates count; today when nil.
    func terms(
        to country: String, from origin: String, on day: String? = nil, in market: Market, _ catalog: CatalogOption,
        _ report: ReportLanguage
    ) throws -> QuoteTerms {
        var terms = QuoteTerms(
            to: try Destination(country: country, region: region, city: city, postcode: postcode), shipsFrom: origin,
            incoterm: incoterm, isInsured: !uninsured)
        if let day {
            guard let read = CivilDate(day) else {
                throw Failure(.usage, [Diagnostic("CLI0131", .error, at: nil, ["value": .text(day)])], in: report)
            }
            terms.day = read
        }
        terms.channel = channel
        terms.certificates = try papers(report)
        terms.discounts = try discount.map { try Discount($0, currency: market.currency) }
        let day = terms.day ?? CivilDate(Date(), in: market)
        let given = try rate.map { try ExchangeRate(argument: $0, on: day) }
        // A rate that is given stands in the place of every other of its pair.
        let pairs = given.map { Set([$0.from, $0.to]) }
        terms.rates = RateTable(given)
        for rate in try catalog.rates(report).rates where !pairs.contains([rate.from, rate.to]) {
            terms.rates.add(rate)
        }
        if let regime {
            let known = Set(terms.rules.regimes.map(\.regime)).sorted()
            guard known.contains(regime) else {
                throw Failure(
                    .usage,
                    [
                        Diagnostic(
                            "CLI0133", .error, at: nil,
                            ["value": .text(regime), "known": .text(known.joined(separator: ", "))])
                    ], in: report)
            }
            terms.rules = terms.rules.selecting(regime: regime)
        }
        return terms
    }
}

extension Certificate {
    /// Reads `cites-permit=KZ-2026-0117`.
    /// - Throws: `Failure` for what has no kind or no number.
    init(typed text: String, _ report: ReportLanguage) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Failure(.usage, [Diagnostic("CLI0170", .error, at: nil, ["value": .text(text)])], in: report)
        }
        self.init(kind: parts[0], number: parts[1], issuer: "", language: report.tag)
    }
}

extension ExchangeRate {
    /// Reads `EUR/KZT=523.47`; its source is the command line.
    /// - Throws: `TradeError` with `badRate`.
    init(argument: String, on day: CivilDate) throws {
        let sides = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let pair = sides[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, pair.count == 2, let from = Currency(pair[0]), let to = Currency(pair[1]), from != to,
            let ratio = Ratio(sides[1]),
            let rate = ExchangeRate(from: from, to: to, ratio, on: day, source: "--rate")
        else { throw TradeError(.badRate, ["value": .text(argument)]) }
        self = rate
    }
}
