internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

struct QuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Reckons what goods cost until they are there: freight, insurance, duty and tax.",
        discussion: """
            Examples:
              keruen quote --market kz --to KZ --ships-from CN --rate EUR/KZT=523.47 XJ-DUT-315=2
              keruen quote --market ru --to RU --ships-from CN --day 2026-07-01 --incoterm DDP --explain XJ-DUT-315

            A tour is quoted with the day it starts. What no rule speaks of is told and left to a person. Exits with 1 where the goods can't be sent there. Not legal advice.
            """)

    @Option(help: "A market's code: cn, ru or kz.")
    var market: String
    @Option(help: "The country that it goes to: KZ.")
    var to: String
    @Option(help: "The warehouse's country: CN.")
    var shipsFrom: String
    @Option(help: "Whose prices, rules and rates count: 2026-07-01; today when left out.")
    var day: String?
    @OptionGroup var options: QuoteOptions
    @OptionGroup var positive: PositiveListOption
    @Flag(help: "Show each charge's rule, base, rate, rounding and source.")
    var explain = false
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption
    @Argument(help: ArgumentHelp("What to reckon.", valueName: "sku[@day][=quantity]"))
    var items: [String]

    func run() throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let market = try catalog.market(market, report)
        let list = try positive.list(report)
        var quote: Quote
        let terms: QuoteTerms
        do {
            terms = try options.terms(to: to, from: shipsFrom, on: day, in: market, self.catalog, report)
            quote = try Quote(
                try Cart(typed: items, of: catalog, report), in: market, from: catalog, under: terms, at: Date())
            quote.ask(list, in: catalog)
        } catch let error as TradeError {
            throw Failure(error, in: report)
        }
        let text = QuoteText(quote, terms: terms, market: market, isExplained: explain, report: report)
        try write(text.text(format), report)
        if case .blocked(let reasons) = quote.outcome {
            throw Failure(.findings, reasons.map(report.readable), in: report)
        }
    }
}
