/// A document's length in a byte, exact up to 40 and then ever coarser, as tantivy and Lucene keep it.
///
///     LengthCode(41).length        // 40
///
/// Equal lengths give equal scores across the three, so that they can be compared.
struct LengthCode {
    let code: UInt8

    init(_ length: Int) {
        guard length >= 24 else {
            code = UInt8(max(0, length))
            return
        }
        let rest = min(length, Int(Int32.max)) - 24
        let bits = Int.bitWidth - rest.leadingZeroBitCount
        guard bits >= 4 else {
            code = UInt8(24 + rest)
            return
        }
        let shift = bits - 4
        code = UInt8(min(255, 24 + ((rest >> shift) & 7 | (shift + 1) << 3)))
    }

    init(code: UInt8) { self.code = code }

    var length: Int {
        guard code >= 24 else { return Int(code) }
        let rest = Int(code) - 24
        let shift = rest >> 3 - 1
        return 24 + (shift < 0 ? rest & 7 : (rest & 7 | 8) << shift)
    }
}
