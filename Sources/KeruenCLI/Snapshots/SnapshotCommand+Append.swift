internal import ArgumentParser
internal import Foundation
internal import Keruen

extension SnapshotCommand {
    struct Append: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds changes of products to the log: put, whole, or withdrawn.",
            discussion: """
                Examples:
                  keruen snapshot append --log Log Catalog
                  keruen snapshot append --log Log arrivals.jsonl --withdraw dutar,rawap

                A file has JSON Lines or a JSON array; of a catalogue's folder all products are put. What it says is on the disk when it ends. \
                Products that do not fit the format are left out and named; then it exits with 1. The same changes once more do no harm.
                """)

        @OptionGroup var log: LogOption
        @Option(help: ArgumentHelp("Products to withdraw, behind those that are put.", valueName: "id,id"))
        var withdraw: String?
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var language: LanguageOption
        @Argument(help: "Files of products, or folders of catalogues.")
        var files: [String] = []

        func run() async throws {
            let report = language.report()
            let withdrawn = (withdraw ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
                .filter { !$0.isEmpty }
            guard !files.isEmpty || !withdrawn.isEmpty else {
                throw Failure(.usage, [Diagnostic("CLI0180")], in: report)
            }
            let log = try await log.open(report)
            let body = try await report.snapshooting { try await append(files, withdrawn, to: log, report) }
            switch format {
            case .json: try write(JSONReport(in: report).encode(body.counts), report)
            case .text:
                let arguments: [String: Diagnostic.Argument] = [
                    "put": .integer(body.counts.put), "withdrawn": .integer(body.counts.withdrawn),
                    "position": .integer(body.counts.position),
                ]
                try write(report.text("snapshot.appended", arguments) ?? "", report)
            }
            if body.hasFindings { throw ExitCode(Exit.findings.rawValue) }
        }

        private struct Counts: Encodable {
            var version = 1
            var put = 0
            var withdrawn = 0
            var position = 0
        }

        private func append(
            _ files: [String], _ withdrawn: [String], to log: any CatalogLog, _ report: ReportLanguage
        ) async throws -> (counts: Counts, hasFindings: Bool) {
            var (counts, hasFindings) = (Counts(), false)
            let terminal = TerminalReport(in: report)
            func tell(_ findings: [Diagnostic], _ leftOut: Int = 0) {
                for finding in findings { standardError(terminal.line(finding)) }
                if leftOut > 0 { standardError(report.text("index.leftOut", ["count": .integer(leftOut)]) ?? "") }
                hasFindings = hasFindings || !findings.isEmpty
            }
            func put(_ lines: ProductLines) async throws {
                let bar = ProgressBar()
                defer { bar.clear() }
                let intake = try await log.append(lines, progress: bar.show)
                bar.clear()
                counts.put += intake.products
                tell(intake.findings, intake.leftOut)
            }
            for file in files {
                let facts = try? URL(filePath: file).resourceValues(forKeys: [.isDirectoryKey])
                guard facts?.isDirectory == true else {
                    try await put(ProductLines(file: URL(filePath: file), as: file))
                    continue
                }
                let name = file.trimmingTrailingSlashes
                let draft = try CatalogDraft.load(folder: URL(filePath: file), as: name, readingLines: false)
                tell(draft.findings.filter { $0.position?.file.hasPrefix("\(name)/products/") ?? false })
                try await log.append(draft.products.map { CatalogChange($0) })
                counts.put += draft.products.count
                for lines in draft.lines { try await put(lines) }
            }
            counts.withdrawn = withdrawn.count
            counts.position = try await log.append(withdrawn.map { CatalogChange(withdrawn: $0) })
            return (counts, hasFindings)
        }
    }
}
