/// Where bytes go: an array of the caller's, or room on the stack.
protocol MessageSink {
    var count: Int { get }
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
    mutating func truncate(to count: Int)
}

extension [UInt8]: MessageSink {
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe append(contentsOf: bytes) }

    mutating func truncate(to count: Int) { removeLast(self.count - count) }
}

/// Room on the stack for one message.
@safe struct StackSink: MessageSink {
    private let base: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private(set) var count = 0
    /// Whether something did not fit.
    private(set) var isOverflowing = false

    init(_ room: UnsafeMutableBufferPointer<UInt8>, _ base: UnsafeMutablePointer<UInt8>) {
        unsafe self.base = base
        capacity = room.count
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        guard bytes.count <= capacity - count else {
            isOverflowing = true
            return
        }
        unsafe (base + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    mutating func truncate(to count: Int) { self.count = count }

    var string: String { unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }
}
