/// An entry as it stands in a file: one line of JSON that begins with a checksum of all behind it.
///
///     {"sum":"1c291ca3","position":17,"id":"dutar","put":{"id":"dutar",…}}
///     {"sum":"08c3b9f0","position":18,"id":"rawap","withdrawn":true}
///
/// The checksum is CRC-32C, which finds every burst of wrong bits up to 32, and what is left of a line that a stopped machine tore.
enum CatalogLogLine {
    private static let head = Array(#"{"sum":""#.utf8)
    private static let digits = 8
    private static let behindSum = Array(#"","#.utf8)

    static func encode(_ entry: CatalogLogEntry) -> [UInt8] {
        var id = JSONWriter()
        id.value(entry.change.id)
        var body = Array(#""position":\#(entry.position),"id":"#.utf8) + id.bytes
        if let product = entry.change.product {
            body += Array(#","put":"#.utf8) + Array(product.utf8)
            body.append(UInt8(ascii: "}"))
        } else {
            body += Array(#","withdrawn":true}"#.utf8)
        }
        return head + sum(body[...]) + behindSum + body + [UInt8(ascii: "\n")]
    }

    /// - Parameter line: without its end.
    /// - Returns: nil where it is not what was written.
    static func decode(_ line: ArraySlice<UInt8>) -> CatalogLogEntry? {
        var rest = line
        guard rest.take(head) else { return nil }
        let sum = rest.prefix(digits)
        rest = rest.dropFirst(digits)
        guard rest.take(behindSum), sum == self.sum(rest) else { return nil }
        guard rest.take(Array(#""position":"#.utf8)),
            let position = Int(String(decoding: rest.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self))
        else { return nil }
        rest = rest.drop { $0 != UInt8(ascii: ",") }
        guard rest.take(Array(#","id":"#.utf8)), let id = rest.takeString() else { return nil }
        if rest.elementsEqual(#","withdrawn":true}"#.utf8) {
            return CatalogLogEntry(position: position, change: CatalogChange(withdrawn: id))
        }
        guard rest.take(Array(#","put":"#.utf8)), rest.last == UInt8(ascii: "}") else { return nil }
        return CatalogLogEntry(
            position: position, change: CatalogChange(id: id, product: String(decoding: rest.dropLast(), as: UTF8.self))
        )
    }

    private static func sum(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = String(checksum(bytes), radix: 16)
        return (Array(repeating: UInt8(ascii: "0"), count: digits - text.utf8.count) + text.utf8)[...]
    }

    /// Castagnoli's polynomial, lowest bit first.
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 }
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let table = table
        return ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }
}

extension ArraySlice<UInt8> {
    /// Takes away what it has to begin with.
    fileprivate mutating func take(_ prefix: [UInt8]) -> Bool {
        guard starts(with: prefix) else { return false }
        self = dropFirst(prefix.count)
        return true
    }

    /// Takes away a string of JSON.
    fileprivate mutating func takeString() -> String? {
        guard first == UInt8(ascii: "\"") else { return nil }
        var (end, isPlain) = (startIndex + 1, true)
        while end < endIndex, self[end] != UInt8(ascii: "\"") {
            if self[end] == UInt8(ascii: "\\") {
                isPlain = false
                end += 1
            }
            end += 1
        }
        guard end < endIndex else { return nil }
        let quoted = self[startIndex...end]
        self = self[(end + 1)...]
        if isPlain { return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self) }
        return (try? JSONValueReader().read(Array(quoted), in: ""))?.text
    }
}
