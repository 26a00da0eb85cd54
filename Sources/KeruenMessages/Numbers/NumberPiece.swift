internal import ICUShims

/// A piece of a written number: its digits, its sign, its symbol.
public struct NumberPiece: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case integer, fraction, decimal, group, sign, currency, percent, unit, literal, other
    }

    public var kind: Kind
    public var text: String
}

extension DecimalFormatter {
    /// A number's text in pieces; joined they are what `format` gives.
    ///
    ///     try DecimalFormatter(.ru, .currency("RUB")).pieces("1234.5")     // 1, group, 234, decimal, 5, literal, ₽
    public func pieces(_ decimal: String) throws(TextError) -> [NumberPiece] {
        var status: Int32 = 0
        let capacity = 64
        let found = unsafe [Int32](unsafeUninitializedCapacity: 3 * capacity) { room, count in
            guard let base = room.baseAddress else { return }
            let fields = unsafe kicu_number_format_fields(handle, decimal, base, Int32(capacity), &status)
            count = 3 * min(capacity, Int(fields))
        }
        guard status <= 0 else { throw TextError(status: status) }
        let text = try rawText(decimal)
        let units = Array(text.utf16)
        var kinds = Array(repeating: NumberPiece.Kind.literal, count: units.count)
        let fields = stride(from: 0, to: found.count, by: 3).map {
            (found[$0], Int(found[$0 + 1])..<Int(found[$0 + 2]))
        }
        // The integer's field reaches over the groups in it.
        for isGroup in [false, true] {
            for (field, range) in fields where (field == 6) == isGroup && range.upperBound <= kinds.count {
                for at in range { kinds[at] = Self.kinds[field] ?? .other }
            }
        }
        var pieces: [NumberPiece] = []
        var start = 0
        for at in 0..<units.count where at + 1 == units.count || kinds[at + 1] != kinds[at] {
            let piece = String(decoding: units[start...at], as: UTF16.self)
            pieces.append(NumberPiece(kind: kinds[at], text: written(piece)))
            start = at + 1
        }
        return pieces
    }

    /// By UNumberFormatFields.
    private static let kinds: [Int32: NumberPiece.Kind] = [
        0: .integer, 1: .fraction, 2: .decimal, 6: .group, 7: .currency, 8: .percent, 10: .sign, 11: .unit,
    ]
}
