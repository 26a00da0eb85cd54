import Foundation
import FuzzDriver

@testable import KeruenCatalog
@testable import KeruenChecks
@testable import KeruenDocuments

/// What a feed of any bytes does: it is cut into the same values and faults whatever the size of the blocks; what the sieve passes, the
/// shape and the rules have nothing to say of; and read piece by piece it has the findings that it has as a whole.
final class Lines {
    private let draft: CatalogDraft
    private let context: CatalogContext
    private let reader = JSONValueReader()
    private let file: Int32
    private let url: URL
    private var sieve: ProductSieve
    private var rounds = 0

    init() throws {
        var draft = try CatalogDraft.load(folder: URL(filePath: "Catalog"), as: "Catalog")
        (draft.products, draft.priceLists, draft.stock) = ([], [], [])
        for index in draft.warehouses.indices { draft.warehouses[index].openingStock = [:] }
        // Labels that know fewer units than ours, so that a measure may be wrong wherever it stands.
        draft.markets[0].units = [.centimetre, .gram, .kilogram]
        self.draft = draft
        context = CatalogContext(draft)
        sieve = ProductSieve(context)
        // One file in memory, opened anew for each reading.
        file = fuzz_open_memory_file()
        guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
        url = URL(filePath: "/proc/self/fd/\(file)")
    }

    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        ftruncate(file, 0)
        precondition(pwrite(file, bytes.baseAddress, bytes.count, 0) == bytes.count)
        let sum = bytes.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) }
        let whole = read(blockSize: 1 << 16)
        precondition(read(blockSize: 1 + Int(sum % 97)) == whole, "the size of blocks changes nothing")
        sift()
        if sum % 64 == 0 {
            precondition(read(blockSize: 1) == whole, "the size of blocks changes nothing")
            _ = read(blockSize: 1 + Int(sum % 13), longest: 40)
            compare()
        }
    }

    private struct Content: Equatable {
        var values: [DocumentNode] = []
        var findings: [Diagnostic] = []
    }

    private func read(blockSize: Int, longest: Int = 1 << 16) -> Content {
        var content = Content()
        guard
            let source = try? JSONBlockSource(
                file: url, as: "feed.jsonl", blockSize: blockSize, longestValue: longest)
        else { preconditionFailure("a file in memory opens") }
        var block = source.next()
        while let own = block {
            own.read(own.ranges, by: reader, in: source.name) { result, range in
                precondition(!range.isEmpty && range.count <= longest + blockSize)
                switch result {
                case .success(let node): content.values.append(node)
                case .failure(let refusal): content.findings += refusal.diagnostics
                }
            }
            if let fault = own.fault { content.findings.append(fault) }
            block = source.next(reusing: own)
        }
        return content
    }

    private func sift() {
        rounds += 1
        // It remembers whom it has passed.
        if rounds % 50_000 == 0 { sieve = ProductSieve(context) }
        guard let source = try? JSONBlockSource(file: url, as: "feed.jsonl") else { return }
        while let block = source.next() {
            let ranges = block.ranges
            let (count, doubts) = sieve.doubts(in: block)
            precondition(count == ranges.count, "the sieve counts what there is")
            let passed = Set(ranges).subtracting(doubts)
            precondition(passed.count + doubts.count == count, "and is in doubt of that alone")
            block.read(ranges.filter(passed.contains), by: reader, in: source.name) { result, _ in
                do throws(Refusal) {
                    let node = try result.get()
                    let findings = context.findings(of: .init(value: try Product(node), source: node))
                    precondition(findings.isEmpty, "the sieve passes \(findings.map(\.code))")
                } catch {
                    preconditionFailure("the sieve passes \(error.diagnostics.map(\.code))")
                }
            }
        }
    }

    private func compare() {
        guard let lines = try? ProductLines(file: url, as: "feed.jsonl"),
            let again = try? ProductLines(file: url, as: "feed.jsonl")
        else { preconditionFailure("a file in memory opens") }
        let content = lines.read()
        var (whole, pieces) = (draft, draft)
        whole.products += content.products
        whole.findings += content.findings
        pieces.lines = [again]
        precondition(
            counts(Validation(whole).findings) == counts(Validation(pieces).findings),
            "piece by piece it has the findings of the whole")
    }

    private func counts(_ findings: [Diagnostic]) -> [Diagnostic: Int] {
        findings.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
