import KeruenTrade
import Synchronization
import TestSupport
import Testing

@Suite("A topology")
struct TopologyTests {
    private static let text = """
        markets:
          cn: {orders: "postgresql://keruen:s3cret@db.cn/orders"}
          kz: {orders: "sqlite:kz.sqlite"}
        regions:
          xinjiang: {warehouses: [urumqi], stock: "postgresql://keruen:s3cret@db.cn/orders"}
          almaty: {warehouses: [almaty], stock: "sqlite:almaty.sqlite"}
        """

    private func read(_ text: String, for catalog: Catalog? = SmallShop.catalog()) throws -> Topology {
        try Topology(DocumentReader().read(text, as: "topology.yaml"), for: catalog)
    }

    private func findings(_ text: String, for catalog: Catalog? = SmallShop.catalog()) -> [Diagnostic] {
        do { return try (read(text, for: catalog), []).1 } catch { return (error as? Refusal)?.diagnostics ?? [] }
    }

    @Test("says where each market's orders and each region's stock are")
    func reads() throws {
        let topology = try read(Self.text)
        #expect(topology.markets["kz"]?.text == "sqlite:kz.sqlite")
        #expect(topology.regions.map(\.name) == ["xinjiang", "almaty"])
        #expect(topology.regions.map(\.warehouses) == [["urumqi"], ["almaty"]])
        #expect(try read("markets: {kz: {orders: \"sqlite:one.sqlite\"}}", for: nil).regions == [])
    }

    @Test("opens each address once, and a region in the market's own database is no other place")
    func opens() async throws {
        let opened = Mutex<[String]>([])
        let stores = try await read(Self.text).open { address in
            opened.withLock { $0.append(address.text) }
            return InMemoryStore()
        }
        #expect(
            opened.withLock(\.self) == [
                "postgresql://keruen:s3cret@db.cn/orders", "sqlite:kz.sqlite", "sqlite:almaty.sqlite",
            ])
        #expect(stores["cn"]?.regions.map(\.name) == ["almaty"])
        #expect(stores["kz"]?.regions.map(\.name) == ["xinjiang", "almaty"])
        let (kz, cn) = (try #require(stores["kz"]), try #require(stores["cn"]))
        try await kz.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("k", [(SmallShop.scarf, 2)])
        request.quote = try SmallShop.landed(request.quote)
        try await kz.place(request, from: ["urumqi"], at: SmallShop.now)
        // What the one market has set aside the other one can't sell.
        #expect(try await cn.available(SmallShop.scarf, in: ["urumqi"]) == 3)
    }

    @Test("is refused at the place of each slip")
    func refuses() {
        let slips = """
            markets:
              kz: {orders: " "}
              us: {orders: "sqlite:us.sqlite"}
            regions:
              xinjiang: {warehouses: [urumqi, almaty], stock: "sqlite:a"}
              almaty: {warehouses: [almaty, omsk], stock: "sqlite:b", colour: red}
              empty: {warehouses: [], stock: "sqlite:c"}
            """
        let found = findings(slips).map { "\($0.position?.line ?? 0): \($0.code)" }
        #expect(
            found.sorted() == [
                "2: DOC0105", "2: TRD0322", "3: DOC0104", "6: DOC0102", "6: DOC0104", "6: TRD0321", "7: DOC0103",
            ])
        #expect(findings("markets: {kz: {orders: a}, kz: {orders: b}}").map(\.code) == [.duplicateKey])
        #expect(findings("regions: {}").map(\.code).contains(.missingField))
    }

    @Test("prints no address, wherever it was written by mistake")
    func secrets() throws {
        let slips = [
            "markets: {kz: \"postgresql://u:s3cret@h/d\"}", "markets: {\"postgresql://u:s3cret@h/d\": {orders: a}}",
            "markets: {kz: {orders: a, \"postgresql://u:s3cret@h/d\": b}}", "postgresql://u:s3cret@h/d: 1",
            "markets: {kz: {orders: a}}\nregions: {x: {warehouses: [\"host=h password=s3cret\"], stock: b}}",
            "markets: {kz: {orders: [\"postgresql://u:s3cret@h/d\"]}}",
        ]
        for slip in slips {
            let found = findings(slip)
            #expect(!found.isEmpty && !"\(found)".contains("s3cret"), "\(slip)")
        }
        let topology = try read(Self.text)
        var dumped = ""
        dump(topology, to: &dumped)
        for text in ["\(topology)", String(reflecting: topology), dumped] { #expect(!text.contains("s3cret")) }
        #expect("\(StoreAddress("postgresql://u:s3cret@h/d"))" == "postgresql:…")
        #expect("\(StoreAddress("s3cret"))" == "…")
    }
}
