internal import ArgumentParser
internal import Foundation
internal import Keruen

extension SnapshotCommand {
    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a snapshot of all that the log says, from nothing, and publishes it.",
            discussion: """
                Example:
                  keruen snapshot rebuild --log Log --to Published

                Products come from the log; markets, categories, price lists, stock and synonyms from the catalogue's folder. Older snapshots are \
                not looked at, so it mends whatever is wrong with them. Products that do not fit the format are left out and named, with their \
                position in the log for a line; then it exits with 1.
                """)

        @OptionGroup var publishing: PublishingOptions

        func run() async throws {
            let report = publishing.language.report()
            let (builder, folder) = (try await publishing.builder(report), try publishing.folder(report))
            let bar = ProgressBar()
            defer { bar.clear() }
            let publication = try await report.snapshooting {
                try await builder.rebuild(in: folder, progress: bar.show)
            }
            bar.clear()
            guard try publishing.tell(publication, report) else { throw ExitCode(Exit.findings.rawValue) }
        }
    }

    struct Follow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publishes a snapshot whenever the log has grown.",
            discussion: """
                Examples:
                  keruen snapshot follow --log Log --to Published
                  keruen snapshot follow --log Log --to Published --once

                It goes on from the newest snapshot, which says up to where it was made, and writes a line for each publication. Where there is \
                none, or other markets, prices or another day are to be in it, one is made from nothing. It may be stopped at any moment, by \
                Ctrl-C or by a power cut: the next run goes on from there.
                """)

        @OptionGroup var publishing: PublishingOptions
        @OptionGroup var rounds: Rounds

        func run() async throws {
            let report = publishing.language.report()
            let (builder, folder) = (try await publishing.builder(report), try publishing.folder(report))
            var (isSound, isNew) = (true, false)
            try await rounds.run(report) {
                let bar = ProgressBar()
                defer { bar.clear() }
                guard let publication = try await builder.follow(in: folder, progress: bar.show) else { return false }
                bar.clear()
                isNew = true
                isSound = try publishing.tell(publication, report) && isSound
                return true
            }
            if !isNew, publishing.format == .text { try write(report.text("snapshot.nothing") ?? "", report) }
            guard isSound else { throw ExitCode(Exit.findings.rawValue) }
        }
    }
}
