/// Fields of what stores keep, one behind another, texts with their length in front.
struct SealWriter {
    private(set) var bytes: [UInt8] = []

    /// Of everything that is sealed; read back, a later one is told from damage.
    static let version: UInt8 = 1

    mutating func write(byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func write(_ day: CivilDate) { write(UInt64(bitPattern: Int64(day.daysSince1970))) }

    /// Two bytes of length: nothing here is longer than the name of a key, a purpose or a language.
    mutating func write(_ text: String) {
        let utf8 = text.utf8.prefix(Int(UInt16.max))
        bytes += [UInt8(utf8.count >> 8), UInt8(utf8.count & 0xFF)] + utf8
    }
}

struct SealReader {
    private let bytes: [UInt8]
    private var place = 0

    /// - Throws: `TradeError` with `sealTooNew` or `sealUnreadable`, as all that it reads does.
    init(_ bytes: [UInt8]) throws(TradeError) {
        self.bytes = bytes
        let version = try readByte()
        guard version == SealWriter.version else {
            throw TradeError(version > SealWriter.version ? .sealTooNew : .sealUnreadable)
        }
    }

    var rest: [UInt8] { Array(bytes[place...]) }

    mutating func readByte() throws(TradeError) -> UInt8 { try read(1)[0] }

    mutating func readNumber() throws(TradeError) -> UInt64 { try read(8).reduce(0) { $0 << 8 | UInt64($1) } }

    mutating func readDay() throws(TradeError) -> CivilDate {
        guard let days = Int32(exactly: Int64(bitPattern: try readNumber())) else { throw TradeError(.sealUnreadable) }
        return CivilDate(daysSince1970: days)
    }

    mutating func readText() throws(TradeError) -> String {
        let length = try read(2).reduce(0) { $0 << 8 | Int($1) }
        guard let text = String(validating: try read(length), as: UTF8.self) else { throw TradeError(.sealUnreadable) }
        return text
    }

    private mutating func read(_ count: Int) throws(TradeError) -> [UInt8] {
        guard bytes.count - place >= count else { throw TradeError(.sealUnreadable) }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }
}
