import KeruenCustoms
import Testing

@Suite("China's positive list")
struct PositiveListTests {
    private let day = CivilDate("2026-12-01") ?? CivilDate(daysSince1970: 0)
    private let honey = TariffCode("0409000000", in: .china)

    @Test("is a sample where nobody has loaded the whole: a line that it lacks is unknown")
    func sample() throws {
        let list = PositiveList.sample
        #expect(!list.isComplete && list.rows.count > 5 && Set(list.rows.map(\.line)).count == list.rows.count)
        guard case .listed(let row) = list.answer(for: honey, on: day) else {
            Issue.record("honey is not found")
            return
        }
        #expect(row.name == "天然蜂蜜" && row.id == "cbec-04090000" && row.remark == nil)
        let carpet = TariffCode("5701100000", in: .china)
        #expect(list.answer(for: carpet, on: day) == .unknown)
        let sku = try #require(SKU("XJ-CRP-304"))
        #expect(list.answer(for: carpet, on: day).diagnostic(for: sku, carpet)?.code == .positiveListUnknown)
        #expect(list.answer(for: honey, on: day).diagnostic(for: sku, honey) == nil)
    }

    @Test("says of a whole list what is not on it, on the days that the list is of")
    func whole() throws {
        let text = """
            line\tname\tremark\tfrom\tthrough\tconfidence\tsource
            04090000\t天然蜂蜜\t列入《进出口野生动植物种商品目录》的商品除外\t2022-03-01\t2027-12-31\thigh\t2022 年版
            """
        let list = try PositiveList(text, file: "list.tsv", isComplete: true)
        let chocolate = TariffCode("1806320000", in: .china)
        #expect(list.answer(for: chocolate, on: day) == .notListed)
        if case .listed(let row) = list.answer(for: honey, on: day) {
            #expect(row.remark == "列入《进出口野生动植物种商品目录》的商品除外" && row.validity.confidence == .high)
        } else {
            Issue.record("honey is not found")
        }
        for past in ["2022-02-28", "2028-01-01"] {
            #expect(list.answer(for: chocolate, on: try #require(CivilDate(past))) == .unknown, "\(past)")
        }
        let sku = try #require(SKU("KZ-CHO-1"))
        #expect(PositiveList.Answer.notListed.diagnostic(for: sku, chocolate)?.code == .positiveListWithout)
    }

    @Test("goes by China's eight digits alone")
    func codes() throws {
        let list = PositiveList(rows: PositiveList.sample.rows, isComplete: true)
        let sku = try #require(SKU("IM-HON-302-500"))
        for code in [TariffCode("040900"), TariffCode("0409000000", in: .eaeu), nil] {
            #expect(list.answer(for: code, on: day) == .unknown)
            #expect(PositiveList.Answer.unknown.diagnostic(for: sku, code)?.code == .positiveListNeedsCode)
        }
    }

    @Test("blocks a quote into China of what it leaves out, and lets a person look at what nobody can tell")
    func quotes() throws {
        let samples = try OrderSamples()
        let sku = OrderSamples.sku("KZ-DMB-001-98")
        var cart = Cart()
        try cart.add(sku)
        let china = try #require(samples.catalog.market("cn"))
        let goods = try Quote(cart, in: china, from: samples.catalog, at: OrderSamples.now)
        let whole = PositiveList(rows: PositiveList.sample.rows.filter { $0.line == "04090000" }, isComplete: true)
        func asked(
            _ code: String, _ list: PositiveList, from: String = "KZ", to: String = "CN",
            after: Quote.Outcome = .ready, own: String? = nil
        ) throws -> Quote.Outcome {
            var product = ClassifiedGoods.imported("honey", "Горный мёд", hsCode: String(code.prefix(6)), net: nil)
            product.nationalCodes = code.count == 10 ? ["CN": code] : [:]
            product.variants[0].sku = sku
            let catalog = Catalog(
                products: [product], categories: samples.catalog.categories, markets: [china], priceLists: [])
            var quote = goods
            (quote.shipsFrom, quote.destination, quote.outcome) = (from, try Destination(country: to), after)
            quote.ask(list, in: catalog, goods: own.map { [sku: DeclaredRecord(tariffCode: $0)] } ?? [:])
            return quote.outcome
        }
        let (honey, chocolate) = ("0409000000", "1806320000")
        let other = Quote.Outcome.needsReview([Diagnostic(.missingRate, .warning)])
        #expect(try asked(honey, whole) == .ready && asked(honey, .sample, after: other) == other)
        if case .blocked(let reasons) = try asked(chocolate, whole, after: other) {
            #expect(reasons.map(\.code) == [.positiveListWithout] && reasons.map(\.severity) == [.error])
        } else {
            Issue.record("chocolate is sold")
        }
        #expect(
            try asked(chocolate, .sample, after: other).reasons.map(\.code) == [.missingRate, .positiveListUnknown])
        if case .needsReview(let reasons) = try asked("180632", whole) {
            #expect(reasons.map(\.code) == [.positiveListNeedsCode])
        } else {
            Issue.record("six digits are enough")
        }
        // A firm's own code is the one that will be declared.
        #expect(try asked("040900", whole, own: honey) == .ready)
        // Not into China, and not over its border.
        #expect(try asked(chocolate, whole, to: "KZ") == .ready && asked(chocolate, whole, from: "CN") == .ready)
    }

    @Test("refuses a line that is none, at its place")
    func broken() {
        let text = "line\tname\tremark\tfrom\tthrough\tconfidence\tsource\n0409\t天然蜂蜜\t-\t2022-03-01\t-\thigh\t2022\n"
        let refusal = #expect(throws: Refusal.self) { try PositiveList(text, file: "list.tsv", isComplete: true) }
        #expect(refusal?.diagnostics.first?.position == SourcePosition(file: "list.tsv", line: 2, column: 1))
    }
}
