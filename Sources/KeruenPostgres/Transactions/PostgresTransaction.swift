#if Postgres
    internal import KeruenTrade

    /// A transaction whose bodies run in memory: they read what was fetched, and their writes wait until all is decided.
    ///
    /// A body that asks for what is not known yet is given up and run again once it is, so a whole group's questions go to the server
    /// in one message, and a whole group's writes in another. What a body that is refused wrote is dropped without the server's
    /// hearing of it.
    final class PostgresTransaction: StoreTransaction {
        /// As the server has it, with what was sent to it since.
        let fetched = KnownRows()
        /// Over it, what the bodies before have written.
        private(set) var accepted = KnownRows()
        private(set) var writes = PendingWrites()
        /// Over that, the running body's.
        var own = KnownRows()
        var ownWrites = PendingWrites()

        /// Whether anything was sent that only a commit keeps.
        private(set) var hasSent = false

        private var answers: [Need: Answer] = [:]
        /// What the running body asked for in vain.
        private(set) var misses: Set<Need> = []
        /// The running body asks over many rows after it has written: it needs a transaction, and a thread, for itself.
        private(set) var wantsThread = false
        /// Asks the server at once, for a body that has its own thread.
        private let server: ThreadedServer?
        /// What may be tried without asking.
        let recall: StockRecall?
        var hopes = Hopes()

        init(server: ThreadedServer? = nil, recalling recall: StockRecall? = nil) {
            self.server = server
            self.recall = recall
        }
    }

    extension PostgresTransaction {
        enum Ending: Equatable {
            case kept
            /// By itself: nothing of it stays.
            case refused
            /// To be run again when its questions are answered.
            case missed(Set<Need>)
            case wantsThread
        }

        /// Runs a body; one that was refused leaves nothing behind.
        func run(_ work: any QueuedWork) -> Ending {
            let refusal = work.run(in: self)
            defer {
                own = KnownRows()
                ownWrites = PendingWrites()
                misses = []
                wantsThread = false
                hopes.foreseen = []
            }
            if recall != nil, !makesGood(refusal) { return .missed([]) }
            // Whatever it made of a question without an answer does not count.
            if wantsThread { return .wantsThread }
            guard misses.isEmpty else { return .missed(misses) }
            guard refusal == nil else { return .refused }
            accept()
            return .kept
        }

        private func accept() {
            guard !ownWrites.isEmpty else { return }
            accepted.lay(own)
            writes.append(ownWrites)
            answers = [:]
        }

        /// The writes that wait, as the server takes them; they count as sent.
        func takeWrites() -> [Query] {
            guard !writes.isEmpty else { return [] }
            hasSent = true
            let queries = writes.queries(of: accepted, over: fetched)
            fetched.lay(accepted)
            accepted = KnownRows()
            writes = PendingWrites()
            answers = [:]
            return queries
        }

        func keep(_ answer: Answer, to need: Need) { answers[need] = answer }
    }

    extension PostgresTransaction {
        /// Looks a row up, the latest layer first.
        func look<Key: Hashable, Value>(
            _ table: KeyPath<KnownRows, [Key: Value?]>, _ key: Key, _ need: @autoclosure () -> Need
        ) throws(TradeError) -> Value? {
            if let value = own[keyPath: table][key] { return value }
            if let value = accepted[keyPath: table][key] { return value }
            if let value = fetched[keyPath: table][key] { return value }
            try fetch([need()])
            return fetched[keyPath: table][key] ?? nil
        }

        /// Has rows fetched: at once for a body with a thread of its own, else before it is run again.
        func fetch(_ needs: Set<Need>) throws(TradeError) {
            if recall != nil { throw doubt() }
            guard let server else {
                misses.formUnion(needs)
                throw Self.unanswered
            }
            try server.fetch(needs, into: self)
        }

        /// Asks over many rows.
        func ask(_ need: Need) throws(TradeError) -> Answer {
            if recall != nil { throw doubt() }
            if let server {
                try sendOwnWrites(to: server)
                try server.fetch([need], into: self)
            } else if !ownWrites.isEmpty {
                wantsThread = true
                throw Self.unanswered
            }
            guard let answer = answers[need] else {
                misses.insert(need)
                throw Self.unanswered
            }
            return answer
        }

        /// Changes many rows at once; only a body with a thread of its own can.
        func change(_ query: Query) throws(TradeError) -> Int {
            if recall != nil { throw doubt() }
            guard let server else {
                wantsThread = true
                throw Self.unanswered
            }
            try sendOwnWrites(to: server)
            hasSent = true
            return try server.change(query)
        }

        private func sendOwnWrites(to server: ThreadedServer) throws(TradeError) {
            accept()
            own = KnownRows()
            ownWrites = PendingWrites()
            try server.send(takeWrites())
        }

        /// Never leaves the store.
        static var unanswered: TradeError { TradeError(.storeFailed, ["reason": "unanswered"]) }
    }
#endif
