internal import ArgumentParser
internal import Foundation
internal import Keruen

extension PurchaseCommand {
    struct QuotaOf: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "quota",
            abstract: "Shows what a buyer has used of this year's limit of retail imports into China.",
            discussion: """
                Example:
                  keruen purchase quota --store keruen.sqlite < id.txt
                  keruen purchase quota --store keruen.sqlite --resident-id id.txt

                The number of the resident ID is read from a file or from standard input, and never taken as an argument: those are seen by \
                everybody on the machine, and stay in the shell's history. It is written nowhere. The keys are those of KERUEN_KEYS or \
                KERUEN_KEYS_FILE.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: ArgumentHelp("A file with the number; standard input when left out.", valueName: "file"))
        var residentId: String?
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let now = Date()
            let state = try await report.trading {
                let buyer = try ResidentFile.buyer(in: residentId ?? "-", at: now, report)
                return try await store.open(report).quota(of: buyer, at: now)
            }
            switch format {
            case .json: try write(JSONReport(in: report).encode(Body(state)), report)
            case .text:
                let market = catalog.markets.first { $0.currency == state.limit.currency }
                func text(_ money: Money) -> Diagnostic.Argument {
                    .text(market.map { money.formatted(for: $0, in: report.tag) } ?? money.description)
                }
                try write(
                    report.text(
                        "purchase.quota",
                        [
                            "year": .text("\(state.year)"), "used": text(state.used), "left": text(state.left),
                            "limit": text(state.limit),
                        ]) ?? "", report)
            }
        }

        private struct Body: Encodable {
            var version = 1
            var year: Int
            var rule: String
            var currency: String
            var used: String
            var left: String
            var limit: String

            init(_ state: QuotaState) {
                (year, rule, currency) = (state.year, state.rule, state.limit.currency.code)
                (used, left, limit) = (state.used.decimalText, state.left.decimalText, state.limit.decimalText)
            }
        }
    }
}

/// Whose year it is, by a number that nobody else sees.
enum ResidentFile {
    /// The buyer behind a number in a file, or on standard input for "-".
    /// - Throws: `Failure` where there is no such file, `TradeError` for no number or no keys.
    static func buyer(in name: String, at now: Date, _ report: ReportLanguage) throws -> QuotaBuyer {
        let data = name == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try read(name, report)
        // Nothing that long is a number; what it is instead is nobody's business.
        let document = try IdentityDocument(.residentID, data.count > 200 ? "" : String(decoding: data, as: UTF8.self))
        return try Keyring(environment: ProcessInfo.processInfo.environment).quotaBuyer(of: document, at: now)
    }
}
