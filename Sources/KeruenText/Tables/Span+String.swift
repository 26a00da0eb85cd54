extension Span<UInt8> {
    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    var string: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
