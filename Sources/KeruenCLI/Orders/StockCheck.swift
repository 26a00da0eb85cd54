internal import ArgumentParser
internal import Foundation
internal import Keruen

extension Stock {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Looks whether a store holds together: its orders, and what they have set aside.",
            discussion: """
                Example:
                  keruen stock check --store keruen.sqlite

                Reads all of the store while others may write to it. Exits with 1 where counts or histories disagree, with 2 where \
                an SQLite file itself is damaged: then a backup is wanted.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let store = try await store.open(report)
            let faults = try await report.trading { try await store.check() }
            switch format {
            case .json:
                let body = Body(faults: faults.map(JSONReport(in: report).finding))
                try write(JSONReport(in: report).encode(body), report)
            case .text: if faults.isEmpty { try write(report.text("stock.sound") ?? "", report) }
            }
            guard faults.isEmpty else {
                let isDamaged = faults.contains { $0.code == .storeDamaged }
                throw Failure(isDamaged ? .unreadable : .findings, faults, in: report)
            }
        }

        private struct Body: Encodable {
            var version = 1
            var faults: [JSONReport.Finding]
        }
    }
}
