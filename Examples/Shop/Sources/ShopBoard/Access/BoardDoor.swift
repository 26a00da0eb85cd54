internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import ShopSite
internal import Synchronization

/// With what somebody came in.
enum BoardPass: Sendable {
    /// A browser's, after the token was given.
    case session(String)
    /// A program's, with the token itself in `Authorization`.
    case bearer
}

/// Lets in who has the board's token or a session of it; five wrong tokens a minute from one address are enough.
final class BoardDoor: Sendable {
    static let cookie = "board"
    /// A working day.
    static let length: TimeInterval = 8 * 3_600
    static let guesses = 5
    static let pause: TimeInterval = 60

    private let services: Services
    private let state = Mutex(State())

    private struct State {
        /// When an address was wrong; of IPv6 the network alone, since each customer has as many addresses in it as they like.
        var wrong: [UInt64: [Date]] = [:]
        /// Sessions that were ended before their time.
        var ended: Set<String> = []
    }

    enum Answer { case open(BoardPass), closed, tooMany }

    init(_ services: Services) { self.services = services }

    func pass(of request: Request, _ context: ShopContext) -> Answer {
        if let header = request.headers[.authorization], header.hasPrefix("Bearer ") {
            switch judge(String(header.dropFirst("Bearer ".count)), from: context) {
            case .right: return .open(.bearer)
            case .wrong: return .closed
            case .tooMany: return .tooMany
            }
        }
        guard let session = request.cookies[Self.cookie]?.value,
            services.tokens.isBoardSession(session, at: services.now()),
            state.withLock({ !$0.ended.contains(session) })
        else { return .closed }
        return .open(.session(session))
    }

    enum Judgement { case right, wrong, tooMany }

    /// Looks at a token; after too many wrong ones at none, not even at the right one.
    func judge(_ token: String, from context: ShopContext) -> Judgement {
        let (now, address) = (services.now(), context.client?.network ?? 0)
        return state.withLock { state in
            let recent = (state.wrong[address] ?? []).filter { $0 > now - Self.pause }
            guard recent.count < Self.guesses else { return .tooMany }
            if services.tokens.isBoard(token) {
                state.wrong[address] = nil
                return .right
            }
            // A crowd of addresses takes no memory for longer than their pause.
            if state.wrong.count > 10_000 {
                state.wrong = state.wrong.filter { ($0.value.last ?? now) > now - Self.pause }
            }
            state.wrong[address] = recent + [now]
            return .wrong
        }
    }

    func session() -> String? { services.tokens.boardSession(until: services.now() + Self.length) }

    func end(_ session: String) {
        let now = services.now()
        state.withLock { state in
            state.ended = state.ended.filter { services.tokens.isBoardSession($0, at: now) }
            state.ended.insert(session)
        }
    }

    func cookie(_ session: String, lasting seconds: Int = Int(BoardDoor.length)) -> Cookie {
        Cookie(
            name: Self.cookie, value: session, maxAge: seconds, path: "/board", secure: services.isSecure,
            httpOnly: true, sameSite: .strict)
    }
}
