internal import ShopSite

extension RequestGuard {
    /// Why this request target is none of the shop's; nil where it may be one.
    ///
    /// An address is decoded once, ever. What would become another address when decoded again, or by another's rules, names
    /// nothing here: encoded slashes and percent signs, backslashes, dot segments, empty segments. What isn't text at all can't
    /// be read: broken escapes, control characters, bytes that aren't UTF-8.
    static func refusal(of target: String) -> RequestRefusal.Reason? {
        guard target.utf8.first == slash else { return .address }
        var path: [UInt8] = []
        var isCrooked = false
        var bytes = target.utf8.makeIterator()
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "?") { break }
            var decoded = byte
            if byte == percent {
                guard let high = bytes.next().flatMap(hexDigit), let low = bytes.next().flatMap(hexDigit) else {
                    return .address
                }
                decoded = high << 4 | low
                if decoded == slash || decoded == percent { isCrooked = true }
            }
            if decoded < 0x20 || decoded == 0x7f { return .address }
            if decoded == UInt8(ascii: "\\") { isCrooked = true }
            path.append(decoded)
        }
        guard String(validating: path, as: UTF8.self) != nil else { return .address }
        let segments = path.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
        let isBent =
            segments.dropLast().contains(where: \.isEmpty) || segments.contains { $0 == [dot] || $0 == [dot, dot] }
        return isCrooked || isBent ? .missing : nil
    }

    private static let slash = UInt8(ascii: "/")
    private static let percent = UInt8(ascii: "%")
    private static let dot = UInt8(ascii: ".")

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
