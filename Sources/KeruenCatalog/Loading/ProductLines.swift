public import Foundation
internal import Synchronization

/// A file of many products: JSON Lines, or one JSON array; each as `Shape.product` has it.
///
///     let lines = try ProductLines(file: URL(filePath: "feed.jsonl"))
///     let draft = lines.read()
///     draft.products.count            // what fits
///     draft.findings                  // what does not, with line, column and byte
///
/// A broken line is a finding, and the rest is read. The lines of YAML files and these are read by the same decoder.
/// - Throws: `Refusal` with `unreadableFile`.
public struct ProductLines: Sendable {
    package let source: JSONBlockSource
    let file: URL

    public init(file: URL, as name: String? = nil) throws(Refusal) {
        source = try JSONBlockSource(file: file, as: name)
        self.file = file
    }

    public struct Content: Sendable {
        public var products: [CatalogDraft.Sourced<Product>] = []
        public var findings: [Diagnostic] = []
    }

    /// Reads all of it, by several threads.
    public func read(threads: Int = 2) -> Content {
        let content = Mutex(Content())
        let name = source.name
        source.process(threads: threads, JSONValueReader.init) { reader, block in
            Self.content(of: block, block.ranges, by: reader, in: name)
        } _: { part in
            content.withLock {
                $0.products += part.products
                $0.findings += part.findings
            }
            return true
        }
        return content.withLock(\.self)
    }

    /// The products of a block that stand at some places.
    package static func content(
        of block: JSONBlock, _ ranges: some Sequence<Range<Int>>, by reader: JSONValueReader, in name: String
    ) -> Content {
        var content = Content()
        block.read(ranges, by: reader, in: name) { result, _ in
            do throws(Refusal) {
                let node = try result.get()
                content.products.append(.init(value: try Product(node), source: node))
            } catch {
                content.findings += error.diagnostics
            }
        }
        if let fault = block.fault { content.findings.append(fault) }
        return content
    }
}
