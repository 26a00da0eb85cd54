internal import Foundation

/// The bytes of a segment: in memory, or of a file that is mapped, so that what nobody asks for is never read.
@safe final class SegmentBytes: Sendable {
    nonisolated(unsafe) private let base: UnsafeRawPointer
    let count: Int
    private let isMapped: Bool

    /// A copy of some bytes, where vectors can be read.
    init(_ bytes: [UInt8]) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(64, bytes.count), alignment: 64)
        unsafe room.copyBytes(from: bytes)
        unsafe base = UnsafeRawPointer(room.baseAddress.unsafelyUnwrapped)
        count = bytes.count
        isMapped = false
    }

    /// Maps a file; nil where it can't be read or is empty.
    init?(mapping path: String) {
        let file = unsafe open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var facts = stat()
        guard unsafe fstat(file, &facts) == 0, facts.st_size > 0 else { return nil }
        count = Int(facts.st_size)
        guard let map = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), unsafe map != MAP_FAILED else {
            return nil
        }
        unsafe base = UnsafeRawPointer(map)
        isMapped = true
    }

    deinit {
        if isMapped {
            unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
        } else {
            unsafe base.deallocate()
        }
    }

    /// Gives back the memory that a mapped file took while it was tested; what is wanted again is read again.
    func forget() {
        if isMapped { unsafe madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED) }
    }

    /// Bytes of a range that lies within.
    func buffer(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// A number at a place that lies within, the lowest byte first.
    func load<Number: FixedWidthInteger>(_ type: Number.Type, at place: Int) -> Number {
        precondition(place >= 0 && place + MemoryLayout<Number>.size <= count)
        return Number(littleEndian: unsafe base.loadUnaligned(fromByteOffset: place, as: type))
    }
}
