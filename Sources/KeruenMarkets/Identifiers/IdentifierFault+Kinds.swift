// Each number's rules once more, in the order in which a person would look: length, characters, parts, check digit. Only a
// number that its type refuses comes here.

extension INN {
    static func fault(in text: String) -> IdentifierFault {
        if let fault = IdentifierFault(text, lengths: [10, 12]) { return fault }
        return text.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? IdentifierFault(.identifierZeros) : .checkDigit
    }
}

extension OGRN {
    static func fault(in text: String) -> IdentifierFault {
        if let fault = IdentifierFault(text, lengths: [13, 15]) { return fault }
        let first = text.prefix(1)
        let isFirst = text.utf8.count == 13 ? first == "1" || first == "5" : first == "3"
        return isFirst ? .checkDigit : IdentifierFault(.identifierFirstDigit)
    }
}

extension IIN {
    static func fault(in text: String) -> IdentifierFault {
        if let fault = IdentifierFault(text, lengths: [12]) { return fault }
        let values = text.utf8.map { Int($0) - 0x30 }
        // A day of birth has 0 to 3 in the fifth place.
        if (4...6).contains(values[4]) { return IdentifierFault(.identifierOfFirm) }
        guard (1...6).contains(values[6]) else { return IdentifierFault(.identifierCentury) }
        let year = 1800 + (values[6] - 1) / 2 * 100 + values[0] * 10 + values[1]
        let day = CivilDate(year: year, month: values[2] * 10 + values[3], day: values[4] * 10 + values[5])
        guard day != nil else { return IdentifierFault(.identifierDate) }
        return BIN.checkDigit(of: values.prefix(11)) == nil ? IdentifierFault(.identifierNeverGiven) : .checkDigit
    }
}

extension BIN {
    static func fault(in text: String) -> IdentifierFault {
        if let fault = IdentifierFault(text, lengths: [12]) { return fault }
        let values = text.utf8.map { Int($0) - 0x30 }
        guard (4...6).contains(values[4]) else { return IdentifierFault(.identifierNotOfFirm) }
        guard (1...12).contains(values[2] * 10 + values[3]) else { return IdentifierFault(.identifierMonth) }
        return checkDigit(of: values.prefix(11)) == nil ? IdentifierFault(.identifierNeverGiven) : .checkDigit
    }
}

extension ResidentID {
    static func fault(in text: String) -> IdentifierFault {
        let fault = IdentifierFault(text, lengths: [18]) { byte, place in
            byte.isDigit || place == 17 && (byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x"))
        }
        if let fault { return fault }
        guard provinces.contains(Int(text.prefix(2)) ?? 0) else { return IdentifierFault(.identifierProvince) }
        let date = text.dropFirst(6).prefix(8)
        guard let year = Int(date.prefix(4)), let month = Int(date.dropFirst(4).prefix(2)),
            let day = Int(date.suffix(2)), CivilDate(year: year, month: month, day: day) != nil
        else { return IdentifierFault(.identifierDate) }
        return .checkDigit
    }
}

extension USCC {
    static func fault(in text: String) -> IdentifierFault {
        IdentifierFault(text, lengths: [18]) { byte, place in
            // The region that registers it is in digits.
            alphabet.contains(byte) && (!(2..<8).contains(place) || byte.isDigit)
        } ?? .checkDigit
    }
}

extension S10 {
    static func fault(in text: String) -> IdentifierFault {
        // Spaces are read over, as the number is printed in groups.
        let text = text.filter { $0 != " " }
        let fault = IdentifierFault(text, lengths: [13]) { byte, place in
            (2..<11).contains(place) ? byte.isDigit : (0x41...0x5A).contains(byte)
        }
        if let fault { return fault }
        return isCountry(Array(text.utf8.suffix(2))) ? .checkDigit : IdentifierFault(.identifierCountry)
    }
}

extension GTIN {
    static func fault(in text: String) -> IdentifierFault {
        IdentifierFault(text, lengths: [8, 12, 13, 14]) ?? .checkDigit
    }
}

extension IdentifierFault {
    fileprivate static let checkDigit = IdentifierFault(.identifierCheckDigit)

    /// A character that can't stand where it does, else a wrong length; nil where both are right.
    fileprivate init?(
        _ text: String, lengths: [Int], _ fits: (_ byte: UInt8, _ place: Int) -> Bool = { byte, _ in byte.isDigit }
    ) {
        let characters = Array(text)
        // A letter in a number of digits is told before its length; a character beyond the end is only too many.
        let wrong = characters.enumerated().first { place, character in
            guard let byte = character.asciiValue else { return true }
            return place < (lengths.last ?? 0) && !fits(byte, place)
        }
        if let wrong {
            self.init(.identifierCharacter, ["place": .integer(wrong.offset + 1)])
        } else if !lengths.contains(characters.count) {
            let wanted = lengths.map(String.init).joined(separator: "/")
            self.init(.identifierLength, ["wanted": .text(wanted), "found": .integer(characters.count)])
        } else {
            return nil
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
