/// Words of Han that stand whole, to be offered to a buyer: a dictionary cuts what it does not know, 维吾尔都塔尔 into 维吾尔, 都, 塔 and 尔.
///
///     let words = HanWords(catalog.names(along: chain), synonyms.words, analyzer)
///     words.ranges(in: "维吾尔都塔尔")         // 维吾尔, 都塔尔
///     words.known(from: "丝")                  // 丝绸
///
/// Those that the shop's names and synonyms are made of, and of the dictionary's what has whole words about it.
struct HanWords: Sendable {
    /// How each is read.
    private let known: [(word: String, readings: [String])]
    private let set: Set<String>
    private let analyzer: SearchAnalyzer

    /// The longest that names are made of.
    private static let most = 8
    /// Words by themselves, which part others.
    private static let particles: Set<String> = ["与", "與", "和", "的", "及", "或", "之"]

    init(_ names: [String], _ synonyms: [String], _ analyzer: SearchAnalyzer) {
        let pieces = names.flatMap {
            $0.split(whereSeparator: { !Self.isHan($0) || "与與".contains($0) }).map(String.init)
        }
        let words = (synonyms + pieces).filter { (2...Self.most).contains($0.count) && $0.allSatisfy(Self.isHan) }
        var set: Set<String> = []
        known = words.filter { set.insert($0).inserted }.map { ($0, Self.readings(of: $0, analyzer)) }
        self.set = set
        self.analyzer = analyzer
    }

    static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    }

    /// The keys of a word's pinyin and of its initials.
    private static func readings(of word: String, _ analyzer: SearchAnalyzer) -> [String] {
        analyzer.indexed(word).filter { token in
            (token.kind == .pinyin || token.kind == .initials) && token.range == 0..<word.utf8.count
        }.map(\.near)
    }

    func readings(of word: String) -> [String] { Self.readings(of: word, analyzer) }

    /// The shop's own words that are read so.
    func known(where fits: (_ reading: String) -> Bool) -> [String] {
        known.filter { $0.readings.contains(where: fits) }.map(\.word)
    }

    /// The shop's own words that begin so.
    func known(from start: String) -> [String] { known.map(\.word).filter { $0.hasPrefix(start) } }

    /// Whole words of Han in a text.
    func words(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Where whole words of Han stand in a text, in UTF-8 bytes.
    func ranges(in text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let tokens = analyzer.words(text).map(\.range)
        var pieces: [(range: Range<Int>, isKnown: Bool)] = []
        var at = 0
        while at < tokens.count {
            var found = tokens[at]
            var (isKnown, next, end) = (Self.particles.contains(word(found)), at + 1, found.upperBound)
            for last in tokens[at...].indices where last - at < Self.most && tokens[last].lowerBound <= end {
                end = tokens[last].upperBound
                guard set.contains(word(tokens[at].lowerBound..<end)) else { continue }
                (found, isKnown, next) = (tokens[at].lowerBound..<end, true, last + 1)
            }
            pieces.append((found, isKnown))
            at = next
        }
        // One character that nobody knows is a piece of a longer word, and what stands beside it may be another.
        func isPiece(_ place: Int, beside range: Range<Int>) -> Bool {
            guard pieces.indices.contains(place), !pieces[place].isKnown else { return false }
            let other = pieces[place].range
            return (other.upperBound == range.lowerBound || other.lowerBound == range.upperBound)
                && word(other).count == 1
        }
        return pieces.indices.filter { place in
            let (range, isKnown) = pieces[place]
            let text = word(range)
            return text.count > 1 && text.allSatisfy(Self.isHan)
                && (isKnown || !isPiece(place - 1, beside: range) && !isPiece(place + 1, beside: range))
        }.map { pieces[$0].range }
    }
}

extension Catalog {
    /// What shelves, materials and regions are called.
    func names(along chain: [LanguageTag]) -> [String] {
        (categories.all.map(\.name) + Array(materials.values) + Array(regions.values))
            .compactMap { $0.served(along: chain)?.value }.sorted()
    }
}
