internal import ICUShims

// How Swift strings cross into the shim and back. Everything here is UTF-8: no UTF-16 copy is made on this side.

/// Texts are handed to ICU up to this many bytes; its lengths are 32 bits, and buffers are a few times longer.
package let longestText = 1 << 26

extension String {
    /// Whether ICU is not to be asked about the text.
    package var isTooLongForICU: Bool { utf8.count > longestText }

    /// Lends the string's UTF-8 to `body`, its first `longestText` bytes, without a copy where it is native Swift text.
    @inline(__always)
    package func withUTF8Bytes<R, E: Error>(
        _ body: (_ bytes: UnsafePointer<UInt8>?, _ count: Int32) throws(E) -> R
    ) throws(E) -> R {
        try unsafe utf8.span.withUnsafeBufferPointer { (buffer) throws(E) in
            try unsafe body(buffer.baseAddress, Int32(min(buffer.count, longestText)))
        }
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
        var count: Int32 = 0
        // Short texts need no allocation: this lies on the stack.
        let result: R? = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(capacity)) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            count = unsafe call(base, capacity, &status)
            return count > capacity || status > 0
                ? nil : unsafe read(UnsafeBufferPointer(start: base, count: Int(count)))
        }
        if let result { return result }
        // More room that is wanted without saying how much would be asked for without end.
        guard count > capacity else { throw TextError(status: status) }
        capacity = count + 1
    }
}

/// `icuBytes` read as text.
package func icuString(
    capacity: Int32 = 256,
    _ call: (_ out: UnsafeMutablePointer<UInt8>, _ capacity: Int32, _ status: inout Int32) -> Int32
) throws(TextError) -> String {
    try unsafe icuBytes(capacity: capacity, call) { unsafe String(decoding: $0, as: UTF8.self) }
}
