public import Foundation

extension Topology {
    /// The format of `topology.yaml`.
    public static let shape = Shape.record(
        "Topology",
        [
            .required(
                "markets",
                .map(
                    key: .identifier,
                    .record("MarketDatabase", [.required("orders", .form(.storeAddress), "Orders and people.")]))),
            .optional(
                "regions",
                .map(
                    key: .identifier,
                    .record(
                        "RegionDatabase",
                        [
                            .required("warehouses", .list(.form(.identifier), minimum: 1)),
                            .required("stock", .form(.storeAddress)),
                        ])), "Warehouses whose stock is counted apart from the orders."),
        ])

    /// - Parameters:
    ///   - name: how diagnostics call the file; its path when nil.
    ///   - catalog: whose markets have to be there, and whose warehouses may.
    /// - Throws: `Refusal` with everything that is wrong, each at its place, and no address in it.
    public static func load(
        file: URL, as name: String? = nil, for catalog: Catalog? = nil
    ) throws(Refusal) -> Topology {
        let node: DocumentNode
        do throws(Refusal) { node = try DocumentReader().read(file: file, as: name) } catch {
            throw Refusal(error.diagnostics.map(\.withoutAddresses))
        }
        return try Topology(node, for: catalog)
    }

    public init(_ node: DocumentNode, for catalog: Catalog? = nil) throws(Refusal) {
        let regions = node["regions"]?.entries ?? []
        var findings = Self.shape.check(node) + Self.repetitions(in: regions)
        if let catalog { findings += Self.strangers(in: node, catalog) }
        guard findings.isEmpty else { throw Refusal(findings.map(\.withoutAddresses)) }
        self.init(
            markets: Dictionary(
                (node["markets"]?.entries ?? []).compactMap { entry in
                    entry.value["orders"]?.text.map { (entry.key, StoreAddress($0)) }
                }, uniquingKeysWith: { first, _ in first }),
            regions: regions.compactMap { entry in
                guard let stock = entry.value["stock"]?.text else { return nil }
                let warehouses = entry.value["warehouses"]?.elements.compactMap(\.text) ?? []
                return Region(entry.key, warehouses: warehouses, stock: StoreAddress(stock))
            })
    }

    /// A warehouse's stock is counted in one place.
    private static func repetitions(in regions: [DocumentNode.Entry]) -> [Diagnostic] {
        var counted: [String: String] = [:]
        return regions.flatMap { region in
            (region.value["warehouses"]?.elements ?? []).compactMap { warehouse in
                guard let name = warehouse.text else { return nil }
                guard let first = counted[name] else {
                    counted[name] = region.key
                    return nil
                }
                return Diagnostic(
                    .warehouseTwice, .error, at: warehouse.position,
                    ["warehouse": .text(name), "region": .text(first)])
            }
        }
    }

    private static func strangers(in node: DocumentNode, _ catalog: Catalog) -> [Diagnostic] {
        let markets = node["markets"]?.entries ?? []
        let warehouses = (node["regions"]?.entries ?? []).flatMap { $0.value["warehouses"]?.elements ?? [] }
        func unknown(_ text: String, _ field: String, among choices: [String], at place: SourcePosition) -> Diagnostic?
        {
            guard !choices.contains(text) else { return nil }
            return Diagnostic(
                .notAChoice, at: place,
                [
                    "field": .text(field), "value": .text(text),
                    "choices": .text(choices.sorted().joined(separator: ", ")),
                ])
        }
        let sold = catalog.markets.map(\.id)
        let known = catalog.warehouses.map(\.id) + [StockPlace.departures]
        let missing = sold.sorted().filter { market in !markets.contains { $0.key == market } }.map { market in
            Diagnostic(
                .marketWithoutDatabase, .error, at: (node["markets"] ?? node).position, ["market": .text(market)])
        }
        return markets.compactMap { unknown($0.key, "markets", among: sold, at: $0.keyPosition) } + missing
            + warehouses.compactMap { node in
                node.text.flatMap { unknown($0, "warehouses", among: known, at: node.position) }
            }
    }
}

extension Diagnostic {
    /// A slip of the pen can put an address where a name belongs, and addresses carry passwords.
    fileprivate var withoutAddresses: Diagnostic {
        var diagnostic = self
        for (name, argument) in arguments {
            guard case .text(let text) = argument, text.contains(where: { ":@=/".contains($0) }) else { continue }
            // What the shape itself says is no slip.
            if name != "known", name != "choices", name != "example" { diagnostic.arguments[name] = "…" }
        }
        return diagnostic
    }
}

extension Shape.Form {
    /// Whatever its opener understands.
    static let storeAddress = Self("storeAddress", pattern: "^.*\\S.*$", example: "sqlite:kz.sqlite") { text in
        text.contains { !$0.isWhitespace }
    }
}

extension Diagnostic.Code {
    /// Two regions count the same warehouse.
    public static let warehouseTwice = Self("TRD0321")
    /// A market of the catalogue whose orders have no place.
    public static let marketWithoutDatabase = Self("TRD0322")
}
