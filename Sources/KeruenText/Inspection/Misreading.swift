/// A way in which texts are misread, and how to tell.
struct Misreading {
    let verdict: (MisreadWord) -> Verdict

    /// The surest first: what is valid UTF-8 by chance is rare, what is Cyrillic by chance is not.
    static func all(for writing: Writing) -> [Misreading] {
        [
            Misreading { utf8($0, readAs: .windows1251, writing) },
            Misreading { utf8($0, readAs: .windows1252, accents: true, writing) },
            Misreading { windows1251ReadAs1252($0, writing) },
            Misreading { gbkReadAs1252($0, writing) },
            Misreading { utf8ReadAsGBK($0) },
            Misreading { koi8($0, written: .koi8R, read: .windows1251) },
            Misreading { koi8($0, written: .windows1251, read: .koi8R) },
        ]
    }

    /// «РЁРµР»Рє» and «Ð¨ÐµÐ»Ðº»: pairs and triples of letters that are one letter's bytes. A quotation mark or a dash that
    /// was added later may stand before and after.
    private static func utf8(_ word: MisreadWord, readAs page: CodePage, accents: Bool = false, _ writing: Writing)
        -> Verdict
    {
        guard page.mayHoldUTF8(word.text) else { return .impossible }
        for (head, tail) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (first, last) = (word.text.prefix(head), word.text.suffix(tail))
            let inner = word.text.dropFirst(head).dropLast(tail)
            guard first.allSatisfy(edges.contains), last.allSatisfy(edges.contains), !inner.isEmpty,
                let bytes = page.encode(inner)
            else { continue }
            let decoded = String(decoding: bytes, as: UTF8.self)
            guard decoded.utf8.elementsEqual(bytes) else { continue }
            switch Plausibility(of: decoded, accents: accents) {
            case .no: continue
            // One character of Han is a word: 棉 is what a scarf is made of.
            case .some where !writing.isChinese: return .possible(first + decoded + last)
            case .some: return .certain(first + decoded + last)
            case .high: return .certain(first + decoded + last)
            }
        }
        return .impossible
    }

    private static let edges = Set<Character>("«»„“”‘’—–…№")

    /// «Øåëê»: Russian as a row of accented Latin letters. No language has four in a row that differ; in a Cyrillic field
    /// three are too many.
    private static func windows1251ReadAs1252(_ word: MisreadWord, _ writing: Writing) -> Verdict {
        // Where Han is meant, what looks so is Han, with a byte lost.
        guard !writing.isChinese, !word.touchesLatin,
            word.text.unicodeScalars.allSatisfy({ $0.isLatin1Letter || "«»–—…¹³²\u{A0}".unicodeScalars.contains($0) }),
            let bytes = CodePage.windows1252.encode(word.text)
        else { return .impossible }
        let decoded = CodePage.windows1251.decode(bytes)
        let letters = decoded.filter(\.isLetter)
        let isCased = decoded.split(separator: "\u{A0}").allSatisfy { $0.filter(\.isLetter).isCasedAsAWord }
        guard !letters.isEmpty, isCased else { return .impossible }
        let enough = writing == .kazakh || writing == .russian ? 3 : 4
        let small = Set(letters.lowercased())
        let isWord =
            letters.count >= enough && !small.isDisjoint(with: "аеёиоуыэюяі") && !small.isSubset(of: "аеёиоуыэюяі")
        return isWord ? .certain(decoded) : .possible(decoded)
    }

    /// «ьЕКЙ»: KOI8 and Windows-1251 have small letters where the other has capitals. A Caps Lock slip looks the same but
    /// makes sense when it is turned round, hence the pairs of letters.
    private static func koi8(_ word: MisreadWord, written: CodePage, read: CodePage) -> Verdict {
        guard word.text.dropFirst().allSatisfy({ $0.isUppercase || $0 == "╦" }),
            word.text.allSatisfy({ $0.isCyrillicLetter || $0 == "╦" || $0 == "╗" }),
            let bytes = read.encode(word.text)
        else { return .impossible }
        let decoded = written.decode(bytes)
        guard decoded.allSatisfy(\.isLetter), decoded.isCasedAsAWord else { return .impossible }
        let (now, then) = (word.text.lowercased().commonPairs, decoded.lowercased().commonPairs)
        // A text of small letters becomes capitals, as headings are: alone it is not told from БЕЙНЕ.
        let isCapital = decoded.first?.isUppercase == true
        if isCapital, decoded.count >= 4, then > now, then * 2 >= decoded.count - 1 { return .certain(decoded) }
        return decoded.count < 4 || then > now ? .possible(decoded) : .impossible
    }
}
