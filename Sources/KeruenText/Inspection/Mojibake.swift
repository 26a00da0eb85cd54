extension TextInspection {
    /// Pieces that were written in one encoding and read as another.
    ///
    /// A piece is a row of words, parted by ASCII, of which at least one is beyond doubt: in «Øåëê è» the «è», which alone
    /// might be anything, is taken along.
    func mojibake(in text: String) -> [TextFinding] {
        guard text.hasScalar(where: { _ in true }) else { return [] }
        let words = text.runs { !$0.isASCII }.map(MisreadWord.init)
        var taken = Array(repeating: false, count: words.count)
        var found: [TextFinding] = []
        for misreading in Misreading.all(for: writing) {
            let verdicts = words.map(misreading.verdict)
            for row in verdicts.rows(of: words) where !taken[row].contains(true) {
                for index in row { taken[index] = true }
                let (first, last) = (words[row.lowerBound], words[row.upperBound - 1])
                let piece = text[first.text.startIndex..<last.text.endIndex]
                // A misread byte order mark, such as «ï»¿», has nothing to mark inside a text.
                let repair = Self.joined(piece, zip(words[row], verdicts[row])).replacing("\u{FEFF}", with: "")
                // Where U+FFFD itself was misread, the letters were lost before.
                let isLost = repair.unicodeScalars.contains("\u{FFFD}")
                found.append(TextFinding(.mojibake, piece, at: first.offset, repair: isLost ? nil : repair))
            }
        }
        // A word that is misread as a whole may look like one that is so in part.
        return Self.merged(found.sorted { $0.offset < $1.offset }, halfMisread(in: text))
    }

    /// The piece with its words decoded, and the ASCII between them as it was.
    private static func joined(_ piece: Substring, _ words: some Sequence<(MisreadWord, Verdict)>) -> String {
        var result = ""
        var position = piece.startIndex
        for (word, verdict) in words {
            result += piece[position..<word.text.startIndex] + (verdict.decoded ?? "")
            position = word.text.endIndex
        }
        return result
    }
}

/// A run of characters beyond ASCII.
struct MisreadWord {
    let text: Substring
    let offset: Int

    /// Whether an ASCII letter stands beside it: then an accent is an accent, as in «Chloé».
    var touchesLatin: Bool {
        text.base[..<text.startIndex].last?.isLetter == true || text.base[text.endIndex...].first?.isLetter == true
    }
}

/// What a word would be if it had been misread.
enum Verdict {
    case impossible
    /// To be believed beside a word that is.
    case possible(String)
    case certain(String)

    var decoded: String? {
        switch self {
        case .impossible: nil
        case .possible(let text), .certain(let text): text
        }
    }

    var isCertain: Bool { if case .certain = self { true } else { false } }
}

extension [Verdict] {
    /// The longest rows without an impossible word and with a certain one, or with three that are sure together.
    fileprivate func rows(of words: [MisreadWord]) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        for end in 0...count where end == count || self[end].decoded == nil {
            let row = start..<end
            if self[row].contains(where: \.isCertain) || isSure(row, words) { rows.append(row) }
            start = end + 1
        }
        return rows
    }

    /// «ч ЛПТЪЙОЕ РХУФП»: capitals alone prove nothing, but in several words the pairs of letters do.
    private func isSure(_ row: Range<Int>, _ words: [MisreadWord]) -> Bool {
        guard row.count > 2 else { return false }
        let (now, then) = row.reduce((0, 0)) { sum, at in
            let decoded = self[at].decoded?.lowercased() ?? ""
            return (sum.0 + words[at].text.lowercased().commonPairs, sum.1 + decoded.commonPairs)
        }
        let letters = row.reduce(0) { $0 + words[$1].text.count }
        return then > 2 * now + 2 && then * 2 > letters - row.count
    }
}
