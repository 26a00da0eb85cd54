/// What the catalogue says of a good in Chinese, as customs read it.
struct GoodsWords {
    /// Nil where the catalogue has no Chinese title: nothing is taken from another language.
    let name: String?
    /// 品牌|成分|规格, with what the catalogue has.
    let model: String
    /// Parts that are there, but not in Chinese.
    let missing: [String]

    init(_ product: Product, _ variant: Variant, _ catalog: Catalog) {
        name = Self.text(product.title)
        var (parts, missing): ([String], [String]) = ([], [])
        func add(_ text: Localized<String>, _ field: String, _ words: (String) -> String = { $0 }) {
            guard text.values.values.contains(where: { !$0.isEmpty }) else { return }
            guard let text = Self.text(text) else { return missing.append(field) }
            parts.append(words(text))
        }
        var brand = ""
        if case .imported(let good) = product.details { brand = good.brand }
        parts.append(brand.isEmpty ? "无品牌" : "品牌：\(brand)")
        for share in product.materials {
            guard let material = catalog.materials[share.material] else {
                missing.append("materials")
                continue
            }
            add(material, "materials") { name in share.share.map { "\(name)\($0)%" } ?? name }
        }
        if case .imported(let good) = product.details {
            add(good.composition, "composition")
            if let weight = good.netWeight { parts.append(weight.description) }
        }
        for option in variant.options {
            switch option.value {
            case .plain(let text): parts.append(text)
            case .localized(let text): add(text, option.name)
            }
        }
        model = parts.joined(separator: "|")
        self.missing = missing
    }

    private static func text(_ text: Localized<String>) -> String? {
        text[.zhHans].flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }
}
