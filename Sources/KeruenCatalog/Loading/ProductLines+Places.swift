internal import Synchronization

extension ProductLines {
    /// Reads the products that begin at some bytes of the file, once more; those that can't be read are left out.
    package func products(at offsets: Set<Int>) -> [Int: CatalogDraft.Sourced<Product>] {
        guard !offsets.isEmpty, let again = try? JSONBlockSource(file: file, as: source.name) else { return [:] }
        let wanted = offsets.sorted()
        let found = Mutex<[Int: CatalogDraft.Sourced<Product>]>([:])
        let name = source.name
        again.process(threads: 1, JSONValueReader.init) {
            reader, block -> [Int: CatalogDraft.Sourced<Product>] in
            let inside = wanted.filter { (block.start.offset..<block.start.offset + block.count).contains($0) }
            guard !inside.isEmpty else { return [:] }
            let starts = Set(inside.map { $0 - block.start.offset })
            let ranges = block.ranges.filter { starts.contains($0.lowerBound) }
            var products: [Int: CatalogDraft.Sourced<Product>] = [:]
            block.read(ranges, by: reader, in: name) { result, range in
                guard let node = try? result.get(), let product = try? Product(node) else { return }
                products[block.start.offset + range.lowerBound] = .init(value: product, source: node)
            }
            return products
        } _: { part in
            found.withLock {
                $0.merge(part) { first, _ in first }
                return $0.count < wanted.count
            }
        }
        return found.withLock(\.self)
    }
}
