internal import Dispatch
internal import Synchronization

/// What became of a file of products on its way into a log.
public struct CatalogLogIntake: Sendable {
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

extension CatalogLog {
    /// Puts every product of a file, however many there are.
    ///
    ///     let intake = try await log.append(ProductLines(file: file, as: "products.jsonl"))
    ///
    /// - Parameter progress: told the bytes read and the bytes that there are, by any thread.
    /// - Throws: `CatalogLogError`; what came before it is in the log.
    public func append(
        _ lines: ProductLines, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) async throws(CatalogLogError) -> CatalogLogIntake {
        let start = CatalogLogIntake(position: try await newest())
        let state = await withCheckedContinuation { caller in
            // The file is read on threads that may wait for the log.
            DispatchQueue.global().async { caller.resume(returning: take(lines, threads, start, progress)) }
        }
        return try state.get()
    }

    private func take(
        _ lines: ProductLines, _ threads: Int, _ start: CatalogLogIntake, _ progress: (@Sendable (Int, Int) -> Void)?
    ) -> Result<CatalogLogIntake, CatalogLogError> {
        let state = Mutex(Result<CatalogLogIntake, CatalogLogError>.success(start))
        let (name, all) = (lines.source.name, lines.source.size)
        lines.source.process(threads: threads, JSONValueReader.init) { reader, block in
            (
                content: ProductLines.content(of: block, block.ranges, by: reader, in: name),
                end: block.start.offset + block.count
            )
        } _: { part in
            progress?(part.end, all)
            let changes = part.content.products.map { CatalogChange($0) }
            let added = waiting { () async throws(CatalogLogError) in try await append(changes) }
            return state.withLock { state in
                guard case .success(var intake) = state else { return false }
                intake.add(part.content.findings)
                state = added.map { position in
                    intake.position = position
                    intake.products += changes.count
                    return intake
                }
                if case .failure = added { return false } else { return true }
            }
        }
        return state.withLock { $0 }
    }

    /// What a task brings, for a thread that may sleep until then.
    private func waiting(
        for work: @escaping @Sendable () async throws(CatalogLogError) -> Int
    ) -> Result<Int, CatalogLogError> {
        let (done, outcome) = (DispatchSemaphore(value: 0), Outcome())
        Task {
            let position: Result<Int, CatalogLogError>
            do throws(CatalogLogError) { position = .success(try await work()) } catch { position = .failure(error) }
            outcome.value.withLock { $0 = position }
            done.signal()
        }
        done.wait()
        return outcome.value.withLock { $0 }
    }
}

private final class Outcome: Sendable {
    let value = Mutex(Result<Int, CatalogLogError>.success(0))
}
