import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("Documents of many orders")
struct OrderDocumentsTests {
    private static let count = LongRun.isOn ? 5_000 : 500

    private func made(_ count: Int, seed: UInt64) async throws -> [(RandomOrders.Made, OrderDocuments)] {
        let samples = try OrderSamples()
        let desk = try samples.desk
        var orders = try await RandomOrders(samples, seed: seed)
        var result: [(RandomOrders.Made, OrderDocuments)] = []
        for _ in 0..<count {
            let made = try await orders.next()
            let documents = try desk.documents(of: made.order, goods: samples.goods, people: made.people)
            result.append((made, documents))
        }
        return result
    }

    private let transfer: CEBTransfer

    init() throws { transfer = try OrderSamples.profile().transfer }

    private func xml(_ documents: OrderDocuments, _ kind: CEBKind) async throws -> XMLDocumentElement {
        let text = try await documents.xml(of: kind, from: transfer, signedBy: StubSigner(), for: .test)
        return try XMLReader().read(Data(text.utf8), as: "\(kind).xml")
    }

    /// Fields by their names, wherever they stand in the first document; lines apart.
    private struct Read {
        var head: [String: String] = [:]
        var lines: [[String: String]] = []

        init(_ root: XMLDocumentElement) {
            for element in root.elements.first?.elements ?? [] { add(element) }
        }

        private mutating func add(_ element: XMLDocumentElement) {
            if element.localName.hasSuffix("List") {
                lines.append(Dictionary(element.elements.map { ($0.localName, $0.text) }) { first, _ in first })
            } else if element.elements.isEmpty {
                head[element.localName] = element.text
            } else {
                for child in element.elements { add(child) }
            }
        }

        func number(_ name: String) -> Decimal { Decimal(string: head[name] ?? "") ?? -1 }
        static func number(_ line: [String: String], _ name: String) -> Decimal {
            Decimal(string: line[name] ?? "") ?? -1
        }
    }

    @Test("agree with each other and with what was paid, read from the messages and reckoned anew")
    func sums() async throws {
        var (lines, splits, importSplits) = (0, 0, 0)
        for (made, documents) in try await made(Self.count, seed: 2_027) {
            let total = Decimal(string: made.order.total.decimalText) ?? -1
            let kinds = documents.kinds
            let order = Read(try await xml(documents, kinds[0]))
            let money = Read(try await xml(documents, kinds[1]))
            let waybill = Read(try await xml(documents, kinds[2]))
            let list = Read(try await xml(documents, kinds[3]))
            let comment = Comment(rawValue: "\(made.way.flow) \(made.order.lines.map { "\($0.sku)=\($0.quantity)" })")
            if made.way.flow == .export {
                #expect(order.number("goodsValue") + order.number("freight") == total, comment)
                #expect(money.number("charge") == total, comment)
                #expect(
                    waybill.head["packNo"] == list.head["packNo"]
                        && waybill.head["grossWeight"] == list.head["grossWeight"])
            } else {
                #expect(
                    order.number("goodsValue") + order.number("freight") + order.number("taxTotal")
                        - order.number("discount") == total, comment)
                #expect(order.number("acturalPaid") == total && money.number("amountPaid") == total, comment)
                for field in ["consignee", "consigneeTelephone", "consigneeAddress"] {
                    #expect(order.head[field] == waybill.head[field] && order.head[field]?.isEmpty == false)
                }
                #expect(order.head["buyerIdNumber"] == money.head["payerIdNumber"])
                // A discount is off the prices, and leaves nothing for the field of points and vouchers.
                #expect(order.number("discount") == 0, comment)
                let taken = (made.order.placement.landing?.charges ?? []).filter { $0.kind == .discount }
                let reduced = (made.order.lines.map(\.total) + taken.map(\.amount)).reduce(0) { $0 + $1.minorUnits }
                #expect(order.number("goodsValue") * 100 == Decimal(reduced), comment)
                importSplits += order.lines.count - made.order.lines.count
            }
            #expect(order.head["orderNo"] == made.order.id.description && list.head["orderNo"] == order.head["orderNo"])
            #expect(waybill.head["logisticsNo"] == list.head["logisticsNo"])
            #expect(list.number("grossWeight") >= list.number("netWeight"))
            #expect(order.lines.count == list.lines.count)
            var goods = Decimal.zero
            for (ordered, listed) in zip(order.lines, list.lines) {
                for (field, other) in [
                    ("itemName", "gname"), ("qty", "qty"), ("price", "price"), ("totalPrice", "totalPrice"),
                    ("unit", "unit"),
                ] {
                    #expect(ordered[field] == listed[other] && ordered[field] != nil)
                }
                #expect(
                    Read.number(ordered, "qty") * Read.number(ordered, "price") == Read.number(ordered, "totalPrice"))
                goods += Read.number(ordered, "totalPrice")
            }
            #expect(goods == order.number("goodsValue"), comment)
            lines += order.lines.count
            splits += order.lines.count - made.order.lines.count
        }
        // What is tested is there: many lines, and lines that a discount has split.
        #expect(lines > Self.count && splits > Self.count / 20 && importSplits > Self.count / 40)
    }

    @Test("are numbered apart")
    func numbers() async throws {
        var seen: Set<String> = []
        for (_, documents) in try await made(50, seed: 3) {
            for kind in documents.kinds {
                let root = try await xml(documents, kind)
                for guid in [root.attributes["guid"], Read(root).head["guid"]] {
                    #expect(seen.insert(guid ?? "").inserted)
                }
            }
        }
    }

    @Test("are not handed out for a kind that is not among them, unsigned, or by a stub in production")
    func refused() async throws {
        let transfer = transfer
        let all = try await made(12, seed: 5)
        let exported = try #require(all.first { $0.0.way.flow == .export }).1
        let imported = try #require(all.first { $0.0.way.flow != .export }).1
        func code(_ documents: OrderDocuments, _ kind: CEBKind, _ signer: (any CustomsSigner)?, _ mode: CustomsMode)
            async -> Diagnostic.Code?
        {
            do throws(Refusal) {
                _ = try await documents.xml(of: kind, from: transfer, signedBy: signer, for: mode)
                return nil
            } catch { return error.diagnostics.first?.code }
        }
        #expect(await code(exported, .importList, StubSigner(), .test) == .customsWrongFlow)
        #expect(await code(imported, .exportList, StubSigner(), .test) == .customsWrongFlow)
        #expect(await code(imported, .importList, nil, .production) == .customsUnsigned)
        #expect(await code(imported, .importList, StubSigner(), .production) == .customsStubSigner)
        #expect(await code(imported, .importOrder, nil, .production) == nil)
    }
}

/// Against customs' own schemas and libxml2's xmllint.
@Suite(
    "Every message of an order",
    .enabled(if: Conformance.folder != nil && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")))
struct OrderConformanceTests {
    @Test("fits customs' schema")
    func schemas() async throws {
        let samples = try OrderSamples()
        let desk = try samples.desk
        var orders = try await RandomOrders(samples, seed: 202_205)
        var messages: [String: [String]] = [:]
        for _ in 0..<(LongRun.isOn ? 5_000 : 500) {
            let made = try await orders.next()
            let documents = try desk.documents(of: made.order, goods: samples.goods, people: made.people)
            for kind in documents.kinds {
                let text = try await documents.xml(
                    of: kind, from: desk.profile.transfer, signedBy: StubSigner(), for: .test)
                messages[kind.isImport ? "import.xsd" : "export.xsd", default: []].append(text)
            }
        }
        let folder = try #require(Conformance.folder).appending(path: "customs-ceb-202205")
        for (schema, texts) in messages {
            try await Project.withTemporaryFolder { files in
                var names: [String] = []
                for (index, text) in texts.enumerated() {
                    let file = files.appending(path: "\(index).xml")
                    try Data(text.utf8).write(to: file)
                    names.append(file.path)
                }
                let outcome = try Project.run(
                    "/usr/bin/xmllint", ["--noout", "--nonet", "--schema", folder.appending(path: schema).path] + names)
                let found = outcome.errors.split(separator: "\n")
                #expect(outcome.status == 0, "\(found.filter { !$0.hasSuffix("validates") }.prefix(5))")
                #expect(found.count { $0.hasSuffix(" validates") } == texts.count)
            }
        }
    }
}
