/// Bytes that are being written: on the stack while they are few, on the heap when they grow.
///
/// Writers of scripts append to it letter by letter. An array asks at every byte whether it is shared and has room; here a
/// letter is one store of eight bytes.
@safe struct UTF8Buffer: ~Copyable {
    private var base: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int
    private var isOnHeap = false

    private init(_ scratch: UnsafeMutableRawBufferPointer, _ base: UnsafeMutableRawPointer) {
        unsafe self.base = base
        capacity = scratch.count
    }

    deinit { if isOnHeap { unsafe base.deallocate() } }

    /// Lends a buffer to `write`, and then what is in it to `read`.
    static func with<R, E: Error>(
        _ write: (inout UTF8Buffer) throws(E) -> Void, read: (UnsafeBufferPointer<UInt8>) -> R
    ) throws(E) -> R {
        let result: Result<R, E> = unsafe withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { scratch in
            do throws(E) {
                guard let base = scratch.baseAddress else {
                    return .success(unsafe read(UnsafeBufferPointer(start: nil, count: 0)))
                }
                var buffer = unsafe UTF8Buffer(scratch, base)
                try write(&buffer)
                let bytes = unsafe buffer.base.assumingMemoryBound(to: UInt8.self)
                return .success(unsafe read(UnsafeBufferPointer(start: bytes, count: buffer.count)))
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    @inline(__always)
    private mutating func reserve(_ room: Int) {
        if capacity &- count < room { grow(room) }
    }

    private mutating func grow(_ room: Int) {
        capacity = 2 * capacity + room
        let grown = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        unsafe grown.copyMemory(from: base, byteCount: count)
        if isOnHeap { unsafe base.deallocate() }
        unsafe base = grown
        isOnHeap = true
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count &+= 1
    }

    @inline(__always)
    mutating func append(_ text: PackedText) {
        reserve(8)
        unsafe base.storeBytes(of: text.bits.littleEndian, toByteOffset: count, as: UInt64.self)
        count &+= text.count
    }

    /// Lends a cursor with room for so many bytes and the eight of a last store; for loops that write much.
    @inline(__always)
    mutating func withCursor<R>(room: Int, _ write: (inout Cursor) -> R) -> R {
        reserve(room + 8)
        var cursor = unsafe Cursor(at: base + count, last: base + capacity - 8)
        let result = write(&cursor)
        count = unsafe cursor.at - base
        return result
    }

    /// A place in the buffer's room. It lives in registers, where the buffer's own count is written to memory each time.
    @safe struct Cursor {
        fileprivate var at: UnsafeMutableRawPointer
        fileprivate let last: UnsafeMutableRawPointer

        @inline(__always)
        mutating func append(_ text: PackedText) {
            unsafe precondition(at <= last, "there is no more room than was asked for")
            unsafe at.storeBytes(of: text.bits.littleEndian, as: UInt64.self)
            unsafe at += text.count
        }

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            unsafe precondition(at <= last, "there is no more room than was asked for")
            unsafe at.storeBytes(of: byte, as: UInt8.self)
            unsafe at += 1
        }

        /// Goes back to an earlier place.
        @inline(__always)
        mutating func back(to place: Cursor) { unsafe at = place.at }
    }

    mutating func append(_ text: Span<UInt8>) {
        reserve(text.count)
        unsafe text.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress { unsafe (base + count).copyMemory(from: source, byteCount: bytes.count) }
        }
        count += text.count
    }

    mutating func append(_ text: some StringProtocol) {
        for byte in text.utf8 { append(byte) }
    }

    subscript(at: Int) -> UInt8 {
        precondition(at >= 0 && at < count, "only what was written can be read")
        return unsafe base.load(fromByteOffset: at, as: UInt8.self)
    }

    mutating func truncate(to length: Int) { count = min(count, length) }

    /// Puts a short text before what was written from `at` on.
    mutating func insert(_ text: PackedText, at: Int) {
        reserve(8)
        let length = text.count
        unsafe (base + at + length).copyMemory(from: base + at, byteCount: count - at)
        for offset in 0..<length {
            let byte = UInt8(truncatingIfNeeded: text.bits >> UInt64(8 * offset))
            unsafe base.storeBytes(of: byte, toByteOffset: at + offset, as: UInt8.self)
        }
        count += length
    }
}
