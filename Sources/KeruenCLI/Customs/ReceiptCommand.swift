internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Takes in what customs answer.", subcommands: [Apply.self])

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Applies files of receipts to the orders that they are about.",
            discussion: """
                Example:
                  keruen receipt apply --store keruen.sqlite receipts/*.xml

                A line for each receipt says what it did. The same file again changes nothing, and the order of files does not matter. Exits \
                with 1 where a receipt is of no order here, could not be taken now, or a file is none; the other files are taken all the same.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("Messages of receipts, in XML.", valueName: "file"))
        var files: [String]

        func run() async throws {
            let report = language.report()
            let store = try await store.open(report)
            var (applied, faults, exit): ([AppliedReceipt], [Diagnostic], Exit?) = ([], [], nil)
            for file in files {
                do {
                    let receipts = try Self.read(file)
                    applied += try await report.trading { try await store.apply(receipts, at: Date()) }
                } catch let error as Refusal {
                    faults += error.diagnostics
                    let isUnreadable = error.diagnostics.contains { $0.code == .unreadableFile || $0.code == .notUTF8 }
                    exit = exit == .unreadable || isUnreadable ? .unreadable : .findings
                }
            }
            let text = ReceiptText(applied, report: report)
            switch format {
            case .json: try write(text.json, report)
            case .text: for line in text.lines { try write(line, report) }
            }
            faults += text.refusals
            if exit == nil, text.isAnyLeft { exit = .findings }
            if let exit { throw Failure(exit, faults, in: report) }
        }

        private static func read(_ file: String) throws(Refusal) -> [CEBReceipt] {
            // No more than shows that it is too much.
            guard let handle = FileHandle(forReadingAtPath: file),
                let data = try? handle.read(upToCount: CEBReceipts.maximumBytes + 1)
            else { throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: file))) }
            return try CEBReceipts().read(data, as: file)
        }
    }
}
