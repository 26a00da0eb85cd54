internal import ICUShims

// How Swift strings cross into the shim and back. Everything here is UTF-8: no UTF-16 copy is made on this side.

/// Texts are handed to ICU up to this many bytes; its lengths are 32 bits, and buffers are a few times longer.
package let longestText = 1 << 26

extension String {
    /// Whether ICU is not to be asked about the text.
    package var isTooLongForICU: Bool { utf8.count > longestText }

    /// Lends the string's UTF-8 to `body`, its first `longestText` bytes, without a copy where it is native Swift text.
    package func withUTF8Bytes<R, E: Error>(
        _ body: (_ bytes: UnsafePointer<UInt8>?, _ count: Int32) throws(E) -> R
    ) throws(E) -> R {
        var text = self
        text.makeContiguousUTF8()
        let outcome: Result<R, E> =
            unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
                do throws(E) {
                    return .success(try unsafe body(buffer.baseAddress, Int32(min(buffer.count, longestText))))
                } catch { return .failure(error) }
            }
            ?? { () -> Result<R, E> in
                do throws(E) { return .success(try body(nil, 0)) } catch { return .failure(error) }
            }()
        return try outcome.get()
    }
}

/// Calls the shim with a buffer, again with a larger one where it says that it needs more.
package func icuBytes<R>(
    capacity: Int32 = 256,
    _ call: (_ out: UnsafeMutablePointer<UInt8>, _ capacity: Int32, _ status: inout Int32) -> Int32,
    _ read: (UnsafeBufferPointer<UInt8>) -> R
) throws(TextError) -> R {
    var capacity = capacity
    while true {
        var status: Int32 = 0
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(capacity))
        defer { unsafe buffer.deallocate() }
        let count = unsafe call(buffer, capacity, &status)
        if count > capacity {
            capacity = count + 1
            continue
        }
        // More room was wanted without saying how much: asking again would never end.
        guard status <= 0 else { throw TextError(status: status) }
        return unsafe read(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }
}

/// `icuBytes` read as text.
package func icuString(
    capacity: Int32 = 256,
    _ call: (_ out: UnsafeMutablePointer<UInt8>, _ capacity: Int32, _ status: inout Int32) -> Int32
) throws(TextError) -> String {
    try unsafe icuBytes(capacity: capacity, call) { unsafe String(decoding: $0, as: UTF8.self) }
}
