internal import Foundation
internal import Synchronization

/// The products of a snapshot, each a line of JSON in a mapped file, found by their numbers or ids.
///
/// A table beside the lines says where each stands. A block of lines is tested by its checksum when one of them is first wanted.
final class ProductRecords: Sendable {
    static let table = "products.table"

    private let table: SectionFile
    private let files: [SegmentBytes]
    private let names: [String]
    /// Of the files, by their names.
    private let guards: SectionGuards
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
    private let faults = Mutex<SegmentError?>(nil)

    /// A file's number stands above so many bits of a place.
    static let fileBits = UInt64(48)

    /// - Throws: `SegmentError` where a file is missing, is no table, or names what is not there.
    init(folder: URL, files names: [String]) throws(SegmentError) {
        let path = folder.appending(path: Self.table).path
        guard let bytes = SegmentBytes(mapping: path) else { throw SegmentError(.unreadable, path) }
        table = try SectionFile(bytes)
        // What names places; ids are tested when one is first looked for.
        try table.verify(["places", "lengths", "idoffs", "byid"] + names.indices.map { "sums\($0)" })
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
        (self.names, self.files, self.sums) = (names, files, sums)
        guards = unsafe SectionGuards(
            zip(names, zip(files, sums)).map { name, file in
                unsafe (name, file.0.buffer(0..<file.0.count), UnsafeRawBufferPointer(file.1.values))
            })
        unsafe (self.places, self.lengths) = (UnsafeColumn(places), UnsafeColumn(lengths))
        unsafe (self.ids, self.idOffsets, self.byID) = (UnsafeColumn(ids), UnsafeColumn(idOffsets), UnsafeColumn(byID))
        bytes.forget()
    }

    /// The first damage that a line was found with; such a line's product is shown as `Product.unreadable`.
    var damage: SegmentError? { faults.withLock(\.self) }

    /// The line of a product; nil where it is damaged, which `damage` tells from then on.
    func line(_ number: Int) -> [UInt8]? {
        guard (0..<count).contains(number) else { return tell("records") }
        let (file, start) = place(number)
        let range = start..<start + Int(lengths[number])
        guard guards[names[file]]?.isSound(range) == true else { return tell(names[file]) }
        return unsafe [UInt8](files[file].buffer(range))
    }

    /// Nothing, and the first time kept.
    private func tell(_ subject: String) -> [UInt8]? {
        faults.withLock { $0 = $0 ?? SegmentError(.damaged, subject) }
        return nil
    }

    func place(_ number: Int) -> (file: Int, offset: Int) {
        (Int(places[number] >> Self.fileBits), Int(places[number] & (1 << Self.fileBits - 1)))
    }

    func length(_ number: Int) -> Int { Int(lengths[number]) }

    /// Tests every line by its block's checksum, and the table.
    func verify() throws(SegmentError) {
        try table.verify()
        for name in names where guards[name]?.test() != true { throw SegmentError(.damaged, name) }
    }

    // MARK: Ids

    func id(_ number: Int) -> String {
        let range = Int(idOffsets[number])..<Int(idOffsets[number + 1])
        return unsafe String(decoding: ids.values[range], as: UTF8.self)
    }

    /// The number at a place in the order of the ids.
    func number(at place: Int) -> Int { Int(byID[place]) }

    /// The number of a product that is there.
    func number(of id: String) -> Int? {
        guard table.guards?["ids"]?.isSound == true else {
            _ = tell("ids")
            return nil
        }
        let place = SearchIndex.firstPlace(below: live) { self.id(number(at: $0)) >= id }
        guard place < live, self.id(number(at: place)) == id else { return nil }
        return number(at: place)
    }

    func sums(of file: Int) -> [UInt64] { (0..<SectionFile.blocks(files[file].count)).map { sums[file][$0] } }
}
