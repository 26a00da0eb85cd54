import FuzzDriver

/// Changes a feed as people and programs do: a token gives way to one of another kind, or goes, or comes twice, so that what is left is
/// mostly JSON. Every other round is libFuzzer's own, of bits and bytes.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    guard seed % 2 == 0, count > 0 else { return LLVMFuzzerMutate(bytes, count, most) }
    var random = seed
    func next(_ bound: Int) -> Int {
        random = random &* 1_664_525 &+ 1_013_904_223
        return Int(random >> 8) % bound
    }
    var feed = Array(UnsafeBufferPointer(start: bytes, count: count))
    let tokens = tokens(of: feed)
    guard !tokens.isEmpty else { return LLVMFuzzerMutate(bytes, count, most) }
    let token = tokens[next(tokens.count)]
    switch next(8) {
    case 0: feed.removeSubrange(token)
    case 1: feed.insert(contentsOf: feed[token], at: token.upperBound)
    case 2: feed.replaceSubrange(token, with: feed[tokens[next(tokens.count)]])
    case 3:
        // A run of tokens once more: a field, a line.
        let other = tokens[next(tokens.count)]
        let run = feed[min(token.lowerBound, other.lowerBound)..<max(token.upperBound, other.upperBound)]
        feed.insert(contentsOf: run, at: tokens[next(tokens.count)].lowerBound)
    case 4:
        // A letter as an escape.
        let place = token.lowerBound + next(token.count)
        guard (0x30..<0x7B).contains(feed[place]) else { return LLVMFuzzerMutate(bytes, count, most) }
        let digits = Array("0123456789abcdef".utf8)
        feed.replaceSubrange(
            place...place, with: Array("\\u00".utf8) + [digits[Int(feed[place] >> 4)], digits[Int(feed[place] & 15)]])
    case 5:
        let piece = pieces[next(pieces.count)]
        feed.insert(contentsOf: piece, at: token.lowerBound + next(token.count))
    default: feed.replaceSubrange(token, with: values[next(values.count)])
    }
    let result = feed.prefix(most)
    for (place, byte) in result.enumerated() { bytes[place] = byte }
    return result.count
}

/// Strings with their quotes, single marks, and runs of anything else.
private func tokens(of feed: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var place = 0
    while place < feed.count {
        let start = place
        let first = feed[place]
        place += 1
        if first == UInt8(ascii: "\"") {
            while place < feed.count, feed[place] != first { place += feed[place] == UInt8(ascii: "\\") ? 2 : 1 }
            place = min(place + 1, feed.count)
        } else if !marks.contains(first) {
            while place < feed.count, !marks.contains(feed[place]), feed[place] != UInt8(ascii: "\"") { place += 1 }
        }
        tokens.append(start..<place)
    }
    return tokens
}

private let marks = Set("{}[]:,\n".utf8)

private let values: [[UInt8]] = [
    #"null"#, "true", "false", "0", "-0", "07", "1e3", "100", "101", "60.5", "[]", "{}", #""""#, #""1""#, #""5 mm""#,
    #""180 cm""#,
    #""0.5 kg""#, #""0 g""#, #""2027-05-15""#, #""2026-02-31""#, #""tour""#, #""handicraft""#, #""imported""#,
    #""silk""#, #""wood""#,
    #""hotan""#, #""Дутар""#, #""Дутар dutar""#, #""都塔尔""#, #""都塔尔 dutar""#, #""Жібек""#, #""Jibek""#, #""جىبەك""#,
    #""ru""#, #""kk""#,
    #""zh-Hans""#, #""kk-Arab""#, #""kk-Latn""#, #""kz""#, #""cn""#, #""268.00""#, #""268.005""#, #""0.00""#,
    #""900292""#, #""dutar""#,
    #""DUTAR-1""#, #""4006381333931""#, #""4006381333932""#, #""title""#, #""prices""#, #""stock""#, #""urumqi""#,
    #""gtin""#,
    #""species""#, #""options""#, #""share""#, "\n", "{", "}", "[", "]", ":", ",",
].map { Array($0.utf8) }

private let pieces: [[UInt8]] =
    [
        " ", "\r", "\t", "\0", "\u{1}", "\u{C}", "\u{FEFF}", "\\", "\\\"", "\\ud800", "\\udc00", "\\ud83d\\udc2a",
        "\\u0000", "\"", "\n",
        "é", "ё", "е", "e", "丝", "ا", "ª", "µ", "ｋ", "🐫", "\u{301}", "\u{200B}", "«", "—", "₸", "、", "ㄅ", "ᠠ", "ⅳ", "ﬁ",
        "№", "-",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]
