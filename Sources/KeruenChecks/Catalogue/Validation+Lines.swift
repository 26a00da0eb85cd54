internal import Synchronization

extension Validation {
    /// Checks a catalogue of any size in little memory: products of YAML files as they were read, those of files that were left for later
    /// piece by piece.
    ///
    ///     let draft = try CatalogDraft.load(folder: url, readingLines: false)
    ///     let validation = Validation(draft) { read, all in bar.show(read, of: all) }
    ///
    /// - Parameters:
    ///   - most: findings that are kept; of the others only their number.
    ///   - progress: told the bytes read and the bytes that there are, now and then, by any thread.
    public init(
        _ draft: CatalogDraft, settings: CatalogSettings = CatalogSettings(), keeping most: Int = 100_000,
        threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) {
        let check = CatalogCheck(draft: draft, context: CatalogContext(draft, settings: settings), most: most)
        let found = check.run(threads: threads, progress)
        self.init(
            findings: found.findings, products: found.products, clean: found.clean, uncollected: found.uncollected)
    }
}

/// Goes through a catalogue once.
private struct CatalogCheck {
    let draft: CatalogDraft
    let context: CatalogContext
    let most: Int

    struct Found: Sendable {
        var findings: [Diagnostic] = []
        /// Of those that were not kept, how many there are of each severity.
        var uncollected: [Diagnostic.Severity: Int] = [:]
        var products = 0
        var clean = 0

        mutating func add(_ more: [Diagnostic], most: Int) {
            let kept = more.prefix(max(0, most - findings.count))
            findings += kept
            for finding in more[kept.endIndex...] { uncollected[finding.severity, default: 0] += 1 }
        }
    }

    func run(threads: Int, _ progress: (@Sendable (_ read: Int, _ all: Int) -> Void)?) -> Found {
        var found = Found(products: draft.products.count)
        found.add(draft.findings, most: most)
        for product in draft.products {
            let own = context.findings(of: product)
            found.clean += own.isEmpty ? 1 : 0
            found.add(own, most: most)
        }
        let sieves = Sieves()
        let all = draft.lines.reduce(0) { $0 + $1.source.size }
        var before = 0
        for (number, lines) in draft.lines.enumerated() {
            check(lines, number, threads, sieves, &found) { [before] in progress?(before + $0, all) }
            before += lines.source.size
        }
        var whole = draft
        whole.skusInLines = sieves.known(of: draft)
        let own = context.findings(of: whole)
        found.add(own, most: most)
        if !draft.lines.isEmpty {
            // Of two YAML files it has been said.
            let known = Set(own)
            found.add(repeated(sieves).filter { !known.contains($0) }, most: most)
        }
        return found
    }

    // MARK: Files of many products

    /// The places of products: a file's number above so many bits, below them its bytes. Products of YAML files have a number of their
    /// own, the lowest, and their place in the list: so places are in the order in which a catalogue is read.
    private static let fileBits = UInt64(48)
    private static let yaml = UInt64(0)
    private static func base(_ file: Int) -> UInt64 { UInt64(file + 1) << fileBits }

    private struct Part: Sendable {
        var content: ProductLines.Content
        var count: Int
        /// Products without a finding.
        var clean: Int
        var end: Int
    }

    private func check(
        _ lines: ProductLines, _ number: Int, _ threads: Int, _ sieves: Sieves, _ found: inout Found,
        _ progress: @Sendable (Int) -> Void
    ) {
        let (context, most, name) = (context, most, lines.source.name)
        let base = Self.base(number)
        let collected = Mutex(found)
        lines.source.process(threads: threads) {
            (sieve: sieves.next(context), reader: JSONValueReader())
        } _: { worker, block in
            let (count, places) = worker.sieve.doubts(in: block, base: base)
            var content = ProductLines.content(of: block, places, by: worker.reader, in: name)
            var clean = count - places.count
            for product in content.products {
                let own = context.findings(of: product)
                clean += own.isEmpty ? 1 : 0
                content.findings += own
                if let offset = product.source.position.offset {
                    worker.sieve.remember(product.value, at: base + UInt64(offset))
                }
            }
            content.products = []
            return Part(
                content: content, count: count, clean: clean, end: block.start.offset + block.count)
        } _: { part in
            collected.withLock {
                $0.add(part.content.findings, most: most)
                $0.products += part.count
                $0.clean += part.clean
            }
            progress(part.end)
            return true
        }
        found = collected.withLock(\.self)
    }

    /// Ids and SKUs that stand twice where at least one of the two is in a file of many.
    private func repeated(_ sieves: Sieves) -> [Diagnostic] {
        let yaml = sieves.next(context)
        for (number, product) in draft.products.enumerated() {
            yaml.remember(product.value, at: Self.yaml << Self.fileBits + UInt64(number))
        }
        let pairs = sieves.repeated().filter {
            $0.again >> Self.fileBits != Self.yaml || $0.first >> Self.fileBits != Self.yaml
        }
        let places = pairs.prefix(most).flatMap { [$0.first, $0.again] }
        var products: [UInt64: CatalogDraft.Sourced<Product>] = [:]
        for place in places where place >> Self.fileBits == Self.yaml {
            products[place] = draft.products[Int(place & (1 << Self.fileBits - 1))]
        }
        for (number, lines) in draft.lines.enumerated() {
            let base = Self.base(number)
            let own = places.filter { $0 >> Self.fileBits == base >> Self.fileBits }.map { Int($0 - base) }
            for (offset, product) in lines.products(at: Set(own)) { products[base + UInt64(offset)] = product }
        }
        // What the rules of a catalogue say of them all together, so that each names the place that is the first of all.
        var concerned = draft
        concerned.products = products.sorted { $0.key < $1.key }.map(\.value)
        return context.findings(of: concerned, without: .allButProducts)
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
