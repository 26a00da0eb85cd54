internal import Dispatch
internal import Synchronization

extension JSONBlockSource {
    /// Has several threads work on the blocks, and hands on what came of them in the order of the file.
    ///
    /// - Parameters:
    ///   - worker: what a thread works with; made once for each.
    ///   - deliver: gets one part after the other; false ends the reading.
    package func process<Worker, Part: Sendable>(
        threads: Int = 2, _ worker: @Sendable () -> Worker, _ work: @Sendable (Worker, JSONBlock) -> Part,
        _ deliver: @Sendable (Part) -> Bool
    ) {
        let state = Mutex(Progress<Part>())
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
            let own = worker()
            var last: JSONBlock?
            while !state.withLock(\.isStopped), let block = next(reusing: last) {
                let part = work(own, block)
                state.withLock { state in
                    state.waiting[block.number] = part
                    while !state.isStopped, let part = state.waiting.removeValue(forKey: state.next) {
                        state.next += 1
                        state.isStopped = !deliver(part)
                    }
                }
                last = block
            }
        }
    }

    private struct Progress<Part: Sendable>: Sendable {
        var waiting: [Int: Part] = [:]
        var next = 0
        var isStopped = false
    }
}
