internal import ICUShims

extension Misreading {
    /// «Ë¿³ñ»: Chinese as a row of accented Latin letters and signs, a pair for each character.
    static func gbkReadAs1252(_ word: MisreadWord, _ writing: Writing) -> Verdict {
        guard !word.touchesLatin, word.text.unicodeScalars.allSatisfy({ $0.value < 0x100 }),
            word.text.unicodeScalars.contains(where: \.isLatin1Letter),
            let bytes = CodePage.windows1252.encode(word.text), bytes.count.isMultiple(of: 2),
            let decoded = GBK.decode(bytes)
        else { return .impossible }
        // Of the characters in daily use, which GB 2312 holds in its first half.
        let leads = stride(from: 0, to: bytes.count, by: 2).map { bytes[$0] }
        let daily = leads.count { (0xA1...0xA3).contains($0) || (0xB0...0xD7).contains($0) }
        guard daily == leads.count || writing.isChinese && daily * 2 >= leads.count else { return .impossible }
        let han = Set(decoded.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) })
        return han.count >= 2 ? .certain(decoded) : .possible(decoded)
    }

    /// «涓濈桓»: UTF-8 as rare characters.
    static func utf8ReadAsGBK(_ word: MisreadWord) -> Verdict {
        guard let first = word.text.unicodeScalars.first, GBK.openingUTF8.contains(first),
            let bytes = GBK.encode(word.text)
        else { return .impossible }
        let decoded = String(decoding: bytes, as: UTF8.self)
        guard decoded.utf8.elementsEqual(bytes) else { return .impossible }
        switch Plausibility(of: decoded, accents: false) {
        case .no: return .impossible
        case .some: return .possible(decoded)
        // 小写 and 些许 are two letters of Cyrillic each: four are needed.
        case .high:
            let isSure = decoded.unicodeScalars.count >= 4 || decoded.unicodeScalars.allSatisfy { $0.value > 0x3000 }
            return isSure ? .certain(decoded) : .possible(decoded)
        }
    }
}

/// China's encoding of one or two bytes a character, by ICU.
private enum GBK {
    static func decode(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= longestText else { return nil }
        return try? unsafe bytes.span.withUnsafeBufferPointer { (buffer) throws(TextError) in
            try unsafe icuString(capacity: Int32(clamping: 3 * buffer.count + 16)) { (out, capacity, status) in
                unsafe kicu_decode("GBK", buffer.baseAddress, Int32(buffer.count), out, capacity, &status)
            }
        }
    }

    static func encode(_ text: Substring) -> [UInt8]? {
        let text = String(text)
        guard !text.isTooLongForICU else { return nil }
        return try? unsafe text.withUTF8Bytes { (bytes, count) throws(TextError) in
            try unsafe icuBytes(capacity: count + 16) { (out, capacity, status) in
                unsafe kicu_encode("GBK", bytes, count, out, capacity, &status)
            } _: {
                unsafe Array($0)
            }
        }
    }

    /// The characters whose two bytes may open UTF-8 of Cyrillic, Han or a sign: no ordinary text begins with many, and ICU
    /// need not be asked about the others.
    static let openingUTF8: Set<Unicode.Scalar> = {
        var bytes: [UInt8] = []
        for lead in [UInt8](0xD0...0xD3) + [0xE2, 0xE3] + [UInt8](0xE4...0xE9) + [0xEF] {
            for trail in UInt8(0x80)...0xBF { bytes += [lead, trail] }
        }
        return Set(decode(bytes)?.unicodeScalars.map(\.self) ?? [])
    }()
}
