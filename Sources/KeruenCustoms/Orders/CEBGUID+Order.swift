extension CEBGUID {
    /// The number of an order's document: the same whenever the document is made, and no other's.
    ///
    ///     CEBGUID(.exportList, of: id, version: 1)      // 4B455255-0001-8603-8…: the kind can be read in it
    ///
    /// A UUID of version 8 (RFC 9562), whose bits are the kind's number, the version, and the 60 bits of the order's id.
    /// - Parameter version: of the document, from 1; a change is another document with the next one.
    public init(_ kind: CEBKind, of order: Order.ID, version: Int, isMessage: Bool = false) {
        let number = (isMessage ? Self.message : 0) | UInt64(clamping: version) & (Self.message - 1)
        let text = "\(Self.tag)-\(Self.hex(number, 4))-8\(kind.digits)-\(Self.hex(order.bits | 1 << 63, 16))"
        self.init(known: text.prefix(23) + "-" + text.dropFirst(23))
    }

    /// Whose document or message it numbers; nil for a number that was not made from an order.
    public var order: Order.ID? {
        let groups = description.split(separator: "-")
        guard groups.count == 5, groups[0] == Self.tag, groups[2].first == "8",
            let bits = UInt64(groups[3] + groups[4], radix: 16), bits >> 60 == 8
        else { return nil }
        return Order.ID(bits: bits & (1 << 60 - 1))
    }

    /// The version of an order's document; nil for a number that was not made from an order.
    var version: Int? {
        guard order != nil else { return nil }
        return Int(description.dropFirst(9).prefix(4), radix: 16).map { $0 & 0x7FFF }
    }

    /// KERU
    private static let tag = "4B455255"
    /// Marks a message apart from its document.
    private static let message: UInt64 = 0x8000

    private static func hex(_ value: UInt64, _ count: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

extension CEBKind {
    /// `303`
    fileprivate var digits: Substring { rawValue.dropFirst(3) }
}

extension Order.ID {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The twelve characters' five bits each.
    fileprivate var bits: UInt64 {
        description.dropFirst(3).reduce(0) { bits, character in
            guard let value = Self.alphabet.firstIndex(of: character) else { return bits }
            return bits << 5 | UInt64(value)
        }
    }

    fileprivate init?(bits: UInt64) {
        var text = "KR"
        for place in 0..<12 {
            if place.isMultiple(of: 4) { text += "-" }
            text.append(Self.alphabet[Int(bits >> UInt64(55 - 5 * place) & 31)])
        }
        self.init(text)
    }
}
