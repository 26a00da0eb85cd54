internal import SearchShims

/// A document's length in a byte, exact up to 40 and then ever coarser, as tantivy and Lucene keep it.
///
///     LengthCode(41).length        // 40
///
/// Equal lengths give equal scores across the three, so that they can be compared.
struct LengthCode {
    let code: UInt8

    init(_ length: Int) { code = ksearch_length_code(UInt64(max(0, length))) }

    init(code: UInt8) { self.code = code }

    var length: Int { Int(ksearch_length(code)) }
}
