#if SQLite
    import Foundation
    import Keruen
    import TestSupport
    import Testing

    /// Whole orders over China's border, from the cart to the end, by the command line alone.
    @Suite("An order over the border")
    struct CustomsCommandTests {
        /// A store and the commands on it, with the settings and people of Examples/Customs.
        private struct Desk {
            let folder: URL
            var id = ""

            /// The sample catalogue with the goods of these orders alone: each command reads it anew.
            init(folder: URL) throws {
                self.folder = folder
                let catalog = folder.appending(path: "Catalog")
                try FileManager.default.copyItem(at: Project.root.appending(path: "Catalog"), to: catalog)
                let products = catalog.appending(path: "products")
                for file in try FileManager.default.contentsOfDirectory(atPath: products.path)
                where !["dutar.yaml", "staved-dombra.yaml"].contains(file) {
                    try FileManager.default.removeItem(at: products.appending(path: file))
                }
            }

            /// Of nobody; a buyer's year is counted by them.
            private static let keys = """
                seal.1=AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=
                lookup.1=ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=
                """

            private var store: String { folder.appending(path: "s.sqlite").path }

            func run(_ command: [String], language: String = "en_US.UTF-8") throws -> Outcome {
                try Project.run(
                    "keruen", command, in: folder, environment: ["LANG": language, "KERUEN_KEYS": Self.keys])
            }

            func order(_ verb: String, _ arguments: String...) throws -> Outcome {
                try run(["order", verb, "--store", store] + arguments)
            }

            mutating func place(_ arguments: String...) throws {
                let outcome = try run(
                    ["order", "place", "--store", store, "--reviewed", "--format", "json", "--key", "tour"] + arguments)
                #expect(outcome.status == 0, "\(outcome.errors)")
                let body = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
                id = try #require(body?["id"] as? String)
            }

            func step(_ step: String, _ reference: String? = nil) throws {
                let outcome = try run(
                    ["order", "ship", "--store", store, "--step", step]
                        + (step == "screened" ? ["--reviewed"] : []) + (reference.map { ["--reference", $0] } ?? [])
                        + [id])
                #expect(outcome.status == 0, "\(step): \(outcome.errors)")
            }

            func declare(_ form: String, people: String? = nil, _ more: String...) throws -> Outcome {
                let folder = Project.root.appending(path: "Examples/Customs")
                let named = people.map { ["--people", folder.appending(path: $0).path] } ?? []
                return try run(
                    [
                        "declare", "--store", store, "--form", form, "--profile",
                        folder.appending(path: "customs.yaml").path,
                    ]
                        + named + more + [id])
            }

            /// What the port would answer to a list, or to another document by its key.
            func receipt(
                _ kind: String, _ element: String = "InventoryReturn", _ key: String = "copNo", list: String,
                _ status: Int, second: Int
            ) throws -> String {
                let text = """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <CEB\(kind)Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns="http://www.chinaport.gov.cn/ceb">
                      <\(element)>
                        <guid>0A0B0C0D-EDED-46B1-946C-\(100_000_000_000 + second)</guid>
                        <\(key)>\(list)</\(key)>
                        <preNo>B20260115000000001</preNo>
                        <invtNo>94072026I000000001</invtNo>
                        <returnStatus>\(status)</returnStatus>
                        <returnTime>202601150930\(10 + second)000</returnTime>
                        <returnInfo>[Code:\(status);Desc:回执]</returnInfo>
                      </\(element)>
                    </CEB\(kind)Message>
                    """
                let file = folder.appending(path: "\(kind)-\(status)-\(second).xml")
                try Data(text.utf8).write(to: file)
                return file.path
            }

            func apply(_ files: [String], _ more: String..., language: String = "en_US.UTF-8") throws -> Outcome {
                try run(["receipt", "apply", "--store", store] + more + files, language: language)
            }

            var stage: String {
                get throws {
                    let outcome = try order("show", "--format", "json", id)
                    let body = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
                    return body?["stage"] as? String ?? outcome.errors
                }
            }
        }

        private static func field(_ name: String, _ xml: String) -> String {
            let parts = xml.split(separator: "<ceb:\(name)>", maxSplits: 1)
            return parts.count == 2 ? String(parts[1].prefix { $0 != "<" }) : ""
        }

        @Test(
            "goes from the cart to its buyer in Kazakhstan or Russia, with every document on its way",
            arguments: [("kz", "KZ", "EUR/KZT=523.47"), ("ru", "RU", "EUR/RUB=91.2345")])
        func export(market: String, country: String, rate: String) async throws {
            try await Project.withTemporaryFolder { folder in
                var desk = try Desk(folder: folder)
                try desk.place(
                    "--market", market, "--to", country, "--ships-from", "CN", "--rate", rate, "XJ-DUT-315=2")
                #expect(try desk.order("pay", "--payment", "kaspi-77120", desk.id).status == 0)
                try desk.step("screened", "EX20270001")
                var texts: [String: String] = [:]
                for form in ["ceb303", "ceb403", "ceb505", "ceb603"] {
                    let outcome = try desk.declare(form)
                    #expect(
                        outcome.status == 0 && outcome.output.contains("<ceb:\(form.uppercased())Message"),
                        "\(outcome.errors)")
                    texts[form] = outcome.output
                }
                #expect(Self.field("logisticsNo", texts["ceb603"] ?? "") == "EX20270001")
                #expect(Self.field("gname", texts["ceb603"] ?? "") == "维吾尔都塔尔")
                try desk.step("declared")
                #expect(try desk.declare("ceb603").output == texts["ceb603"])
                let list = Self.field("copNo", texts["ceb603"] ?? "")
                let files = try [(120, 1), (399, 2), (800, 3)].map {
                    try desk.receipt("604", list: list, $0, second: $1)
                }
                // Out of turn, and the first of them twice.
                let applied = try desk.apply([files[2], files[0], files[1], files[0]])
                #expect(applied.status == 0 && applied.output.contains("cleared for export"), "\(applied.errors)")
                #expect(applied.output.contains("known already"))
                for step in ["consolidated", "departed"] { try desk.step(step) }
                let people = "people-\(market).yaml"
                let json = try desk.declare("consumer", people: people, "--rate", rate, "--format", "json").output
                #expect(json.contains(market == "kz" ? "061211600012" : "500100732259"))
                let body = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
                #expect((body?["items"] as? [Any])?.count == 1 && body?["country"] as? String == country)
                for step in ["importDeclared", "importCleared", "outForDelivery", "delivered", "closed"] {
                    try desk.step(step)
                }
                #expect(try desk.stage == "closed")
            }
        }

        @Test("goes from a bonded warehouse to its buyer in China, and a part of it back")
        func bonded() async throws {
            try await Project.withTemporaryFolder { folder in
                var desk = try Desk(folder: folder)
                let resident = folder.appending(path: "resident")
                try Data("11010519491231002X\n".utf8).write(to: resident)
                try desk.place(
                    "--market", "cn", "--to", "CN", "--bonded", "khorgos", "--ships-from", "KZ", "--resident-id",
                    resident.path, "KZ-DMB-001-98=2")
                #expect(try desk.order("pay", "--payment", "2027010122001", desk.id).status == 0)
                try desk.step("submitted", "YT20270001")
                let nobody = try desk.declare("ceb311")
                #expect(nobody.status == 1 && nobody.errors.contains("CUS0610"))
                for form in ["ceb311", "ceb411", "ceb511"] {
                    let outcome = try desk.declare(form, people: "people-cn.yaml")
                    #expect(
                        outcome.status == 0 && outcome.output.contains("<ceb:\(form.uppercased())Message"),
                        "\(outcome.errors)")
                }
                // Customs take a list only with a signature, and this program has no key.
                let unsigned = try desk.declare("ceb621", people: "people-cn.yaml")
                #expect(unsigned.status == 1 && unsigned.errors.contains("CUS0114") && unsigned.output.isEmpty)
                let signed = try desk.declare("ceb621", people: "people-cn.yaml", "--test")
                #expect(
                    signed.status == 0 && signed.output.contains("<ds:KeyName>STUB</ds:KeyName>"), "\(signed.errors)")
                try desk.step("matched")
                try desk.step("listed")
                let list = Self.field("copNo", signed.output)
                let early = try desk.declare("ceb625", people: "people-cn.yaml", "--test", "--reason", "七天无理由退货")
                #expect(early.errors.contains("CUS0613"))
                let number = ["--list-number", "94072026I000000001"]
                let cancel = try desk.declare(
                    "ceb623", people: "people-cn.yaml", "--test", "--reason", "买家取消订单", number[0], number[1])
                #expect(cancel.status == 0 && cancel.output.contains("CEB623Message"), "\(cancel.errors)")
                let released = try desk.apply([try desk.receipt("622", list: list, 800, second: 1)], "--format", "json")
                #expect(
                    released.status == 0 && released.output.contains("\"stage\" : \"released\""), "\(released.errors)")
                for step in ["dispatched", "delivered"] { try desk.step(step) }
                #expect(try desk.order("return", "--agreed", desk.id, "KZ-DMB-001-98=1").status == 0)
                let refund = try desk.declare(
                    "ceb625", people: "people-cn.yaml", "--test", "--reason", "七天无理由退货", number[0], number[1])
                #expect(refund.status == 0 && Self.field("qty", refund.output) == "1", "\(refund.errors)")
                #expect(
                    try desk.order("return", "--received", "--into", "khorgos", desk.id, "KZ-DMB-001-98=1").status == 0)
                try desk.step("closed")
                #expect(try desk.stage == "closed")
            }
        }

        @Test("is not declared before it is paid and has a waybill, or by another way's document; the post's is a page")
        func refused() async throws {
            try await Project.withTemporaryFolder { folder in
                var desk = try Desk(folder: folder)
                try desk.place(
                    "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--rate", "EUR/KZT=523.47", "XJ-DUT-315")
                let unpaid = try desk.declare("ceb303", "--waybill", "EX1")
                #expect(unpaid.status == 1 && unpaid.errors.contains("CUS0603") && unpaid.output.isEmpty)
                #expect(try desk.order("pay", "--payment", "kaspi-77120", desk.id).status == 0)
                #expect(try desk.declare("ceb603").errors.contains("CUS0608"))
                #expect(try desk.declare("ceb621", "--waybill", "EX1").errors.contains("CUS0601"))
                let text = try desk.declare(
                    "consumer", people: "people-kz.yaml", "--rate", "EUR/KZT=523.47", "--waybill", "EX1")
                #expect(text.status == 0 && text.output.contains("ИИН: 061211600012"), "\(text.errors)")
                let post = try desk.declare("cn23", people: "people-kz.yaml", "--waybill", "RR473124829GB")
                #expect(post.status == 0 && post.output.hasPrefix("<!doctype html>"), "\(post.errors)")
            }
        }

        @Test("is not moved by receipts of nobody, of no kind, or from a file that is not there; the others are taken")
        func receipts() async throws {
            try await Project.withTemporaryFolder { folder in
                var desk = try Desk(folder: folder)
                try desk.place(
                    "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--rate", "EUR/KZT=523.47", "XJ-DUT-315")
                #expect(try desk.order("pay", "--payment", "kaspi-77120", desk.id).status == 0)
                try desk.step("screened", "EX20270001")
                let list = Self.field("copNo", try desk.declare("ceb603").output)
                let own = try desk.receipt("604", list: list, 800, second: 1)
                let early = try desk.apply([own])
                #expect(early.status == 1 && early.errors.contains("TRD0205") && early.output.contains("later"))
                try desk.step("declared")
                let strange = try desk.receipt("604", list: "ERP-17", 800, second: 2)
                let carrier = try desk.receipt(
                    "506", "LogisticsReturn", "logisticsNo", list: "EX20270001", 120, second: 3)
                #expect(try desk.apply([carrier]).output.contains(desk.id))
                let broken = folder.appending(path: "broken.xml").path
                try Data("<!DOCTYPE a [<!ENTITY b \"c\">]><CEB604Message/>".utf8).write(to: URL(filePath: broken))
                for (files, status) in [([broken, strange, own], Int32(1)), (["/nonexistent.xml", own, broken], 2)] {
                    let outcome = try desk.apply(files)
                    #expect(outcome.status == status, "\(outcome.errors)")
                    #expect(try desk.stage == "exitCleared")
                }
                for (language, part) in [
                    ("ru_RU.UTF-8", "такого заказа"), ("kk_KZ.UTF-8", "мұндай тапсырыс жоқ"),
                    ("zh_CN.UTF-8", "没有对应的订单"),
                ] {
                    #expect(try desk.apply([strange], language: language).output.contains(part))
                }
            }
        }
    }
#endif
