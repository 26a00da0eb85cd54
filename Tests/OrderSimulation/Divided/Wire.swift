internal import KeruenTrade

/// A server: all that it asks of databases goes over its wires, and when it ends, all of it has ended.
final class Server: @unchecked Sendable {
    enum Fault: Int, CaseIterable {
        case losesRequest, losesAnswer, endsBefore, endsAfter
    }

    var isUp = true
    /// What others do before a request arrives; nil where nobody comes in between.
    var between: (() async -> Void)?
    /// How many requests are made before the fault strikes, and how many after it are lost with it.
    private var fault: (in: Int, Fault, losing: Int)?
    private(set) var struck: [Fault: Int] = [:]
    private(set) var strikes = 0

    func arm(by chance: Chance) {
        guard let kind = chance.pick(Fault.allCases) else { return }
        fault = (chance.below(9), kind, chance.happens(300) ? chance.below(6) : 0)
    }

    func arm(_ kind: Fault, request: Int) { fault = (request, kind, 0) }

    /// What has not struck yet strikes a later request.
    /// - Returns: whether anything has since the last call.
    func takeStrikes() -> Bool {
        defer { strikes = 0 }
        return strikes > 0
    }

    func disarm() { fault = nil }

    /// - Returns: the fault of the request that is made now.
    func strike() -> Fault? {
        guard let (left, kind, losing) = fault else { return nil }
        guard left == 0 else {
            fault?.in -= 1
            return nil
        }
        fault = losing > 0 ? (0, .losesRequest, losing - 1) : nil
        strikes += 1
        struck[kind, default: 0] += 1
        if kind == .endsBefore || kind == .endsAfter { isUp = false }
        return kind
    }
}

/// One server's way to one database.
struct Wire: OrderStore {
    let database: Database
    let server: Server
    let makeID: @Sendable () -> Order.ID
    var isRecovering = false
    /// Told how each write ended.
    var ended: (@Sendable (Diagnostic.Code?) -> Void)?

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        do throws(TradeError) {
            let value = try await request { () throws(TradeError) in
                try database.write(isRecovering: isRecovering, body)
            }
            ended?(nil)
            return value
        } catch {
            ended?(error.code)
            throw error
        }
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        try await request { () throws(TradeError) in try database.read(body) }
    }

    private func request<T>(_ work: () throws(TradeError) -> T) async throws(TradeError) -> T {
        guard server.isUp else { throw Self.unanswered }
        if let between = server.between { await between() }
        // It may have ended while others were at work.
        guard server.isUp else { throw Self.unanswered }
        let fault = server.strike()
        if fault == .losesRequest || fault == .endsBefore { throw Self.unanswered }
        let value = try work()
        if fault != nil { throw Self.unanswered }
        return value
    }

    private static let unanswered = TradeError(.storeFailed, ["reason": "no answer"])
}
