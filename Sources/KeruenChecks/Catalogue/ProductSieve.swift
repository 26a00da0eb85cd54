internal import JSONShims

/// Tells which products of a block of JSON certainly fit their shape and break no rule, without making values of them.
///
/// It knows `Shape.product` and what `CatalogRule` asks of each place; of a place that it knows nothing of, it is in doubt. A product in
/// doubt is read and checked like any other: so only time is lost where the sieve knows less than the rules, and tests hold that it
/// never passes a product of which they have something to say.
@safe final class ProductSieve: @unchecked Sendable {
    private let raw: OpaquePointer

    init(_ context: CatalogContext) {
        let plan = SievePlan(context)
        guard let raw = unsafe plan.withProgram({ unsafe kjson_sieve_open($0) }) else {
            preconditionFailure("no memory for a sieve")
        }
        unsafe self.raw = raw
    }

    deinit { unsafe kjson_sieve_close(raw) }

    /// How many products the block has, and where those stand that it is in doubt of. The identities of the others are remembered with
    /// their places in the file, to which `base` is added.
    func doubts(in block: JSONBlock, base: UInt64 = 0) -> (count: Int, places: [Range<Int>]) {
        guard let start = unsafe block.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return (0, []) }
        let offset = base + UInt64(block.start.offset)
        var places: [Range<Int>] = []
        if let elements = block.elements {
            for range in elements {
                let isFine = unsafe kjson_sieve_passes(
                    raw, start + range.lowerBound, range.count, offset + UInt64(range.lowerBound))
                if !isFine { places.append(range) }
            }
            return (elements.count, places)
        }
        let count = unsafe withUnsafeMutablePointer(to: &places) { places in
            unsafe kjson_sieve_lines(raw, start, block.count, offset, places) { context, start, length, _ in
                unsafe context?.assumingMemoryBound(to: [Range<Int>].self).pointee.append(start..<start + length)
            }
        }
        return (count, places)
    }

    /// Remembers the identities of a product that was read.
    func remember(_ product: Product, at offset: UInt64) {
        remember(product.id, isSKU: false, offset)
        for variant in product.variants { remember(variant.sku.description, isSKU: true, offset) }
    }

    private func remember(_ text: String, isSKU: Bool, _ offset: UInt64) {
        var text = text
        text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe kjson_sieve_remember(raw, base, bytes.count, isSKU, offset)
        }
    }

    /// Whether one of its products seems to have a SKU.
    func knows(_ sku: String) -> Bool {
        var sku = sku
        return sku.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return false }
            return unsafe kjson_sieve_knows(raw, base, bytes.count)
        }
    }

    /// Where two products seem to share an id or a SKU: the first's place and the other's.
    static func repeated(_ sieves: [ProductSieve]) -> [(first: UInt64, again: UInt64)] {
        let raws = unsafe sieves.map { unsafe Optional($0.raw) }
        var found: [(first: UInt64, again: UInt64)] = []
        unsafe raws.withUnsafeBufferPointer { raws in
            unsafe withUnsafeMutablePointer(to: &found) { found in
                unsafe kjson_sieve_repeated(raws.baseAddress, raws.count, found) { context, first, again in
                    unsafe context?.assumingMemoryBound(to: [(first: UInt64, again: UInt64)].self).pointee
                        .append((first, again))
                }
            }
        }
        return found
    }
}
