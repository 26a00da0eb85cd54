internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract:
            "Says what a country's customs want to know of goods: code, units, origin, list, marks, restrictions.",
        discussion: """
            Examples:
              keruen classify XJ-CRP-304 --to kz --channel retail
              keruen classify IM-HON-302-500 --to cn --positive-list list-2022.tsv --format json

            For one piece. What is not known is told and left to a person: a code is never guessed. Exits with 1 where the \
            goods can't be sent there. Not legal advice.
            """)

    @Argument(help: "The SKU.")
    var sku: String
    @Option(help: "Whose customs: cn, ru, kz or another country.")
    var to: String
    @Option(help: "The warehouse's country; the country of origin when left out.")
    var shipsFrom: String?
    @Option(help: "Whose rules count: 2026-12-01; today when left out.")
    var day: String?
    @Option(
        help: "parcel, to a person for their own use, or retail, placed on the market.",
        transform: { try SalesChannel(choice: $0, of: "--channel") })
    var channel = SalesChannel.parcel
    @Option(
        help: "new, used or made-to-order; what the catalogue says when left out.",
        transform: { try GoodsState(choice: $0, of: "--state") })
    var state: GoodsState?
    @OptionGroup var positive: PositiveListOption
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let country = try code(of: to, report)
        let catalog = try catalog.load(report)
        guard let sku = SKU(sku), let (product, variant) = catalog.item(sku) else {
            throw Failure(.findings, [Diagnostic(.unknownSKU, .error, at: nil, ["sku": .text(sku)])], in: report)
        }
        let market = catalog.markets.first { $0.countries.contains(country) }
        let day = try reckonedDay(market ?? catalog.markets.first, report)
        let classification: Classification
        do throws(CustomsError) {
            classification = try Classification(of: product, variant, quantity: 1, in: country, on: day)
        } catch { throw Failure(.findings, [error.diagnostic], in: report) }
        let marks = MarkRules.standard.answer(for: product, in: country, on: day, by: channel, state: state)
        let origin = try shipsFrom.map { try code(of: $0, report) } ?? product.origin
        // Without an origin it is asked as out of China, where most rows are; that the origin is missing goes to a person besides.
        let screening = TradeRules.standard.screening(
            of: [Screening.Goods(variant, of: product)],
            along: ParcelRoute(from: origin ?? "CN", to: country, by: channel == .parcel ? .mail : .cargo), on: day)
        let findings = ClassifiedItem(
            classification: classification, channel: channel,
            listed: country == "CN" ? try positive.list(report).answer(for: classification.code, on: day) : nil,
            marks: marks,
            screening: screening, isOriginKnown: origin != nil)
        let text = ClassificationText(findings, market: market, report: report)
        try write(text.text(format), report)
        if !screening.blocks.isEmpty { throw Failure(.findings, screening.blocks, in: report) }
        if case .notListed? = findings.listed, let reason = findings.listed?.diagnostic(for: sku, classification.code) {
            throw Failure(.findings, [reason], in: report)
        }
    }

    private func code(of text: String, _ report: ReportLanguage) throws -> String {
        do throws(TradeError) { return try Destination(country: text.uppercased()).country } catch {
            throw Failure(.usage, [error.diagnostic], in: report)
        }
    }

    private func reckonedDay(_ market: Market?, _ report: ReportLanguage) throws -> CivilDate {
        guard let day else {
            guard let market else { return CivilDate(daysSince1970: Int32(Date().timeIntervalSince1970 / 86_400)) }
            return CivilDate(Date(), in: market)
        }
        guard let read = CivilDate(day) else {
            throw Failure(.usage, [Diagnostic("CLI0131", .error, at: nil, ["value": .text(day)])], in: report)
        }
        return read
    }
}

/// All that is known of one piece at a border.
struct ClassifiedItem {
    var classification: Classification
    var channel: SalesChannel
    /// What China's list says; nil where goods go elsewhere.
    var listed: PositiveList.Answer?
    var marks: MarkRules.Answer
    var screening: Screening
    var isOriginKnown: Bool

    /// Rows that stand against sending it.
    var restrictions: [Restriction] {
        screening.findings.filter { [.blocked, .needsPermit, .needsReview].contains($0.verdict) }.map(\.row)
    }

    /// What a person has to look at.
    var reviews: [Diagnostic] {
        let unlisted = listed?.diagnostic(for: classification.sku, classification.code)
        return classification.diagnostics + (unlisted.map { [$0] } ?? []) + marks.diagnostics
            + screening.reviews.filter { $0.code == .missingGoodsData } + (isOriginKnown ? [] : [unknownOrigin])
    }

    private var unknownOrigin: Diagnostic {
        Diagnostic(
            .missingGoodsData, .warning, at: nil,
            ["sku": .text(classification.sku.description), "field": "origin", "rule": "—", "source": "—"])
    }

    func diagnostic(_ row: Restriction) -> Diagnostic {
        Diagnostic(
            row.code, row.action == .block ? .error : .warning, at: nil,
            [
                "sku": .text(classification.sku.description), "rule": .text(row.id),
                "source": .text(row.validity.source),
            ])
    }
}
