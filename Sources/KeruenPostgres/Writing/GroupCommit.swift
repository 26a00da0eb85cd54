#if Postgres
    internal import Foundation
    internal import KeruenTrade
    internal import Synchronization

    /// The one writer of a process: it takes all bodies that wait and commits them together.
    ///
    /// Nobody hears of success before the commit that holds it is on the server's disk, and on its standby's where there is one. Where a
    /// connection breaks at a commit, the writer asks the next server whether it was kept: either way it is done once.
    final class GroupCommit: Sendable {
        /// So that nobody in a long queue waits for all of it.
        static let largestGroup = 64

        let patience: Duration
        let queue = WorkQueue()
        private let desk: WriterDesk

        init(address: String, patience: Duration) {
            desk = WriterDesk(address: address)
            self.patience = patience
        }

        /// Commits so far.
        var commits: Int { desk.commits.load(ordering: .relaxed) }

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try await withCheckedContinuation { caller in
                let work = QueuedBody(body, caller: caller)
                switch queue.append(work, until: .now + patience) {
                case .begins: Task { [self] in await serve() }
                case .joins: break
                case .closed: work.finish(TradeError(.storeAway))
                }
            }.get()
        }

        /// Serves until nobody waits.
        private func serve() async {
            while true {
                let group = queue.take(Self.largestGroup)
                guard !group.isEmpty else { return }
                let start = ContinuousClock.now
                await commit(group)
                guard desk.pause > .zero else {
                    await gather(group.count + queue.count, within: (.now - start) / 4)
                    continue
                }
                try? await Task.sleep(for: desk.pause)
                for late in queue.takeLate() { late.work.finish(TradeError(desk.lastFailure)) }
            }
        }
    }

    extension GroupCommit {
        /// Waits for a moment while those who were just told come with more. Without it two halves of the callers take turns, each
        /// waiting for the other's commit.
        private func gather(_ callers: Int, within duration: Duration) async {
            guard callers > 1 else { return }
            let end = ContinuousClock.now + min(duration, .milliseconds(2))
            while queue.count < min(callers, Self.largestGroup), ContinuousClock.now < end {
                await Task.yield()
            }
        }

        typealias Entry = WorkQueue.Entry

        private func commit(_ entries: [Entry]) async {
            let apart = await attempt(entries) { group throws(GroupTransaction.Failure) in
                try await group.commit(entries.map(\.work), recalling: desk.recall)
            }
            for work in apart {
                for entry in entries where entry.work === work {
                    _ = await attempt([entry]) { group throws(GroupTransaction.Failure) in
                        (try await group.commit(apart: work), [])
                    }
                }
            }
        }

        /// Runs a transaction with everything that can go wrong around it.
        /// - Returns: those that are to be run apart; all others were told, or stand in the queue again.
        private func attempt(
            _ entries: [Entry],
            _ run: (GroupTransaction) async throws(GroupTransaction.Failure) -> (
                GroupTransaction.Ending, apart: [any QueuedWork]
            )
        ) async -> [any QueuedWork] {
            let deadline = entries.map(\.deadline).min() ?? .now
            let group: GroupTransaction
            do throws(PostgresFailure) { group = try await desk.begin(until: deadline) } catch {
                desk.fail(error)
                again(entries, after: error)
                return []
            }
            do throws(GroupTransaction.Failure) {
                let (ending, apart) = try await run(group)
                desk.succeed(ending)
                for entry in entries where !apart.contains(where: { $0 === entry.work }) { entry.work.finish(nil) }
                return apart
            } catch {
                switch error {
                case .broken(let failure) where entries.count == 1: entries[0].work.finish(failure)
                case .broken: await oneByOne(entries)
                case .refused(let failure):
                    desk.fail(failure)
                    if failure.isAboutRows, entries.count > 1 {
                        await oneByOne(entries)
                    } else {
                        again(entries, after: failure)
                    }
                case .uncertain(let failure, let apart):
                    desk.fail(failure)
                    let isApart = { (entry: Entry) in apart.contains { $0 === entry.work } }
                    queue.putBack(entries.filter(isApart))
                    await settle(entries.filter { !isApart($0) })
                }
                return []
            }
        }

        /// Rows that one of them stumbles over do the others no harm.
        private func oneByOne(_ entries: [Entry]) async {
            for entry in entries { await commit([entry]) }
        }

        /// Puts bodies back of which nothing was written; they are told of the failure where it doesn't pass, or when their time is over.
        private func again(_ entries: [Entry], after failure: PostgresFailure) {
            guard failure.passes || failure.state == "late" else {
                for entry in entries { entry.work.finish(TradeError(failure)) }
                return
            }
            let soon = ContinuousClock.now + .milliseconds(50)
            for entry in entries where entry.deadline <= soon { entry.work.finish(TradeError(failure)) }
            queue.putBack(entries.filter { $0.deadline > soon })
        }

        /// Finds out whether a group whose commit was not answered was kept.
        private func settle(_ entries: [Entry]) async {
            var open = entries
            while let deadline = open.map(\.deadline).min() {
                do throws(PostgresFailure) {
                    if try await desk.wasKept(until: deadline) {
                        for entry in open { entry.work.finish(nil) }
                    } else {
                        queue.putBack(open)
                    }
                    return
                } catch {
                    desk.fail(error)
                    let soon = ContinuousClock.now + .milliseconds(50)
                    for entry in open where entry.deadline <= soon { entry.work.finish(TradeError(.storeUncertain)) }
                    open.removeAll { $0.deadline <= soon }
                    try? await Task.sleep(for: desk.pause)
                    for late in queue.takeLate() { late.work.finish(TradeError(error)) }
                }
            }
        }
    }
#endif
