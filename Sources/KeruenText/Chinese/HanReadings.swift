/// How Han characters are read: a reading for each, and the words in which one is read otherwise.
///
/// The readings are ICU's, compiled once into a table and corrected where another is commoner; the words are our own.
final class HanReadings: Sendable {
    static let standard = HanReadings(words: [:])

    /// By syllable's number, as `PinyinSyllable` has it.
    let marked: [PackedText]
    let numbered: [PackedText]
    let plain: [PackedText]
    let needsApostrophe: [Bool]
    let palladius: [String]
    private let entries: [Entry]
    /// 地 in adverbs.
    let de: Int
    /// 儿 that only colours the syllable before it.
    let er: Int
    let words: PhraseTrie
    let surnames: PhraseTrie

    /// What is known of a character: its syllable's number, 0 where it has no reading, and the node of the words that it
    /// opens, 0 where there are none. One number, so that most characters cost one look.
    struct Entry {
        fileprivate var bits: UInt32

        var syllable: Int { Int(bits & 0xFFF) }
        var node: Int { Int(bits >> 12) }
    }

    @inline(__always)
    func entry(_ character: HanCharacter) -> Entry { entries[character.index] }

    /// `words` are those of a dictionary of the caller's, with a marked syllable for each character; they stand behind ours.
    init(words dictionary: [String: [String]]) {
        var builder = Builder()
        for row in TextTable.hanReadings.rows where row.count == 2 {
            let id = builder.id(String(row[0]))
            for scalar in row[1].unicodeScalars { builder.set(scalar, id) }
        }
        let polyphones = TextTable.hanPolyphones.rows.filter { $0.count == 3 }
        for row in polyphones where row[2].hasPrefix("*") {
            let id = builder.id(String(row[1]))
            let forms = [String(row[0])] + Self.traditional([String(row[0])]).map(\.traditional)
            for scalar in forms.joined().unicodeScalars { builder.set(scalar, id) }
        }

        var words: [String: [UInt16]] = [:]
        for row in TextTable.gazetteer.rows where row.count > 2 {
            let ids = row[2].split(separator: " ").map { builder.id(String($0)) }
            for name in row[..<2] { words[String(name)] = ids }
        }
        for row in polyphones {
            let id = builder.id(String(row[1]))
            for word in row[2].split(separator: " ") where word != "*" {
                var ids =
                    words[String(word)] ?? word.unicodeScalars.map { builder.ids[HanCharacter.index($0.value) ?? 0] }
                for (at, scalar) in word.unicodeScalars.enumerated() where row[0].unicodeScalars.first == scalar {
                    ids[at] = id
                }
                words[String(word)] = ids
            }
        }
        // The list is in Simplified characters; in Traditional ones its words are read alike.
        for (word, traditional) in Self.traditional(Array(words.keys)) where words[traditional] == nil {
            words[traditional] = words[word]
        }
        for (word, syllables) in dictionary where words[word] == nil {
            words[word] = syllables.map { builder.id($0) }
        }

        de = Int(builder.id("de"))
        er = Int(builder.id("er"))
        let trie = PhraseTrie(words.map { (characters: $0.key.unicodeScalars.map(\.value), values: $0.value) })
        surnames = PhraseTrie(
            TextTable.hanSurnames.rows.filter { $0.count > 1 }.map { row in
                let ids = row[1].split(separator: " ").map { builder.id(String($0)) }
                return (characters: row[0].unicodeScalars.map(\.value), values: ids)
            })
        self.words = trie
        marked = builder.syllables.map(\.marked)
        numbered = builder.syllables.map(\.numbered)
        plain = builder.syllables.map(\.plain)
        needsApostrophe = builder.syllables.map(\.needsApostrophe)
        palladius = builder.syllables.map(\.palladius)
        entries = builder.ids.enumerated().map { index, id in
            Entry(bits: UInt32(id) | UInt32(trie.firstNode(HanCharacter.scalar(at: index)) ?? 0) << 12)
        }
    }

    /// The words that OpenCC writes otherwise in Traditional characters, its own standard's and Taiwan's, one for one; none
    /// where it is not installed.
    private static func traditional(_ words: [String]) -> [(word: String, traditional: String)] {
        let lines = words.joined(separator: "\n")
        return conversions.flatMap { conversion -> [(String, String)] in
            guard let converted = try? conversion.string(lines).split(separator: "\n"), converted.count == words.count
            else { return [] }
            return zip(words, converted).filter { $0 != $1 && $0.unicodeScalars.count == $1.unicodeScalars.count }
                .map { ($0, String($1)) }
        }
    }

    private static let conversions = ["s2t", "s2tw"].compactMap { try? HanConversion($0) }

    private struct Builder {
        var syllables = [PinyinSyllable("")]
        var ids: [UInt16] = Array(repeating: 0, count: HanCharacter.count)
        private var known: [String: UInt16] = [:]

        mutating func id(_ marked: String) -> UInt16 {
            if let id = known[marked] { return id }
            syllables.append(PinyinSyllable(marked))
            known[marked] = UInt16(syllables.count - 1)
            return UInt16(syllables.count - 1)
        }

        mutating func set(_ scalar: Unicode.Scalar, _ id: UInt16) {
            if let index = HanCharacter.index(scalar.value) { ids[index] = id }
        }
    }
}

extension HanReadings {
    /// The typed syllable of each scalar of a run of Han; empty where one has no reading.
    func typed(_ run: String) -> [String] {
        let text = run.utf8.span
        var syllables: [String] = []
        var at = 0
        while let character = at < text.count ? HanCharacter(text, at) : nil {
            let entry = entry(character)
            if let word = entry.node == 0 ? nil : words.longest(in: text, from: entry.node, behind: character.end) {
                syllables += word.values.map { plain[words.value($0)].string }
                at = word.end
            } else {
                syllables.append(plain[entry.syllable].string)
                at = character.end
            }
        }
        return syllables
    }
}
