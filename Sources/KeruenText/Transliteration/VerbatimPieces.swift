internal import TextShims

/// A text in pieces: what may be written over, and what must stay as it is: {цена}, https://пример.рф/путь, info@почта.рф.
enum VerbatimPieces {
    /// False for most texts, which then go on whole.
    @inline(__always)
    static func mayBeIn(_ text: Span<UInt8>) -> Bool {
        unsafe text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            return unsafe ktext_may_hold_verbatim(base, bytes.count)
        }
    }

    /// Calls `body` with each piece in turn.
    static func forEach<E: Error>(
        in text: Span<UInt8>, _ body: (_ piece: Span<UInt8>, _ isVerbatim: Bool) throws(E) -> Void
    ) throws(E) {
        var start = 0
        var at = 0
        while at < text.count {
            switch look(at: at, in: text, from: start) {
            case .nothing(let next): at = next
            case .verbatim(let piece):
                if start < piece.lowerBound { try body(text.extracting(start..<piece.lowerBound), false) }
                try body(text.extracting(piece), true)
                start = piece.upperBound
                at = start
            }
        }
        if start < at { try body(text.extracting(start..<at), false) }
    }

    private enum Look {
        /// What stands here is none; the next place to look at.
        case nothing(next: Int)
        case verbatim(Range<Int>)
    }

    /// - Parameter start: where the piece before ended; nothing reaches back over it.
    private static func look(at: Int, in text: Span<UInt8>, from start: Int) -> Look {
        switch text[at] {
        case UInt8(ascii: "{"): placeholder(text, at)
        case UInt8(ascii: ":"): address(text, colon: at, from: start)
        case UInt8(ascii: "@"): mailbox(text, at, from: start)
        case UInt8(ascii: "."): bareAddress(text, dot: at, from: start)
        default: .nothing(next: at + 1)
        }
    }

    /// A brace that is not closed within 400 bytes is none of a placeholder, so that a line of braces takes no quadratic time.
    /// Two braces open a block of a template, `{{#each items}}`, or a pattern of MessageFormat with placeholders of its own, whose text is
    /// a text like any other.
    private static func placeholder(_ text: Span<UInt8>, _ at: Int) -> Look {
        if at + 1 < text.count, text[at + 1] == UInt8(ascii: "{") {
            let inner = (at + 2..<max(at + 2, min(at + 400, text.count))).first { "{}".utf8.contains(text[$0]) }
            guard let end = inner, text[end] == UInt8(ascii: "}"), end + 1 < text.count, text[end + 1] == text[end]
            else {
                return .nothing(next: at + 2)
            }
            return .verbatim(at..<end + 2)
        }
        let end = (at..<min(at + 400, text.count)).first { text[$0] == UInt8(ascii: "}") }
        return end.map { .verbatim(at..<$0 + 1) } ?? .nothing(next: at + 1)
    }

    /// https://пример.рф/путь, by its colon.
    private static func address(_ text: Span<UInt8>, colon: Int, from start: Int) -> Look {
        guard colon + 2 < text.count, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") else {
            return .nothing(next: colon + 1)
        }
        var opening = colon
        while opening > start, isASCIILetterOrDigit(text[opening - 1]) { opening -= 1 }
        return .verbatim(opening..<addressEnd(text, behind: colon + 3))
    }

    /// info@почта.рф, by its @.
    private static func mailbox(_ text: Span<UInt8>, _ at: Int, from start: Int) -> Look {
        let opening = hostStart(text, at, from: start)
        let end = hostEnd(text, at + 1)
        guard opening < at, (at + 2..<max(at + 2, end)).contains(where: { text[$0] == UInt8(ascii: ".") }) else {
            return .nothing(next: at + 1)
        }
        return .verbatim(opening..<end)
    }

    /// www.керуен.қаз, керуен.рф and keruen.kz/тауар, by the first full stop. «Келді.Кетті» is two sentences.
    private static func bareAddress(_ text: Span<UInt8>, dot: Int, from start: Int) -> Look {
        // A sentence's end, and each of a row of full stops, are told by what follows: a line of leaders takes linear time.
        let next = dot + 1
        guard next < text.count, text[next] != UInt8(ascii: "."),
            isHostSign(text[next]) || CyrillicLetter.index(text, next) != nil
        else { return .nothing(next: next) }
        let opening = hostStart(text, dot, from: start)
        let end = hostEnd(text, dot + 1)
        let host = text.extracting(opening..<end).string
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let hasPath = end < text.count && text[end] == UInt8(ascii: "/")
        let isHost =
            labels.count > 1 && !labels.contains("")
            && (labels[0].lowercased() == "www" || labels.last.map { domains.contains($0.lowercased()) } ?? false
                // «199.50/дана» is a price.
                || hasPath && host.utf8.allSatisfy { $0 < 0x80 }
                    && labels.last.map { $0.contains(where: \.isLetter) } ?? false)
        // Whatever stands up to `end` is a part of this host that is none.
        return isHost ? .verbatim(opening..<(hasPath ? addressEnd(text, behind: end) : end)) : .nothing(next: end)
    }

    /// The top-level domains in Cyrillic, by IANA's list.
    private static let domains: Set<String> = [
        "рф", "қаз", "бел", "укр", "мкд", "срб", "мон", "ею", "бг", "рус", "дети", "онлайн", "сайт", "орг", "ком",
        "москва",
        "католик",
    ]

    // What names of hosts and mailboxes are made of: ASCII letters, digits and signs, and Cyrillic letters.

    private static func hostStart(_ text: Span<UInt8>, _ end: Int, from start: Int) -> Int {
        var at = end
        while at > start {
            if isHostSign(text[at - 1]) {
                at -= 1
            } else if at - 2 >= start, CyrillicLetter.index(text, at - 2) != nil {
                at -= 2
            } else {
                break
            }
        }
        return at
    }

    private static func hostEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
        var at = start
        while at < text.count {
            if isHostSign(text[at]) {
                at += 1
            } else if CyrillicLetter.index(text, at) != nil {
                at += 2
            } else {
                break
            }
        }
        // A full stop at its end is the sentence's.
        while at > start, text[at - 1] == UInt8(ascii: ".") { at -= 1 }
        return at
    }

    private static func isHostSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"): true
        default: isASCIILetterOrDigit(byte)
        }
    }

    private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// Where an address ends: at white space, a quotation mark, a mark of Chinese, or Han right behind a letter or digit
    /// («keruen.kz购买», but not «keruen.kz/丝绸»). The sentence's marks at its end are not its own.
    private static func addressEnd(_ text: Span<UInt8>, behind start: Int) -> Int {
        var end = start
        while end < text.count, !endsAddress(text, end) { end += 1 }
        while end > start, ".,;:!?'".utf8.contains(text[end - 1]) { end -= 1 }
        if end > start, text[end - 1] == UInt8(ascii: ")"),
            !(start..<end).contains(where: { text[$0] == UInt8(ascii: "(") })
        {
            end -= 1
        }
        return end
    }

    private static func endsAddress(_ text: Span<UInt8>, _ at: Int) -> Bool {
        func follows(_ offset: Int) -> UInt8 { at + offset < text.count ? text[at + offset] : 0 }
        switch text[at] {
        case 0x09...0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): return true
        // No-break space, « and ».
        case 0xC2: return [0xA0, 0xAB, 0xBB].contains(follows(1))
        // U+2000–200A, the quotation marks to U+201F, U+202F.
        case 0xE2 where follows(1) == 0x80:
            return (0x80...0x8A).contains(follows(2)) || (0x98...0x9F).contains(follows(2)) || follows(2) == 0xAF
        // U+3000–303F, and the wide forms of ASCII's marks.
        case 0xE3 where follows(1) == 0x80: return true
        case 0xEF where follows(1) == 0xBC: return true
        case 0xE3...0xE9: return at > 0 && isASCIILetterOrDigit(text[at - 1])
        default: return false
        }
    }
}
