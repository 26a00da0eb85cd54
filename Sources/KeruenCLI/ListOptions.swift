internal import ArgumentParser
internal import Keruen

/// What search and browse narrow their lists down by.
struct FilterOptions: ParsableArguments {
    @Option(help: "Only what is made of this: a code of materials.yaml.")
    var material: String?

    @Option(help: "Only what is from or leads to this: a code of regions.yaml.")
    var region: String?

    @Option(help: ArgumentHelp("Only prices from and to, in the market's currency.", valueName: "from-to"))
    var price: String?

    @Flag(help: "Only what lies in a warehouse that serves the market, and tours that have yet to depart.")
    var inStock = false

    @Option(help: ArgumentHelp("Only tours that depart in these days.", valueName: "from..through"))
    var departing: String?

    /// - Throws: `Failure` with exit code 3 where a code is unknown, or prices or days can't be read.
    func filters(category: String?, _ shop: Storefront, _ report: ReportLanguage) throws -> SearchIndex.Filters {
        let catalog = shop.catalog
        if let category { try catalog.require(category: category, report) }
        try require("SRC0111", material, among: catalog.materials.keys, report)
        try require("SRC0112", region, among: catalog.regions.keys, report)
        return SearchIndex.Filters(
            category: category, material: material, region: region, price: try bounds(shop.market, report),
            inStock: inStock, departure: try days(report))
    }

    private func require(
        _ code: Diagnostic.Code, _ value: String?, among known: some Collection<String>, _ report: ReportLanguage
    ) throws {
        guard let value, !known.contains(value) else { return }
        let arguments: [String: Diagnostic.Argument] = [
            "code": .text(value), "known": .text(known.sorted().joined(separator: ", ")),
        ]
        throw Failure(.usage, [Diagnostic(code, .error, at: nil, arguments)], in: report)
    }

    /// In minor units; either end may be left out.
    private func bounds(_ market: Market, _ report: ReportLanguage) throws -> ClosedRange<Int64>? {
        guard let price else { return nil }
        let ends = price.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        func amount(_ text: String, or open: Int64) -> Int64? {
            text.isEmpty ? open : (try? Money(text, market.currency))?.minorUnits
        }
        guard ends.count == 2, let from = amount(ends[0], or: 0), let to = amount(ends[1], or: .max), from <= to else {
            throw Failure(.usage, [Diagnostic("CLI0123", .error, at: nil, ["value": .text(price)])], in: report)
        }
        return from...to
    }

    /// Either end may be left out.
    private func days(_ report: ReportLanguage) throws -> ClosedRange<CivilDate>? {
        guard let departing else { return nil }
        func day(_ text: Substring, or open: Int32) -> CivilDate? {
            text.isEmpty ? CivilDate(daysSince1970: open) : CivilDate(String(text))
        }
        let ends = departing.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = day(ends[0], or: .min), let through = day(ends[1], or: .max), from <= through
        else {
            throw Failure(.usage, [Diagnostic("SRC0113", .error, at: nil, ["value": .text(departing)])], in: report)
        }
        return from...through
    }
}

/// How search and browse show their lists.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Go on behind a page: what that page said at its end.", valueName: "cursor"))
    var after: String?

    @Option(help: "How many products at the most.")
    var limit = 20

    @Option(help: "Count them too, by category, material or region.")
    var countBy: CountBy?

    @Option(help: "text or json")
    var format = ReportFormat.text

    enum CountBy: String, ExpressibleByArgument, CaseIterable { case category, material, region }

    var facet: SearchIndex.Facet? { countBy.flatMap { SearchIndex.Facet(rawValue: $0.rawValue) } }

    /// - Throws: `Failure` with exit code 3 where the page is empty or the cursor damaged.
    func cursor(_ report: ReportLanguage) throws -> SearchIndex.Cursor? {
        try Self.require("--limit", limit, least: 1, report)
        do throws(CursorError) {
            return try after.map { text throws(CursorError) in try SearchIndex.Cursor(text) }
        } catch {
            throw Failure(error, in: report)
        }
    }

    static func require(_ option: String, _ value: Int, least: Int, _ report: ReportLanguage) throws {
        guard value < least else { return }
        let arguments: [String: Diagnostic.Argument] = [
            "option": .text(option), "value": .integer(value), "least": .integer(least),
        ]
        throw Failure(.usage, [Diagnostic("SRC0114", .error, at: nil, arguments)], in: report)
    }
}

extension Failure {
    init(_ error: CursorError, in language: ReportLanguage) {
        self.init(.usage, [error.diagnostic], in: language)
    }
}
