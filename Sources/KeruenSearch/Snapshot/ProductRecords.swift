internal import Foundation
internal import Synchronization

/// The products of a snapshot, each a line of JSON in a mapped file, found by their numbers or ids.
///
/// A table beside the lines says where each stands. A block of lines is tested by its checksum when one of them is first wanted.
final class ProductRecords: Sendable {
    static let table = "products.table"

    private let table: SectionFile
    private let files: [SegmentBytes]
    private let sums: [UnsafeColumn<UInt64>]
    private let places: UnsafeColumn<UInt64>
    private let lengths: UnsafeColumn<UInt32>
    private let ids: UnsafeColumn<UInt8>
    private let idOffsets: UnsafeColumn<UInt32>
    private let byID: UnsafeColumn<UInt32>
    /// Numbers go up to here; those of products that were removed are known to nobody.
    let count: Int
    /// How many products there are.
    let live: Int
    /// Blocks that were found sound, a bit each, by file.
    private let sound: Mutex<[[UInt64]]>
    private let faults = Mutex<SegmentError?>(nil)

    /// A file's number stands above so many bits of a place.
    static let fileBits = UInt64(48)

    /// - Throws: `SegmentError` where a file is missing, is no table, or names what is not there.
    init(folder: URL, files names: [String]) throws(SegmentError) {
        let path = folder.appending(path: Self.table).path
        guard let bytes = SegmentBytes(mapping: path) else { throw SegmentError(.unreadable, path) }
        table = try SectionFile(bytes)
        try table.verify()
        let places = unsafe try table.section("places", of: UInt64.self)
        count = places.count
        let lengths = unsafe try table.section("lengths", of: UInt32.self, count: count)
        let ids = unsafe try table.section("ids", of: UInt8.self)
        let idOffsets = unsafe try table.section("idoffs", of: UInt32.self, count: count + 1)
        let byID = unsafe try table.section("byid", of: UInt32.self)
        live = byID.count
        var files: [SegmentBytes] = []
        var sums: [UnsafeColumn<UInt64>] = []
        for (number, name) in names.enumerated() {
            let path = folder.appending(path: name).path
            guard let bytes = SegmentBytes(mapping: path) else { throw SegmentError(.unreadable, path) }
            files.append(bytes)
            let blocks = SectionFile.blocks(bytes.count)
            sums.append(unsafe UnsafeColumn(try table.section("sums\(number)", of: UInt64.self, count: blocks)))
        }
        // Everything that the table names lies where it may.
        for number in 0..<count {
            let (place, length) = unsafe (places[number], Int(lengths[number]))
            let (file, offset) = (Int(place >> Self.fileBits), Int(place & (1 << Self.fileBits - 1)))
            guard file < files.count, offset + length <= files[file].count,
                unsafe idOffsets[number] <= idOffsets[number + 1]
            else { throw SegmentError(.damaged, "places") }
        }
        guard unsafe Int(idOffsets[count]) == ids.count else { throw SegmentError(.damaged, "idoffs") }
        for place in 0..<live where unsafe byID[place] >= UInt32(count) { throw SegmentError(.damaged, "byid") }
        (self.files, self.sums) = (files, sums)
        unsafe (self.places, self.lengths) = (UnsafeColumn(places), UnsafeColumn(lengths))
        unsafe (self.ids, self.idOffsets, self.byID) = (UnsafeColumn(ids), UnsafeColumn(idOffsets), UnsafeColumn(byID))
        bytes.forget()
        sound = Mutex(files.map { [UInt64](repeating: 0, count: (SectionFile.blocks($0.count) + 63) / 64) })
    }

    /// The first damage that a line was found with; such a line's product is left out of every answer that needs it.
    var damage: SegmentError? { faults.withLock(\.self) }

    /// The line of a product; nil where it is damaged, which `damage` tells from then on.
    func line(_ number: Int) -> [UInt8]? {
        guard (0..<count).contains(number) else {
            faults.withLock { $0 = $0 ?? SegmentError(.damaged, "records") }
            return nil
        }
        let (file, start) = place(number)
        let range = start..<start + Int(lengths[number])
        guard isSound(range, in: file) else {
            faults.withLock { $0 = $0 ?? SegmentError(.damaged, "products") }
            return nil
        }
        return unsafe [UInt8](files[file].buffer(range))
    }

    func place(_ number: Int) -> (file: Int, offset: Int) {
        (Int(places[number] >> Self.fileBits), Int(places[number] & (1 << Self.fileBits - 1)))
    }

    func length(_ number: Int) -> Int { Int(lengths[number]) }

    private func isSound(_ range: Range<Int>, in file: Int) -> Bool {
        for block in range.lowerBound / SectionFile.blockSize...max(range.lowerBound, range.upperBound - 1)
            / SectionFile.blockSize
        {
            let bit = UInt64(1) << UInt64(block % 64)
            if sound.withLock({ $0[file][block / 64] & bit != 0 }) { continue }
            let start = block * SectionFile.blockSize
            let bytes = unsafe files[file].buffer(start..<min(start + SectionFile.blockSize, files[file].count))
            guard unsafe SectionFile.checksum(bytes) == sums[file][block] else { return false }
            sound.withLock { $0[file][block / 64] |= bit }
        }
        return true
    }

    /// Tests every line by its block's checksum.
    func verify() throws(SegmentError) {
        for (number, file) in files.enumerated() where !isSound(0..<file.count, in: number) {
            throw SegmentError(.damaged, "products")
        }
    }

    // MARK: Ids

    func id(_ number: Int) -> String {
        let range = Int(idOffsets[number])..<Int(idOffsets[number + 1])
        return String(decoding: range.map { ids[$0] }, as: UTF8.self)
    }

    /// The number at a place in the order of the ids.
    func number(at place: Int) -> Int { Int(byID[place]) }

    /// The number of a product that is there.
    func number(of id: String) -> Int? {
        let place = SearchIndex.firstPlace(below: live) { self.id(number(at: $0)) >= id }
        guard place < live, self.id(number(at: place)) == id else { return nil }
        return number(at: place)
    }

    func sums(of file: Int) -> [UInt64] { (0..<SectionFile.blocks(files[file].count)).map { sums[file][$0] } }
}
