#if Postgres
    internal import Foundation

    /// A parameter as PostgreSQL reads it in binary form. Lists are arrays, so that one statement carries a whole group's rows.
    struct WireValue {
        enum Kind: UInt32 {
            case bytes = 17
            case integer = 20
            case text = 25
            case listOfBytes = 1001
            case listOfTexts = 1009
            case listOfIntegers = 1016
        }

        let bytes: [UInt8]

        static func text(_ text: String) -> WireValue { WireValue(bytes: Array(text.utf8)) }

        static func integer(_ number: Int64) -> WireValue {
            var bytes: [UInt8] = []
            bytes.append(bigEndian: number)
            return WireValue(bytes: bytes)
        }

        static func texts(_ texts: some Collection<String>) -> WireValue {
            list(of: .text, texts, size: 24) { bytes, text in
                var text = text
                text.withUTF8 { unsafe bytes.append(item: $0) }
            }
        }

        static func texts(utf8 texts: some Collection<[UInt8]>) -> WireValue {
            list(of: .text, texts, size: 512) { bytes, text in bytes.append(item: text) }
        }

        static func blobs(_ blobs: some Collection<Data>) -> WireValue {
            list(of: .bytes, blobs, size: 256) { bytes, blob in bytes.append(item: blob) }
        }

        static func integers(_ numbers: some Collection<Int64?>) -> WireValue {
            list(of: .integer, numbers, size: 12) { bytes, number in
                guard let number else { return bytes.append(bigEndian: Int32(-1)) }
                bytes.append(bigEndian: Int32(8))
                bytes.append(bigEndian: number)
            }
        }

        /// `array_recv`: dimensions, whether there are nulls, the elements' type, their number, the first index, the elements.
        private static func list<T>(
            of kind: Kind, _ items: some Collection<T>, size: Int, _ append: (inout [UInt8], T) -> Void
        ) -> WireValue {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(20 + items.count * size)
            bytes.append(bigEndian: Int32(items.isEmpty ? 0 : 1))
            bytes.append(bigEndian: Int32(1))
            bytes.append(bigEndian: Int32(bitPattern: kind.rawValue))
            if !items.isEmpty {
                bytes.append(bigEndian: Int32(items.count))
                bytes.append(bigEndian: Int32(1))
            }
            for item in items { append(&bytes, item) }
            return WireValue(bytes: bytes)
        }
    }

    extension [UInt8] {
        fileprivate mutating func append<T: FixedWidthInteger>(bigEndian number: T) {
            for shift in stride(from: T.bitWidth - 8, through: 0, by: -8) {
                append(UInt8(truncatingIfNeeded: number >> T(shift)))
            }
        }

        fileprivate mutating func append(item: some Collection<UInt8>) {
            append(bigEndian: Int32(item.count))
            append(contentsOf: item)
        }
    }
#endif
