public import Foundation

extension PersonName {
    /// The order of a list of people: by surname, then given name, then patronymic, as readers of a language expect it.
    ///
    ///     names.sorted(using: try PersonName.Order(.ru))                   // Иванов Яков before Иванова Анна
    ///     try PersonName.Order(.zhHans).sorted(customers, by: \.name)      // 单小明 under Shàn, 曾国强 under Zēng
    ///
    /// Fields are compared level by level, as UTS #35 says for names: Королёв Андрей stands before Королев Борис, since ё and е
    /// differ less than А and Б do.
    ///
    /// Chinese lists go by the surname's pinyin as a surname, which no collator knows: ICU has 单 under dān and 曾 under céng. The
    /// collator then decides among surnames of one reading, and all given names, whose polyphones it reads as single characters.
    /// Lists by strokes, as `zh-Hant` and `zh-Hans-u-co-stroke` have them, are the collator's alone.
    /// - Throws: `TextError` for a language that has no order.
    public struct Order: SortComparator, Sendable {
        public var order: SortOrder = .forward
        private let collator: Collator
        private let readsSurnames: Bool

        public init(_ language: LanguageTag) throws(TextError) {
            collator = try Collator(language)
            // Traditional characters are ordered by strokes unless a tag says otherwise.
            readsSurnames = language.maximized.script == "Hans" && !language.description.contains("-u-")
        }

        public var language: LanguageTag { collator.language }

        /// Bytes whose plain comparison is this order, forward.
        public func sortKey(of name: PersonName) -> SortKey {
            // U+FFFE is the root order's separator of fields: less than a space, so that Ли comes before Ли Бо.
            let collated = collator.sortKey(name.parts.joined(separator: "\u{FFFE}")).bytes
            guard readsSurnames else { return SortKey(bytes: collated) }
            guard let whole = name[.whole] else { return SortKey(bytes: [Self.behindHan] + collated) }
            let han = HanName(whole)
            // Without its data the list is sorted by characters, which is better than no list.
            let reading = (try? han.surnameKey()) ?? ""
            let fields = [han.surname, han.given.joined(separator: "·")]
            // No key has a zero in it, so that one before another ends before it.
            let keys = fields.map { [0] + collator.sortKey($0).bytes }
            return SortKey(bytes: [Self.han] + Array(reading.utf8) + keys.joined())
        }

        public func compare(_ a: PersonName, _ b: PersonName) -> ComparisonResult {
            let (a, b) = (sortKey(of: a), sortKey(of: b))
            if a == b { return .orderedSame }
            return (a < b) == (order == .forward) ? .orderedAscending : .orderedDescending
        }

        /// The elements by their names, equal ones as they came; a key is made once for each.
        public func sorted<S: Sequence>(_ elements: S, by name: (S.Element) -> PersonName) -> [S.Element] {
            let keyed = elements.enumerated().map { (key: sortKey(of: name($1)), at: $0, element: $1) }
            return keyed.sorted { a, b in
                if a.key == b.key { return a.at < b.at }
                return (a.key < b.key) == (order == .forward)
            }.map(\.element)
        }

        public static func == (a: Self, b: Self) -> Bool { a.language == b.language && a.order == b.order }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(language)
            hasher.combine(order)
        }

        // Chinese readers look for Chinese names first, as their collation has it.
        private static let han: UInt8 = 1
        private static let behindHan: UInt8 = 2
    }

    /// A name's place in an order; keys of different orders say nothing about each other.
    ///
    /// A name can be guessed from its key, so that it prints as little as the name does.
    public struct SortKey: Hashable, Sendable, Comparable {
        public let bytes: [UInt8]

        public static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
    }
}

extension PersonName.SortKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a name's sort key" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
