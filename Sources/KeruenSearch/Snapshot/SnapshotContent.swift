internal import Foundation

/// What a snapshot is made of on its way to the disk: lines of products, an index for each place, and why products are left out.
///
/// Used under a lock, by one thread at a time.
struct SnapshotContent: @unchecked Sendable {
    private let records: RecordsWriter
    private let writers: [IndexWriter]
    private(set) var findings: [Diagnostic] = []
    /// Findings that were counted and not kept.
    private(set) var leftOut = 0
    private(set) var products = 0
    /// Why it can't go on.
    private(set) var failure: SegmentError?
    private var known: [String: SourcePosition] = [:]

    /// What is kept of a flood of findings.
    private static let mostFindings = 1_000

    init(_ records: RecordsWriter, _ indexers: [ProductIndexer]) {
        self.records = records
        writers = indexers.map(IndexWriter.init)
    }

    /// A product with what each index takes in of it.
    struct Item: Sendable {
        var id: String
        var line: [UInt8]
        var idPosition: SourcePosition
        var entries: [ProductIndexer.Entry?]

        init(_ product: CatalogDraft.Sourced<Product>, _ indexers: [ProductIndexer]) {
            id = product.value.id
            line = Array(product.source.json.utf8)
            idPosition = product.source["id"]?.position ?? product.source.position
            entries = indexers.map { $0.entry(of: product.value) }
        }
    }

    mutating func add(_ more: [Diagnostic]) {
        let kept = more.prefix(max(0, Self.mostFindings - findings.count))
        findings += kept
        leftOut += more.count - kept.count
        // A feed that could not be read to its end is not published as if it had been.
        if failure == nil, let fault = more.first(where: { $0.code == .unreadableFile }) {
            failure = SegmentError(.unreadable, fault.position?.file ?? "")
        }
    }

    mutating func add(_ item: Item) {
        guard failure == nil else { return }
        if let first = known[item.id] {
            add([Diagnostic("CAT0102", at: item.idPosition, ["id": .text(item.id), "first": .text("\(first)")])])
            return
        }
        known[item.id] = item.idPosition
        do throws(SegmentError) {
            let number = try records.add(item.line, id: item.id)
            for (writer, entry) in zip(writers, item.entries) {
                if let entry { writer.add(entry, record: number) }
            }
            products += 1
        } catch { failure = error }
    }

    /// Writes the table of the products and the indexes.
    func finish(_ folder: URL) throws(SegmentError) {
        if let failure { throw failure }
        try records.finish(folder)
        for writer in writers {
            try SnapshotFile.write(writer.finished().bytes(), to: folder.appending(path: writer.file))
        }
    }
}
