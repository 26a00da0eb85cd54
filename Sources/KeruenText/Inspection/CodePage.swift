/// An encoding of a byte a letter: ASCII below, a table above.
struct CodePage: Sendable {
    private let scalars: [Unicode.Scalar]
    private let bytes: [Unicode.Scalar: UInt8]

    private init(_ upperHalf: String) {
        scalars = Array(upperHalf.unicodeScalars)
        bytes = Dictionary(zip(scalars, UInt8(0x80)...0xFF)) { first, _ in first }
    }

    /// The bytes that were read as this text; nil where it holds a letter that the encoding lacks.
    func encode(_ text: Substring) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = byte(scalar) else { return nil }
            result.append(byte)
        }
        return result
    }

    /// Programs differ in whether 0x80 to 0x9F are Windows' letters or ISO's controls: both are read.
    private func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        bytes[scalar] ?? (scalar.value < 0xA0 ? UInt8(scalar.value) : nil)
    }

    /// Whether the text opens, but for one sign, like UTF-8 that was read by this table. Ordinary words do not: most
    /// texts need no further look.
    func mayHoldUTF8(_ text: Substring) -> Bool {
        let opening = text.unicodeScalars.prefix(3).map { byte($0) ?? 0 }
        return zip(opening, opening.dropFirst()).contains { $0 >= 0xC2 && (0x80...0xBF).contains($1) }
    }

    func decode(_ bytes: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        for byte in bytes { result.append(byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte) - 0x80]) }
        return String(result)
    }

    // Bytes that an encoding leaves open keep their number, as in the WHATWG's tables.
    static let windows1251 = CodePage(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")
    static let windows1252 = CodePage(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")
    static let koi8R = CodePage(
        "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
            + "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")
}
