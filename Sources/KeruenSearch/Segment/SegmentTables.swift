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
        let high = unsafe try file.section("high", of: UInt32.self)
        let highFrequencies = unsafe try file.section("highfreq", of: UInt8.self, count: high.count)
        let places = unsafe try file.section("places", of: UInt8.self)
        let more = unsafe try file.section("more", of: UInt8.self)
        let groups = (places.count + SegmentBuilder.placeGroup - 1) / SegmentBuilder.placeGroup
        let moreOffsets = unsafe try file.section("moreoffs", of: UInt32.self, count: groups)
        let stripes = unsafe try file.section("stripes", of: ksearch_bound.self)
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
        let postings = (frequencies.count - SegmentBuilder.margin) * 2
        isSound = more.count <= UInt32.max
        for group in 0..<groups { isSound = unsafe isSound && Int(moreOffsets[group]) <= more.count }
        guard isSound else { throw SegmentError(.damaged, "moreoffs") }
        for index in chunks.indices {
            let chunk = unsafe chunks[index]
            let room = chunk.is_bitmap != 0 ? bitmapCount : arrays.count
            let end = chunk.is_bitmap != 0 ? Int(chunk.start) + 1 : Int(chunk.start) + Int(chunk.last) + 1
            guard Int(chunk.key) < blocks, end <= room, Int(chunk.frequencies) + Int(chunk.last) < postings,
                chunk.stripes == .max || Int(chunk.stripes) + (chunk.is_bitmap != 0 ? 576 : 64) <= stripeCount,
                chunk.places == .max || Int(chunk.places) + Int(chunk.last) < places.count
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
        unsafe raw.high = high.baseAddress
        unsafe raw.high_frequencies = highFrequencies.baseAddress
        unsafe raw.high_count = UInt32(clamping: high.count)
        unsafe raw.places = places.baseAddress
        unsafe raw.more = more.baseAddress
        unsafe raw.more_offsets = moreOffsets.baseAddress
        unsafe raw.more_size = UInt32(clamping: more.count)
        unsafe raw.stripes = stripes.baseAddress
        unsafe raw.lengths = lengths.baseAddress
    }
}
