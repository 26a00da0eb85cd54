internal import Crypto
internal import Foundation

/// SHA-256 over rows, the same for the same rows in every database.
///
/// Of each value a byte that tells its kind, of texts and bytes their length in eight bytes, then the value, numbers big-endian.
struct RowDigest {
    private var hash = SHA256()
    private(set) var count = 0

    mutating func add(_ row: StoreRow) {
        var bytes: [UInt8] = []
        for value in row {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(1)
                bytes.append(bigEndian: number)
            case .text(let text):
                bytes.append(2)
                bytes.append(bigEndian: Int64(text.utf8.count))
                bytes += text.utf8
            case .bytes(let data):
                bytes.append(3)
                bytes.append(bigEndian: Int64(data.count))
                bytes += data
            }
        }
        hash.update(data: bytes)
        count += 1
    }

    /// In hexadecimal digits.
    var text: String {
        hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
        }.joined()
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
