internal import ArgumentParser
internal import Foundation
internal import Keruen

extension SnapshotCommand {
    struct Fetch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes published snapshots over into a node's own folder.",
            discussion: """
                Examples:
                  keruen snapshot fetch --from /mnt/publisher --to Snapshot
                  keruen snapshot fetch --from /mnt/publisher --to Snapshot --once

                Every file is tested by its size and checksum before the snapshot is put in place, in one step; whatever is wrong, the old one \
                stays. A copy that was broken off is gone on with. Who reads the older snapshot goes on with it.
                """)

        @Option(help: "The folder that snapshots are published in.")
        var from: String
        @Option(help: "The node's own folder of snapshots.")
        var to: String
        @OptionGroup var rounds: Rounds
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let (from, to) = (URL(filePath: from), URL(filePath: to))
            guard
                from.resolvingSymlinksInPath().standardizedFileURL.path
                    != to.resolvingSymlinksInPath().standardizedFileURL.path
            else {
                throw Failure(.usage, [Diagnostic("CLI0181", .error, at: nil, ["folder": .text(self.to)])], in: report)
            }
            let mirror = SnapshotMirror(of: PublishedFolder(from), in: SnapshotFolder(to))
            var isNew = false
            try await rounds.run(report) {
                let bar = ProgressBar()
                defer { bar.clear() }
                guard let arrival = try await mirror.refresh(progress: bar.show) else { return false }
                bar.clear()
                isNew = true
                try tell(arrival, report)
                return true
            }
            if !isNew, format == .text { try write(report.text("snapshot.nothing") ?? "", report) }
        }

        private func tell(_ arrival: SnapshotMirror.Arrival, _ report: ReportLanguage) throws {
            switch format {
            case .json: try write(JSONReport(in: report).encode(Body(arrival)), report)
            case .text:
                let arguments: [String: Diagnostic.Argument] = [
                    "folder": .text(arrival.folder.relativePath), "products": .integer(arrival.products),
                    "position": .integer(arrival.position ?? 0), "fetched": .integer(arrival.fetched),
                    "reused": .integer(arrival.reused),
                ]
                let key = arrival.position == nil ? "snapshot.fetched" : "snapshot.fetchedAt"
                try write(report.text(key, arguments) ?? "", report)
            }
        }

        private struct Body: Encodable {
            var version = 1
            var folder: String
            var position: Int?
            var products: Int
            var fetched: Int
            var reused: Int

            init(_ arrival: SnapshotMirror.Arrival) {
                (folder, position, products) = (arrival.folder.relativePath, arrival.position, arrival.products)
                (fetched, reused) = (arrival.fetched, arrival.reused)
            }
        }
    }
}
