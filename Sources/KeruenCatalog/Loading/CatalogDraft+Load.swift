public import Foundation

extension CatalogDraft {
    /// Reads `markets/`, `categories.yaml`, `materials.yaml`, `regions.yaml`, `warehouses.yaml`, `products/`,
    /// `price-lists/` and `stock/`; and `synonyms/<tag>.txt` where there are any.
    ///
    /// A broken file is a finding and the others are read on. Products may stand in YAML files of one each, in JSON Lines (`.jsonl`) and
    /// in JSON arrays (`.json`).
    /// - Parameter readingLines: whether files of many products are read, or left in `lines` for who reads them piece by piece.
    /// - Throws: `Refusal` with `unreadableFile` where the folder or one of its parts is not there.
    public static func load(
        folder: URL, as name: String? = nil, readingLines: Bool = true
    ) throws(Refusal) -> CatalogDraft {
        var draft = CatalogDraft(name: name ?? folder.relativePath, folder: folder)
        for file in try draft.files(in: "markets") {
            draft.read(file) { (draft, node) throws(Refusal) in draft.markets.append(try Market(node)) }
        }
        draft.read("categories.yaml") { (draft, node) throws(Refusal) in
            draft.categories = CategoryTree(try node.elements.map { node throws(Refusal) in try .init(node) })
        }
        draft.read("materials.yaml") { (draft, node) throws(Refusal) in draft.materials = try .vocabulary(node) }
        draft.read("regions.yaml") { (draft, node) throws(Refusal) in draft.regions = try .vocabulary(node) }
        draft.read("warehouses.yaml") { (draft, node) throws(Refusal) in draft.warehouses = try Warehouse.list(node) }
        for file in try draft.files(in: "products") {
            draft.read(file) { (draft, node) throws(Refusal) in
                draft.products.append(Sourced(value: try Product(node), source: node))
            }
        }
        for file in try draft.files(in: "products", [".jsonl", ".ndjson", ".json"]) {
            draft.readLines(file, readingLines)
        }
        for file in try draft.files(in: "price-lists") {
            draft.read(file) { (draft, node) throws(Refusal) in
                draft.priceLists.append(Sourced(value: try PriceList(node), source: node))
            }
        }
        for file in try draft.files(in: "stock") {
            draft.read(file) { (draft, node) throws(Refusal) in try draft.readStock(node) }
        }
        draft.readSynonyms()
        return draft
    }

    /// A shop may have none.
    private mutating func readSynonyms() {
        let part = folder.appending(path: "synonyms")
        for file in ((try? FileManager.default.contentsOfDirectory(atPath: part.path)) ?? []).sorted()
        where file.hasSuffix(".txt") {
            let place = SourcePosition(file: "\(name)/synonyms/\(file)")
            guard let data = try? Data(contentsOf: part.appending(path: file)) else {
                findings.append(Diagnostic(.unreadableFile, at: place))
                continue
            }
            guard let language = try? LanguageTag(String(file.dropLast(4))) else {
                findings.append(
                    Diagnostic(
                        .malformedValue, at: place,
                        ["field": "synonyms", "value": .text(file), "example": "zh-Hans.txt"]))
                continue
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                findings.append(Diagnostic(.notUTF8, at: place))
                continue
            }
            synonyms[language] = Synonyms(text)
        }
    }

    private mutating func readLines(_ file: String, _ isNow: Bool) {
        do throws(Refusal) {
            let lines = try ProductLines(file: folder.appending(path: file), as: "\(name)/\(file)")
            guard isNow else { return self.lines.append(lines) }
            let content = lines.read()
            products += content.products
            findings += content.findings
        } catch {
            findings += error.diagnostics
        }
    }

    private mutating func readStock(_ node: DocumentNode) throws(Refusal) {
        let findings = Shape.openingStock.check(node)
        guard findings.isEmpty else { throw Refusal(findings) }
        stock.append(node)
        guard let index = warehouses.firstIndex(where: { $0.id == node["warehouse"]?.text }) else { return }
        for entry in node["stock"]?.entries ?? [] {
            guard let sku = SKU(entry.key), let count = entry.value.integer else { continue }
            warehouses[index].openingStock[sku, default: 0] += count
        }
    }

    private mutating func read(_ file: String, _ use: (inout CatalogDraft, DocumentNode) throws(Refusal) -> Void) {
        do throws(Refusal) {
            try use(&self, try DocumentReader().read(file: folder.appending(path: file), as: "\(name)/\(file)"))
        } catch {
            findings += error.diagnostics
        }
    }

    /// The part's files by name, so that every run reads them in the same order.
    private func files(
        in part: String, _ endings: [String] = [".yaml", ".yml"]
    ) throws(Refusal) -> [String] {
        let path = folder.appending(path: part).path
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                .filter { file in endings.contains { file.hasSuffix($0) } }
                .map { "\(part)/\($0)" }
        } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: "\(name)/\(part)")))
        }
    }
}
