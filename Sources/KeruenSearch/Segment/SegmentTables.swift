internal import SearchShims

/// The tables of a segment, every place in them tested: what the inner loops may read without asking.
@safe struct SegmentTables {
    private(set) var raw = unsafe ksearch_segment()

    init(_ file: SectionFile, count: Int, terms: Int) throws(SegmentError) {
        let text = unsafe try file.section("termtext", of: UInt8.self)
        let offsets = unsafe try file.section("termoffs", of: UInt32.self, count: terms + 1)
        let lists = unsafe try file.section("terms", of: ksearch_term.self, count: terms + 1)
        let chunks = unsafe try file.section("chunks", of: ksearch_chunk.self)
        let arrays = unsafe try file.section("arrays", of: UInt16.self)
        let bitmaps = unsafe try file.section("bitmaps", of: UInt64.self)
        let bitmapCount = bitmaps.count / 1_024
        let ranks = unsafe try file.section("ranks", of: UInt16.self, count: bitmapCount * 1_024)
        let frequencies = unsafe try file.section("freqs", of: UInt8.self)
        let stripes = unsafe try file.section("stripes", of: UInt8.self)
        let lengths = unsafe try file.section("lengths", of: UInt8.self, count: SegmentBuilder.padded(count))
        guard bitmaps.count.isMultiple(of: 1_024), frequencies.count >= SegmentBuilder.margin else {
            throw SegmentError(.damaged, "bitmaps")
        }
        var isSound = unsafe offsets[0] == 0 && Int(offsets[terms]) == text.count
        for term in 0..<terms { isSound = unsafe isSound && offsets[term] <= offsets[term + 1] }
        guard isSound else { throw SegmentError(.damaged, "termoffs") }
        isSound = unsafe lists[0].first_chunk == 0 && Int(lists[terms].first_chunk) == chunks.count
        for term in 0..<terms { isSound = unsafe isSound && lists[term].first_chunk <= lists[term + 1].first_chunk }
        guard isSound else { throw SegmentError(.damaged, "terms") }
        let blocks = (count + 65_535) / 65_536
        let stripeCount = stripes.count
        let postings = frequencies.count - SegmentBuilder.margin
        for index in chunks.indices {
            let chunk = unsafe chunks[index]
            let room = chunk.is_bitmap != 0 ? bitmapCount : arrays.count
            let end = chunk.is_bitmap != 0 ? Int(chunk.start) + 1 : Int(chunk.start) + Int(chunk.last) + 1
            guard Int(chunk.key) < blocks, end <= room, Int(chunk.frequencies) + Int(chunk.last) < postings,
                chunk.stripes == .max || Int(chunk.stripes) + 64 <= stripeCount
            else {
                throw SegmentError(.damaged, "chunks")
            }
        }
        unsafe raw.documents = UInt32(count)
        unsafe raw.terms = UInt32(terms)
        unsafe raw.term_offsets = offsets.baseAddress
        unsafe raw.term_bytes = text.baseAddress
        unsafe raw.term = lists.baseAddress
        unsafe raw.chunk = chunks.baseAddress
        unsafe raw.arrays = arrays.baseAddress
        unsafe raw.bitmaps = bitmaps.baseAddress
        unsafe raw.ranks = ranks.baseAddress
        unsafe raw.frequencies = frequencies.baseAddress
        unsafe raw.stripes = stripes.baseAddress
        unsafe raw.lengths = lengths.baseAddress
    }
}
