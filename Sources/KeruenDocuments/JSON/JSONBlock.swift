internal import JSONShims

/// Some whole JSON values of a file, as bytes, with their place there.
///
/// Whoever asked for it has it alone, on whatever thread that is.
@safe public final class JSONBlock: @unchecked Sendable {
    /// The bytes, and behind them as many that may be read as the parser wants.
    private var room: UnsafeMutableRawBufferPointer
    public internal(set) var count = 0
    /// Counted from 0 in the order of the file.
    public internal(set) var number = 0
    /// Of its first byte.
    public internal(set) var start = Place()
    /// Where the elements of an array stand; nil where each line is a value.
    public internal(set) var elements: [Range<Int>]?
    /// What could not be read behind its last value.
    public internal(set) var fault: Diagnostic?

    /// A place in a file: bytes before it, line and column as readers count them.
    public struct Place: Hashable, Sendable {
        public var offset = 0
        public var line = 1
        public var column = 1

        func position(in file: String) -> SourcePosition {
            SourcePosition(file: file, line: line, column: column, offset: offset)
        }

        /// The place behind some bytes from here on.
        func moved(over bytes: UnsafeRawBufferPointer) -> Place {
            var next = self
            next.offset += bytes.count
            var behindLast = 0
            if let base = bytes.baseAddress {
                next.line += unsafe kjson_count_lines(
                    base.assumingMemoryBound(to: UInt8.self), bytes.count, &behindLast)
            }
            if behindLast > 0 { next.column = 1 }
            for place in behindLast..<bytes.count where unsafe bytes[place] & 0xC0 != 0x80 { next.column += 1 }
            return next
        }
    }

    static let padding = Int(KJSON_PADDING)

    init() { unsafe room = .allocate(byteCount: 1 << 16, alignment: 64) }

    deinit { unsafe room.deallocate() }

    /// The bytes; the parser may read `padding` more.
    package var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: room[..<count]) }

    func begin(_ number: Int, at start: Place, with bytes: [UInt8]) {
        (self.number, self.start) = (number, start)
        (count, elements, fault) = (0, nil, nil)
        reserve(bytes.count)
        unsafe room[..<bytes.count].copyBytes(from: bytes)
        end(at: bytes.count)
    }

    /// Puts white space behind the end, so that nothing depends on what stood there before.
    private func end(at place: Int) {
        count = place
        let behind = unsafe UnsafeMutableRawBufferPointer(rebasing: room[count..<count + Self.padding])
        unsafe _ = behind.initializeMemory(as: UInt8.self, repeating: 0x20)
    }

    /// Makes room for so many bytes; what is there stays.
    private func reserve(_ capacity: Int) {
        guard unsafe room.count < capacity + Self.padding else { return }
        let grown = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity + Self.padding, alignment: 64)
        unsafe grown.copyMemory(from: bytes)
        unsafe room.deallocate()
        unsafe room = grown
    }

    /// Lets a reader fill the room behind what is there, up to a size; how many bytes it says that it read are the block's.
    func fill(upTo capacity: Int, _ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        reserve(capacity)
        let free = unsafe UnsafeMutableRawBufferPointer(rebasing: room[count..<max(count, capacity)])
        let got = unsafe read(free)
        end(at: count + got)
        return got
    }

    /// The bytes from a place on, which are the block's no longer.
    func cut(from place: Int) -> [UInt8] {
        let rest = unsafe [UInt8](room[place..<count])
        end(at: place)
        return rest
    }
}
