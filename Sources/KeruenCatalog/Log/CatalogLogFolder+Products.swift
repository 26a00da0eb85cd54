internal import Synchronization

extension CatalogLogFolder {
    /// What became of a file of products on its way into a log.
    public struct Intake: Sendable {
        public var products = 0
        /// The last entry of the log.
        public var position = 0
        /// Why products were left out: they do not fit the format.
        public var findings: [Diagnostic] = []
        /// Findings that were counted and not kept.
        public var leftOut = 0

        mutating func add(_ more: [Diagnostic]) {
            let kept = more.prefix(max(0, 1_000 - findings.count))
            findings += kept
            leftOut += more.count - kept.count
        }
    }

    /// Puts every product of a file, however many there are.
    ///
    /// - Parameter progress: told the bytes read and the bytes that there are, by any thread.
    /// - Throws: `CatalogLogError`; what came before it is in the log.
    public func append(
        _ lines: ProductLines, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) throws(CatalogLogError) -> Intake {
        let state = Mutex((intake: Intake(position: try newest()), failure: CatalogLogError?.none))
        let (name, all) = (lines.source.name, lines.source.size)
        lines.source.process(threads: threads, JSONValueReader.init) { reader, block in
            (
                content: ProductLines.content(of: block, block.ranges, by: reader, in: name),
                end: block.start.offset + block.count
            )
        } _: { part in
            progress?(part.end, all)
            return state.withLock { state in
                state.intake.add(part.content.findings)
                do throws(CatalogLogError) {
                    state.intake.position = try append(part.content.products.map { CatalogChange($0) })
                    state.intake.products += part.content.products.count
                } catch { state.failure = error }
                return state.failure == nil
            }
        }
        let end = state.withLock { $0 }
        if let failure = end.failure { throw failure }
        return end.intake
    }
}
