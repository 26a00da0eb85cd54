extension Quote {
    /// Asks China's list of the goods that would come in, so that nothing is sold that can't be declared.
    ///
    ///     quote.ask(list, in: catalog, goods: profile.goods)
    ///     quote.outcome               // blocked: CUS0531; needs review where nobody can tell
    ///
    /// Quotes that don't enter China stay as they are.
    /// - Parameter goods: a firm's own codes, which come before the catalogue's.
    public mutating func ask(_ list: PositiveList, in catalog: Catalog, goods: [SKU: DeclaredRecord] = [:]) {
        guard destination?.country == "CN", let shipsFrom, shipsFrom != "CN" else { return }
        let answers = list.answers(for: lines.map(\.sku), in: catalog, goods: goods, on: day)
        switch outcome {
        case .blocked(let reasons): outcome = .blocked(reasons + answers.blocks)
        case .ready, .needsReview:
            if !answers.blocks.isEmpty {
                outcome = .blocked(answers.blocks)
            } else if !answers.reviews.isEmpty {
                outcome = .needsReview(outcome.reasons + answers.reviews)
            }
        }
    }
}

extension PositiveList {
    /// What the list says of goods that retail would bring into China: what it leaves out, and what a person has to look up. Tours are not asked for.
    public func answers(
        for goods: [SKU], in catalog: Catalog, goods records: [SKU: DeclaredRecord] = [:], on day: CivilDate
    ) -> (blocks: [Diagnostic], reviews: [Diagnostic]) {
        var (blocks, reviews): ([Diagnostic], [Diagnostic]) = ([], [])
        var asked: Set<SKU> = []
        for sku in goods where asked.insert(sku).inserted {
            guard let product = catalog.item(sku)?.product, product.kind != .tour else { continue }
            let own = records[sku]?.tariffCode.flatMap { TariffCode($0, in: .china) }
            // A code that is wrong tells no more than one that is missing.
            let code = own ?? ((try? TariffCode(of: product, in: "CN")) ?? nil)
            let answer = answer(for: code, on: day)
            guard let diagnostic = answer.diagnostic(for: sku, code) else { continue }
            if answer == .notListed { blocks.append(diagnostic) } else { reviews.append(diagnostic) }
        }
        return (blocks, reviews)
    }

    /// What the list leaves out of the goods that an order declares, by the codes that they are declared under.
    func unlisted(_ goods: [SKU: DeclaredGoods], on day: CivilDate) -> [Diagnostic] {
        goods.sorted { $0.key < $1.key }.compactMap { sku, declared in
            let code = TariffCode(declared.tariffCode, in: .china)
            let answer = answer(for: code, on: day)
            return answer == .notListed ? answer.diagnostic(for: sku, code) : nil
        }
    }
}
