public import NIOCore
internal import Synchronization

/// An answer that is the same for everybody, but for holes that each request fills.
public struct KeptAnswer: Sendable {
    /// What differs from visitor to visitor.
    public enum Hole: String, CaseIterable, Sendable {
        /// How many lines their cart has.
        case cartCount = "\u{2}cart\u{3}"
        /// What their forms prove themselves with.
        case formToken = "\u{2}form\u{3}"
    }

    public enum Part: Sendable {
        case bytes(ByteBuffer)
        case hole(Hole)
    }

    public let parts: [Part]
    public let contentType: String
    /// The languages of its texts; empty for none.
    public let contentLanguage: String
    /// `Link`: where a list goes on; empty for none.
    public let link: String
    /// Of the parts that everybody gets.
    public let checksum: UInt64
    public let byteCount: Int

    /// Cuts a text at its holes.
    public init(_ text: String, contentType: String, contentLanguage: String = "", link: String = "") {
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "\u{2}") {
            parts.append(.bytes(ByteBuffer(substring: rest[..<start])))
            guard let hole = Hole.allCases.first(where: { rest[start...].hasPrefix($0.rawValue) }) else {
                rest = rest[rest.index(after: start)...]
                continue
            }
            parts.append(.hole(hole))
            rest = rest[rest.index(start, offsetBy: hole.rawValue.count)...]
        }
        parts.append(.bytes(ByteBuffer(substring: rest)))
        (self.parts, self.contentType, self.contentLanguage) = (parts, contentType, contentLanguage)
        self.link = link
        checksum = Self.checksum(text.utf8)
        byteCount = text.utf8.count + 128
    }

    public var hasHoles: Bool { parts.count > 1 }

    /// FNV-1a: tells versions of one page apart, and is no guard against anybody.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

/// Finished answers of one site by their address, at most so many bytes of them.
///
/// Those that nobody has asked for since the cache was half filled anew are forgotten, so that a crawler on a million pages costs
/// no more than that.
public final class AnswerCache: Sendable {
    private struct Shelf {
        var young: [String: KeptAnswer] = [:]
        var old: [String: KeptAnswer] = [:]
        var youngBytes = 0
    }

    private let shelves: [Lock]
    private let halfAShelf: Int

    private final class Lock: Sendable {
        let shelf = Mutex(Shelf())
    }

    public init(bytes: Int = 64 << 20) {
        shelves = (0..<16).map { _ in Lock() }
        halfAShelf = bytes / 32
    }

    /// How many are kept.
    public var bytes: Int {
        shelves.reduce(0) { sum, lock in
            sum + lock.shelf.withLock { $0.youngBytes + $0.old.values.reduce(0) { $0 + $1.byteCount } }
        }
    }

    /// The kept answer, or the one that is made now. Two that ask at once may both make it.
    public func answer(_ key: String, make: () async throws -> KeptAnswer) async rethrows -> KeptAnswer {
        let lock = shelves[Int(truncatingIfNeeded: key.hashValue) & 15]
        let known = lock.shelf.withLock { shelf -> KeptAnswer? in
            if let answer = shelf.young[key] { return answer }
            guard let answer = shelf.old[key] else { return nil }
            keep(answer, key, in: &shelf)
            return answer
        }
        if let known { return known }
        let made = try await make()
        lock.shelf.withLock { keep(made, key, in: &$0) }
        return made
    }

    private func keep(_ answer: KeptAnswer, _ key: String, in shelf: inout Shelf) {
        if shelf.young.updateValue(answer, forKey: key) == nil { shelf.youngBytes += answer.byteCount + key.utf8.count }
        guard shelf.youngBytes > halfAShelf else { return }
        (shelf.old, shelf.young, shelf.youngBytes) = (shelf.young, [:], 0)
    }
}
