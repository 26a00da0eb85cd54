/// Pieces of one good at one price, as order and list both have them.
struct DeclaredLine {
    var sku: SKU
    /// In Chinese.
    var name: String
    /// In Chinese: brand, composition, size.
    var model: String
    var barcode: String?
    var goods: DeclaredGoods
    var origin: CustomsCountry
    var count: Int
    var quantity: CEBDecimal
    var statutory: StatutoryQuantity
    var price: Money
    var total: Money
    /// Of all pieces, in kilograms.
    var net: CEBDecimal
}

/// An order's lines on their way to customs: what each is called and how it is declared, with everything that is missing gathered.
struct DeclaredLines {
    private(set) var lines: [DeclaredLine] = []
    /// By the line of the order, which of `lines` are its.
    private(set) var places: [Range<Int>] = []
    private(set) var problems: [Diagnostic] = []
    private(set) var net = CEBDecimal.zero
    /// With packing; nil where a weight is not known.
    private(set) var gross: CEBDecimal? = .zero
    private let catalog: Catalog
    private let goods: [SKU: DeclaredGoods]
    private let modelLimit: Int

    static let nameLimit = 250

    /// - Parameters:
    ///   - nets: what each line cost after discounts.
    ///   - modelLimit: how many characters there are for the specification.
    init(_ order: Order, _ nets: [Money], _ catalog: Catalog, _ goods: [SKU: DeclaredGoods], modelLimit: Int) {
        (self.catalog, self.goods, self.modelLimit) = (catalog, goods, modelLimit)
        for (line, net) in zip(order.lines, nets) {
            let first = lines.count
            add(line, net)
            places.append(first..<lines.count)
        }
    }

    private mutating func add(_ line: Quote.Line, _ net: Money) {
        guard let (product, variant) = catalog.item(line.sku) else {
            return report(.unknownSKU, line.sku)
        }
        guard product.kind != .tour, line.departure == nil else { return report(.customsTour, line.sku) }
        guard let declared = goods[line.sku] else {
            return report(.customsGoodsUnknown, line.sku, "gcode")
        }
        guard let origin = CustomsCountry(iso: declared.origin) else {
            return report(.customsGoodsUnknown, line.sku, "country")
        }
        let before = problems.count
        let words = GoodsWords(product, variant, catalog)
        let name = words.name
        if name == nil { report(.customsTextMissing, line.sku, "title") }
        let model = declared.model ?? words.model
        for field in declared.model == nil ? words.missing : [] { report(.customsTextMissing, line.sku, field) }
        check(name ?? "", "gname", Self.nameLimit, line.sku)
        check(model, "gmodel", modelLimit, line.sku)
        weigh(variant, declared, line)
        guard problems.count == before, let name else { return }
        for (count, price) in Self.pieces(of: line, net) {
            guard let quantity = CEBDecimal(count), let statutory = declared.statutory.times(count),
                let weight = declared.netWeight.times(count), let total = try? price * count
            else { return report(.customsGoodsUnknown, line.sku, "qty") }
            lines.append(
                DeclaredLine(
                    sku: line.sku, name: name, model: model, barcode: variant.gtin?.digits, goods: declared,
                    origin: origin, count: count, quantity: quantity, statutory: statutory, price: price, total: total,
                    net: weight))
        }
    }

    /// What a discount has left of a line need not divide by its pieces: then some cost a minor unit more than the others, and stand on a
    /// line of their own, so that each total is its quantity × price.
    private static func pieces(of line: Quote.Line, _ net: Money) -> [(count: Int, price: Money)] {
        guard net != line.total else { return [(line.quantity, line.unitPrice)] }
        let (price, rest) = net.minorUnits.quotientAndRemainder(dividingBy: Int64(line.quantity))
        let (low, high) = (Money(minorUnits: price, net.currency), Money(minorUnits: price + 1, net.currency))
        let parts = [(line.quantity - Int(rest), low), (Int(rest), high)]
        return parts.filter { $0.0 > 0 }
    }

    private mutating func weigh(_ variant: Variant, _ declared: DeclaredGoods, _ line: Quote.Line) {
        guard declared.netWeight > .zero, let all = declared.netWeight.times(line.quantity), let sum = net.adding(all)
        else { return report(.customsGoodsUnknown, line.sku, "netWeight") }
        net = sum
        let packed = variant.weight.flatMap { CEBDecimal(kilograms: $0) }?.times(line.quantity)
        gross = packed.flatMap { packed in gross?.adding(packed) }
    }

    private mutating func check(_ text: String, _ field: String, _ limit: Int, _ sku: SKU) {
        let length = text.unicodeScalars.count
        guard length > limit else { return }
        report(.customsTextTooLong, sku, field, ["limit": .integer(limit), "length": .integer(length)])
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ sku: SKU, _ field: String? = nil, _ more: [String: Diagnostic.Argument] = [:]
    ) {
        var arguments = more
        arguments["sku"] = .text(sku.description)
        arguments["field"] = field.map { .text($0) }
        if code == .customsTextMissing { arguments["language"] = .text(LanguageTag.zhHans.description) }
        problems.append(Diagnostic(code, .error, at: nil, arguments))
    }
}
