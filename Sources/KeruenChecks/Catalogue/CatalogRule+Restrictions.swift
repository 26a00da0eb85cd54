extension CatalogRule {
    /// What a market sells and can't be sent there, and what nobody can tell.
    static let restrictions = [
        restriction(
            "CAT0418", of: .block, bad: "materials: [{material: ivory}]",
            good: "materials: [{material: horn, species: Bos taurus}]"
        ) { finding in finding.verdict == .blocked ? [[:]] : [] },
        restriction(
            "CAT0419", of: nil, bad: "materials: [{material: horn}]",
            good: "materials: [{material: horn, species: Bos taurus}]"
        ) { finding in
            guard case .unknown(let fields) = finding.verdict else { return [] }
            return fields.sorted().map { ["field": .text($0)] }
        },
        restriction(
            "CAT0420", of: .permit, bad: "materials: [{material: nephrite}]",
            good: "certificates: [{kind: age-declaration, number: \"313\", issuer: …, language: zh-Hans}]"
        ) { finding in
            guard finding.verdict == .needsPermit else { return [] }
            return [["permit": .text(finding.row.permits.sorted().joined(separator: ", "))]]
        },
    ]

    private static func restriction(
        _ code: Diagnostic.Code, of action: Restriction.Action?, bad: String, good: String,
        _ faults: @escaping @Sendable (Screening.Finding) -> [[String: Diagnostic.Argument]]
    ) -> CatalogRule {
        product(
            code, .warning, needs: [.markets, .prices, .stock], bad: bad, good: good,
            source: "CITES; 文物出境审核标准; 公通字〔2007〕2号; решение Коллегии ЕЭК № 62, 2024"
        ) { product, context in
            var known: Set<[Diagnostic.Argument]> = []
            return context.screenings(of: product, under: action).flatMap { market, screening in
                screening.findings.flatMap { finding in
                    faults(finding).compactMap { own -> Diagnostic? in
                        // What several rows ask is asked once.
                        let subject = own["field"] ?? own["permit"] ?? .text(finding.row.id)
                        guard known.insert([.text(market), subject]).inserted else { return nil }
                        let place = own["field"].map { product.source.place(of: $0.description) }
                        return Diagnostic(
                            code, at: place ?? product.source.place("id"),
                            own.merging([
                                "id": .text(product.value.id), "market": .text(market),
                                "origin": .text(screening.route.origin), "rule": .text(finding.row.id),
                                "source": .text(finding.row.validity.source),
                            ]) { $1 })
                    }
                }
            }
        }
    }
}

extension CatalogContext {
    /// What restrictions say of a product, on every way from where it lies to where it is sold.
    /// - Parameter action: of the rows that are asked, beside the exceptions that lift some; all where nil.
    fileprivate func screenings(
        of product: CatalogDraft.Sourced<Product>, under action: Restriction.Action?
    ) -> [(market: String, screening: Screening)] {
        guard product.value.kind != .tour else { return [] }
        // Most rows concern none of most goods, whichever way they go.
        let rows = restrictions.filter { row in
            (action == nil || row.action == action || row.action == .allow)
                && row.condition.answer(of: product.value, along: nil, grams: nil) != .no
        }
        guard rows.contains(where: { $0.action != .allow }) else { return [] }
        // Variants differ by their weight alone; one that nobody has weighed may be the heaviest.
        let pieces = product.value.variants.map { variant in
            (
                variant: variant, goods: Screening.Goods(variant, of: product.value),
                places: (shelves[variant.sku] ?? []).union(variant.stock.keys)
            )
        }.sorted { $0.goods.grams ?? .max > $1.goods.grams ?? .max }
        return ways.compactMap { way in
            let heaviest = pieces.first { piece in
                guard isSold(piece.variant, in: way.market) else { return false }
                // What lies nowhere yet comes from where it is made.
                return piece.places.isEmpty
                    ? way.route.origin == product.value.origin : !piece.places.isDisjoint(with: way.warehouses)
            }
            guard let goods = heaviest?.goods else { return nil }
            return (way.market, Screening(of: [goods], along: way.route, under: rows, on: nil))
        }
    }
}

extension DocumentNode {
    /// The place of a field such as `handicraft.blade.tipAngle`, or of the nearest one around it that is there.
    fileprivate func place(of path: String) -> SourcePosition {
        var node: DocumentNode?
        for key in path.split(separator: ".") {
            let around = node ?? self
            guard let next = around[String(key)] ?? around.elements.first?[String(key)] else { break }
            node = next
        }
        return node?.position ?? place("id")
    }
}
