internal import Synchronization

/// Checks a catalogue of any size in little memory: products of YAML files from memory, those of JSON Lines piece by piece.
///
///     let draft = try CatalogDraft.load(folder: url, readingLines: false)
///     let result = CatalogValidation(draft, most: 1_000).run()
///     result.findings.count       // at most 1,000
///     result.leftOut              // how many more there were
public struct CatalogValidation: Sendable {
    private let draft: CatalogDraft
    private let context: CatalogContext
    private let most: Int

    /// - Parameter most: findings that are kept; of the others only their number.
    public init(_ draft: CatalogDraft, settings: CatalogSettings = CatalogSettings(), most: Int = 1_000) {
        self.draft = draft
        context = CatalogContext(draft, settings: settings)
        self.most = most
    }

    public struct Result: Sendable {
        /// By place.
        public var findings: [Diagnostic] = []
        /// Findings that were counted and not kept.
        public var leftOut = 0
        /// All findings, kept or not, by how much they matter.
        public var counts: [Diagnostic.Severity: Int] = [:]
        /// Products that were looked at, those that can't be read too.
        public var products = 0
        /// Products that had to be read whole, because it was not plain at a glance that they are fine.
        public var doubtful = 0

        mutating func add(_ more: [Diagnostic], most: Int) {
            for finding in more { counts[finding.severity, default: 0] += 1 }
            findings += more.prefix(max(0, most - findings.count))
            leftOut = counts.values.reduce(0, +) - findings.count
        }
    }

    /// - Parameter progress: told the bytes read and the bytes that there are, now and then.
    public func run(
        threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) -> Result {
        var result = Result(products: draft.products.count)
        result.add(draft.findings + draft.products.flatMap(context.findings(of:)), most: most)
        let sieves = Sieves()
        let all = draft.lines.reduce(0) { $0 + $1.source.size }
        var before = 0
        for (number, lines) in draft.lines.enumerated() {
            check(lines, number, threads, sieves, &result) { [before] in progress?(before + $0, all) }
            before += lines.source.size
        }
        var whole = draft
        whole.skusInLines = sieves.known(of: draft)
        result.add(context.findings(of: whole), most: most)
        if !draft.lines.isEmpty { result.add(repeated(sieves), most: most) }
        result.findings = result.findings.inReadingOrder
        return result
    }

    // MARK: Files of many products

    /// The places of products: a file's number above so many bits, below them its bytes. Products of YAML files have a number of their
    /// own, and their place in the list.
    private static let fileBits = UInt64(48)
    private static let yaml = UInt64(0xFFFF)

    private struct Part: Sendable {
        var content: ProductLines.Content
        var count: Int
        var doubtful: Int
        var end: Int
    }

    private func check(
        _ lines: ProductLines, _ number: Int, _ threads: Int, _ sieves: Sieves, _ result: inout Result,
        _ progress: @Sendable (Int) -> Void
    ) {
        let (context, most, name) = (context, most, lines.source.name)
        let base = UInt64(number) << Self.fileBits
        let collected = Mutex(result)
        lines.source.process(threads: threads) {
            (sieve: sieves.next(context), reader: JSONValueReader())
        } _: { worker, block in
            let (count, places) = worker.sieve.doubts(in: block, base: base)
            var content = ProductLines.content(of: block, places, by: worker.reader, in: name)
            for product in content.products {
                content.findings += context.findings(of: product)
                if let offset = product.source.position.offset {
                    worker.sieve.remember(product.value, at: base + UInt64(offset))
                }
            }
            content.products = []
            return Part(
                content: content, count: count, doubtful: places.count, end: block.start.offset + block.count)
        } _: { part in
            collected.withLock {
                $0.add(part.content.findings, most: most)
                $0.products += part.count
                $0.doubtful += part.doubtful
            }
            progress(part.end)
            return true
        }
        result = collected.withLock(\.self)
    }

    /// Ids and SKUs that stand twice where at least one of the two is in a file of many.
    private func repeated(_ sieves: Sieves) -> [Diagnostic] {
        let yaml = sieves.next(context)
        for (number, product) in draft.products.enumerated() {
            yaml.remember(product.value, at: Self.yaml << Self.fileBits + UInt64(number))
        }
        let pairs = sieves.repeated().filter { $0.again >> Self.fileBits != Self.yaml || $0.first >> Self.fileBits != Self.yaml }
        let places = pairs.prefix(most).flatMap { [$0.first, $0.again] }
        var products: [UInt64: CatalogDraft.Sourced<Product>] = [:]
        for place in places where place >> Self.fileBits == Self.yaml {
            products[place] = draft.products[Int(place & (1 << Self.fileBits - 1))]
        }
        for (number, lines) in draft.lines.enumerated() {
            let base = UInt64(number) << Self.fileBits
            let own = places.filter { $0 >> Self.fileBits == UInt64(number) }.map { Int($0 - base) }
            for (offset, product) in lines.products(at: Set(own)) { products[base + UInt64(offset)] = product }
        }
        // What the rules of a catalogue say of the two alone.
        var found: Set<Diagnostic> = []
        for pair in pairs.prefix(most) {
            guard let first = products[pair.first], let again = products[pair.again] else { continue }
            var two = draft
            (two.products, two.findings) = ([first, again], [])
            found.formUnion(context.findings(of: two, without: .allButProducts))
        }
        return Array(found).inReadingOrder
    }
}

/// The sieves of all threads.
private final class Sieves: Sendable {
    private let all = Mutex<[ProductSieve]>([])

    /// Made outside of the lock, because that takes a while.
    func next(_ context: CatalogContext) -> ProductSieve {
        let sieve = ProductSieve(context)
        all.withLock { $0.append(sieve) }
        return sieve
    }

    func repeated() -> [(first: UInt64, again: UInt64)] { ProductSieve.repeated(all.withLock(\.self)) }

    /// Of the SKUs that price lists and stock name, those that some sieve has seen.
    func known(of draft: CatalogDraft) -> Set<String> {
        let sieves = all.withLock(\.self)
        guard !sieves.isEmpty else { return [] }
        let named =
            draft.priceLists.flatMap { $0.source["prices"]?.entries ?? [] }
            + draft.stock.flatMap { $0["stock"]?.entries ?? [] }
        return Set(named.lazy.map(\.key).filter { sku in sieves.contains { $0.knows(sku) } })
    }
}
