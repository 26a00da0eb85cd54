extension DividedStore {
    enum Rehearsal<T: Sendable>: Sendable {
        /// It changes nothing elsewhere, and is done.
        case written(T)
        case holds(StockDifferences)
    }

    /// Runs a body in the market's database until it has no questions; it stays written where that is all there is to it.
    func rehearse<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T, _ knowledge: inout StockKnowledge
    ) async throws(TradeError) -> Rehearsal<T> {
        while true {
            let (run, regions, known) = (DividedRun(), regions, knowledge)
            do throws(TradeError) {
                let value = try await orders.write { base throws(TradeError) in
                    try run.run(body, in: DividedTransaction(base, over: regions, knowing: known))
                }
                return .written(value)
            } catch {
                guard error.code == .stockContended else { throw error }
                switch run.last {
                case .differs(let differences): return .holds(differences)
                case .asks(let questions): try await knowledge.learn(questions, from: regions)
                default: throw error
                }
            }
        }
    }

    /// Holds what a body takes, lets the market's database decide, and confirms.
    /// - Returns: nil, with nothing written or held, where others came first.
    func hold<T: Sendable>(
        _ differences: StockDifferences, for body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T,
        knowing knowledge: StockKnowledge
    ) async throws(TradeError) -> T? {
        let id = terms.makeID()
        let requests = regions.compactMap {
            differences.request(to: $0, id: id, market: market, knowing: knowledge, terms: terms)
        }
        guard try await take(requests) else { return nil }
        let (run, regions, work) = (DividedRun(), regions, differences.work)
        do throws(TradeError) {
            let value = try await orders.write { base throws(TradeError) in
                let transaction = DividedTransaction(base, over: regions, knowing: knowledge)
                return try run.run(body, in: transaction, held: (id, work))
            }
            await end(requests, isDecided: true)
            return value
        } catch {
            // Where all was done but the commit, or its answer, nobody knows: the database is asked, now or by recovery.
            var isDecided = false
            if run.hasAgreed {
                guard let answer = try? await settle(id) else { throw error }
                isDecided = answer
            }
            await end(requests, isDecided: isDecided)
            guard !isDecided, error.code == .stockContended, run.last?.isRefusal == false else { throw error }
            return nil
        }
    }

    /// Takes the holds, all or none.
    private func take(_ requests: [HoldRequest]) async throws(TradeError) -> Bool {
        for (number, request) in requests.enumerated() {
            do throws(TradeError) {
                try await request.region.store.write { transaction throws(TradeError) in
                    guard try request.take(in: transaction) else { throw TradeError(.stockContended) }
                }
            } catch {
                // Where only the answer was lost, this one too is there.
                await end(Array(requests[...number]), isDecided: false)
                guard error.code == .stockContended else { throw error }
                return false
            }
        }
        return true
    }

    /// Confirms holds or releases them. Where a region is away it is left to recovery: what was decided is decided.
    private func end(_ requests: [HoldRequest], isDecided: Bool) async {
        for request in requests { try? await end(request.hold, in: request.region, isDecided: isDecided) }
    }
}

extension DividedRun.End {
    fileprivate var isRefusal: Bool { if case .isRefused = self { true } else { false } }
}
