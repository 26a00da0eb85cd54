internal import ArgumentParser
internal import Foundation
internal import Keruen

struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Reckons what goods cost until they are there: freight, insurance, duty and tax.",
        discussion: """
            Examples:
              keruen quote --market kz --to KZ --ships-from CN --rate EUR/KZT=523.47 XJ-DUT-315=2
              keruen quote --market ru --to RU --ships-from CN --day 2026-07-01 --incoterm DDP --explain XJ-DUT-315

            What no rule speaks of is told and left to a person. Exits with 1 where the goods can't be sent there. Not legal advice.
            """)

    @Option(help: "A market's code: cn, ru or kz.")
    var market: String
    @Option(help: "The country that it goes to: KZ.")
    var to: String
    @Option(help: "A region of that country.")
    var region: String?
    @Option(help: "A city.")
    var city: String?
    @Option(help: "A postcode as the country writes it.")
    var postcode: String?
    @Option(help: "The warehouse's country: CN.")
    var shipsFrom: String
    @Option(help: "Whose prices, rules and rates count: 2026-07-01; today when left out.")
    var day: String?
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
    @Flag(help: "Without insurance.")
    var uninsured = false
    @Flag(help: "Show each charge's rule, base, rate, rounding and source.")
    var explain = false
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption
    @Argument(help: ArgumentHelp("What to reckon.", valueName: "sku[=quantity]"))
    var items: [String]

    func run() throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let market = try catalog.market(market, report)
        let quote: Quote
        let terms: QuoteTerms
        do {
            terms = try self.terms(in: market, report)
            quote = try Quote(try Cart(typed: items, report), in: market, from: catalog, under: terms, at: Date())
        } catch let error as TradeError {
            let isUsage = [.unknownCountry, .badPostcode, .badDiscount, .badRate].contains(error.code)
            guard isUsage else { throw Failure(error, in: report) }
            throw Failure(.usage, [error.diagnostic], in: report)
        }
        let text = QuoteText(quote, terms: terms, market: market, isExplained: explain, report: report)
        try write(text.text(format), report)
        if case .blocked(let reasons) = quote.outcome { throw Failure(.findings, reasons, in: report) }
    }

    /// What banks published, where the catalogue has a folder of it.
    private func banks(_ report: ReportLanguage) throws -> [ExchangeRate] {
        let folder = URL(filePath: catalog.catalog).appending(path: "rates")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        do { return try RateTable.load(folder: folder).rates } catch { throw Failure(error, in: report) }
    }

    private func terms(in market: Market, _ report: ReportLanguage) throws -> QuoteTerms {
        var terms = QuoteTerms(
            to: try Destination(country: to, region: region, city: city, postcode: postcode), shipsFrom: shipsFrom,
            incoterm: incoterm, isInsured: !uninsured)
        if let day {
            guard let read = CivilDate(day) else {
                throw Failure(.usage, [Diagnostic("CLI0131", .error, at: nil, ["value": .text(day)])], in: report)
            }
            terms.day = read
        }
        terms.discounts = try discount.map { try Discount($0, currency: market.currency) }
        let day = terms.day ?? CivilDate(Date(), in: market)
        let given = try rate.map { try ExchangeRate(argument: $0, on: day) }
        // A rate that is given stands in the place of every other of its pair.
        let pairs = given.map { Set([$0.from, $0.to]) }
        terms.rates = RateTable(given)
        for rate in try banks(report) where !pairs.contains([rate.from, rate.to]) { terms.rates.add(rate) }
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

extension ExchangeRate {
    /// Reads `EUR/KZT=523.47`; its source is the command line.
    /// - Throws: `TradeError` with `badRate`.
    fileprivate init(argument: String, on day: CivilDate) throws {
        let sides = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let pair = sides[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2, pair.count == 2, let from = Currency(pair[0]), let to = Currency(pair[1]), from != to,
            let ratio = Ratio(sides[1]),
            let rate = ExchangeRate(from: from, to: to, ratio, on: day, source: "--rate")
        else { throw TradeError(.badRate, ["value": .text(argument)]) }
        self = rate
    }
}
