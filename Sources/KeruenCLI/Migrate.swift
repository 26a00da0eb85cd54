internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Moves a store into another database, and reads both through to see that they are the same.",
        discussion: """
            Examples:
              keruen migrate --from keruen.sqlite --to postgresql://keruen@db1/orders
              keruen migrate --from postgresql://keruen@db1/orders --to sqlite:keruen.sqlite

            Whoever writes to the old store waits meanwhile. One that broke off goes on where it was when it is called again. A store that \
            has other orders is never written over. Exits with 1 where a table differs at the end.
            """)

    @Option(
        help: ArgumentHelp("The old store: an SQLite file, or postgresql://user@host/database.", valueName: "store"))
    var from: String
    @Option(help: ArgumentHelp("The new one; it is made where it is not there.", valueName: "store"))
    var to: String
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let report = language.report()
        let source = try await StoreAddress(from).open(report, making: false)
        let target = try await StoreAddress(to).open(report, making: true)
        let tables = try await report.trading {
            guard try await source.identity() != target.identity() else {
                throw Failure(.usage, [Diagnostic("CLI0194", .error)], in: report)
            }
            return try await Self.holding(source, target) { try await move(from: $0, to: $1, report) }
        }
        switch format {
        case .json: try write(JSONReport(in: report).encode(Body(tables: tables.map(Body.Table.init))), report)
        case .text:
            for table in tables {
                let arguments: [String: Diagnostic.Argument] = [
                    "table": .text(table.name), "rows": .integer(table.rows), "digest": .text(table.digest),
                ]
                try write(report.text("migrate.table", arguments) ?? table.name, report)
            }
        }
        let differing = tables.filter { !$0.isSame }
        guard differing.isEmpty else {
            let faults = differing.map { Diagnostic("CLI0193", .error, at: nil, ["table": .text($0.name)]) }
            throw Failure(.findings, faults, in: report)
        }
        if format == .text { try write(report.text("migrate.done") ?? "", report) }
    }

    private func move(
        from source: any StoreTables, to target: any StoreTables, _ report: ReportLanguage
    ) async throws -> [StoreMove.Table] {
        let move = StoreMove(from: source, to: target)
        if let table = try await move.stranger() {
            throw Failure(.findings, [Diagnostic("CLI0192", .error, at: nil, ["table": .text(table)])], in: report)
        }
        let bar = ProgressBar()
        defer { bar.clear() }
        do throws(TradeError) {
            try await move.copy(progress: bar.show)
            return try await move.verify(progress: bar.show)
        } catch {
            let note = Diagnostic("CLI0195", .note)
            throw Failure(Exit(of: error.code), [report.readable(error.diagnostic), note], in: report)
        }
    }

    /// Opens both sides' tables, and lets everybody go on who waits, whatever becomes of it.
    private static func holding<T>(
        _ source: any KeptStore, _ target: any KeptStore,
        _ body: (any StoreTables, any StoreTables) async throws -> T
    ) async throws -> T {
        let ours = try await source.tables(for: .leaving)
        do {
            let theirs = try await target.tables(for: .filling)
            do {
                let result = try await body(ours, theirs)
                await theirs.close()
                await ours.close()
                return result
            } catch {
                await theirs.close()
                throw error
            }
        } catch {
            await ours.close()
            throw error
        }
    }

    private struct Body: Encodable {
        var version = 1
        var tables: [Table]

        struct Table: Encodable {
            var name: String
            var rows: Int
            var sha256: String
            var isSame: Bool

            init(_ table: StoreMove.Table) {
                (name, rows, sha256, isSame) = (table.name, table.rows, table.digest, table.isSame)
            }
        }
    }
}
