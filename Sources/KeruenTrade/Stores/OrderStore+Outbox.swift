extension OrderStore {
    /// Hands every event on, each at least once, in the order of their commits.
    ///
    ///     try await store.publish(to: "mail") { event in await mail.send(event) }
    ///
    /// The events are in the store with the orders themselves, so none is lost between a commit and its telling. The reader's place is
    /// written after its work: a crash in between tells the last ones again, so readers know events by order and number.
    /// - Parameter reader: whose place it is; each reader gets everything.
    /// - Returns: how many were handed on; call again while it is `limit`.
    @discardableResult
    public func publish(
        to reader: String, limit: Int = 100, _ body: (OutboxEvent) async throws(TradeError) -> Void
    ) async throws(TradeError) -> Int {
        // Among those who write: a reader may be shown what this machine has and the next primary won't, and others hear of no such order.
        let events = try await write { transaction throws(TradeError) in
            try transaction.events(after: try transaction.position(of: reader), limit: limit)
        }
        for event in events { try await body(event) }
        if let last = events.last {
            try await write { transaction throws(TradeError) in
                let position = try transaction.position(of: reader)
                if last.position > position { try transaction.setPosition(last.position, of: reader) }
            }
        }
        return events.count
    }
}
