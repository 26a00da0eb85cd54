internal import Synchronization

/// What became of a body within its store's transaction: a store may run it several times, and only its error comes out.
final class DividedRun: Sendable {
    enum End: Sendable {
        /// It would have to know more.
        case asks(StockQuestions)
        /// It changes stock elsewhere, or other stock than is held for it.
        case differs(StockDifferences)
        /// Its hold was buried before it came.
        case isTooLate
        /// It was refused by its own rules.
        case isRefused
        /// All that is left is the store's commit.
        case agrees
    }

    private struct State {
        var last: End?
        var hasAgreed = false
    }

    private let state = Mutex(State())

    /// Of the last run; nil where the store never came to run it.
    var last: End? { state.withLock(\.last) }

    /// Whether any run came to its end, so that it may be written whatever the store says.
    var hasAgreed: Bool { state.withLock(\.hasAgreed) }

    func end(_ end: End) {
        state.withLock { state in
            state.last = end
            if case .agrees = end { state.hasAgreed = true }
        }
    }

    /// Runs a body over what is known.
    /// - Parameters:
    ///   - held: what is held for it; nil where it is only rehearsed, and may change nothing elsewhere.
    ///   - isReading: whatever it changes is forgotten.
    /// - Throws: the body's refusal, or `stockContended` where the run does not count, so that its store takes everything back.
    func run<T>(
        _ body: (any StoreTransaction) throws(TradeError) -> T, in transaction: DividedTransaction,
        held: (id: String, work: [StockPlace: StockDifferences.Change])? = nil, isReading: Bool = false
    ) throws(TradeError) -> T {
        let outcome: Result<T, TradeError>
        do throws(TradeError) { outcome = .success(try body(transaction)) } catch { outcome = .failure(error) }
        // A body may go on after an answer that was a guess; whatever it comes to is nothing.
        guard transaction.questions.isEmpty else { throw giveUp(.asks(transaction.questions)) }
        switch outcome {
        case .failure(let refusal):
            end(.isRefused)
            throw refusal
        case .success(let value):
            guard isReading || transaction.differences.work == held?.work ?? [:] else {
                throw giveUp(.differs(transaction.differences))
            }
            if let held {
                guard try transaction.base.decide(hold: held.id) else { throw giveUp(.isTooLate) }
            }
            end(.agrees)
            return value
        }
    }

    private func giveUp(_ end: End) -> TradeError {
        self.end(end)
        return TradeError(.stockContended)
    }
}
