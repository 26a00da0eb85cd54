import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("A message to customs")
struct CEBMessageTests {
    private var random = SeededGenerator(seed: 621)

    /// What stands at a message's end, after its documents.
    private func tail<Document: CEBDocument>(_ document: Document) async throws -> [String] {
        var message = CEBMessage([document], from: CustomsSamples.transfer)
        message.subscriptions = [CEBSubscription(.receipts, to: "DXPENT0000054321")]
        message.extra = CEBExtension("Keruen", version: "1.0", text: "附加 & 信息")
        let xml = try await message.xml(signedBy: StubSigner(), for: .test)
        let root = try XMLReader().read(Data(xml.utf8), as: "message.xml")
        #expect(root.attributes["guid"] == message.guid.description && root.attributes["version"] == "1.0")
        return root.elements.dropFirst().map(\.localName)
    }

    @Test("ends in one order for imports and another for exports")
    mutating func tails() async throws {
        let imported = CustomsSamples.importSet(&random, index: 1)
        let exported = CustomsSamples.exportSet(&random, index: 1)
        let ends = ["BaseTransfer", "BaseSubscribe", "ExtendMessage", "Signature"]
        #expect(try await tail(imported.order) == ends)
        #expect(try await tail(imported.list) == ends)
        let others = ["BaseTransfer", "BaseSubscribe", "Signature", "ExtendMessage"]
        #expect(try await tail(exported.order) == others)
        #expect(try await tail(exported.list) == others)
    }

    @Test("of a list is not sent unsigned, and an order may be")
    mutating func unsigned() async throws {
        let set = CustomsSamples.importSet(&random, index: 1)
        let error = await #expect(throws: Refusal.self) {
            try await CEBMessage([set.list], from: CustomsSamples.transfer).xml(signedBy: nil, for: .test)
        }
        #expect(error?.diagnostics.map(\.code) == [.customsUnsigned])
        let xml = try await CEBMessage([set.order], from: CustomsSamples.transfer).xml(signedBy: nil, for: .production)
        #expect(!xml.contains("Signature"))
    }

    @Test("is never signed by a stub in production, and says that a stub has signed it in a test")
    mutating func stub() async throws {
        let message = CEBMessage([CustomsSamples.importSet(&random, index: 1).list], from: CustomsSamples.transfer)
        let error = await #expect(throws: Refusal.self) {
            try await message.xml(signedBy: StubSigner(), for: .production)
        }
        #expect(error?.diagnostics.map(\.code) == [.customsStubSigner])
        #expect(try await message.xml(signedBy: StubSigner(), for: .test).contains("<ds:KeyName>STUB</ds:KeyName>"))
    }

    @Test("without its signature is what was signed, byte for byte")
    mutating func enveloped() async throws {
        let message = CEBMessage(
            (0..<3).map { CustomsSamples.importSet(&random, index: $0).list }, from: CustomsSamples.transfer)
        let text = try message.canonicalText()
        let signer = Recorder()
        let xml = try await message.xml(signedBy: signer, for: .production)
        #expect(await signer.signed == Array(text.utf8))
        let end = try #require(xml.range(of: "</ds:Signature>"))
        let start = try #require(xml.range(of: "<ds:Signature"))
        let body = xml[..<start.lowerBound] + xml[end.upperBound...]
        #expect(body == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n")
        // Canonical XML has no tags that close themselves.
        #expect(!text.contains("/>") && text.hasPrefix("<ceb:CEB621Message xmlns:ceb="))
    }

    private actor Recorder: CustomsSigner {
        var signed: [UInt8] = []

        func sign(_ canonical: [UInt8], for mode: CustomsMode) throws(CustomsError) -> CustomsSignature {
            signed = canonical
            return try StubSigner().sign(canonical, for: .test)
        }
    }
}

/// Against customs' own schemas and libxml2's xmllint.
@Suite(
    "Every message",
    .enabled(if: Conformance.folder != nil && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")))
struct CEBConformanceTests {
    private static let count = LongRun.isOn ? 5_000 : 500

    private func validate(_ schema: String, _ messages: [String]) async throws {
        let folder = try #require(Conformance.folder).appending(path: "customs-ceb-202205")
        try await Project.withTemporaryFolder { files in
            var names: [String] = []
            for (index, message) in messages.enumerated() {
                let file = files.appending(path: "\(index).xml")
                try Data(message.utf8).write(to: file)
                names.append(file.path)
            }
            let outcome = try Project.run(
                "/usr/bin/xmllint", ["--noout", "--nonet", "--schema", folder.appending(path: schema).path] + names)
            #expect(
                outcome.status == 0,
                "\(outcome.errors.split(separator: "\n").filter { !$0.hasSuffix("validates") }.prefix(5))")
            #expect(outcome.errors.split(separator: "\n").count { $0.hasSuffix(" validates") } == messages.count)
        }
    }

    private func messages(_ documents: [some CEBDocument]) async throws -> [String] {
        var messages: [String] = []
        for start in stride(from: 0, to: documents.count, by: 100) {
            var message = CEBMessage(
                Array(documents[start..<min(start + 100, documents.count)]), from: CustomsSamples.transfer)
            if start % 200 == 0 {
                message.subscriptions = [CEBSubscription(.everything, to: "DXPENT0000054321")]
                message.extra = CEBExtension("Keruen", version: "1.0", text: "附加")
            }
            messages.append(try await message.xml(signedBy: StubSigner(), for: .test))
        }
        return messages
    }

    @Test("of an import fits its schema, with its documents saying the same")
    func imports() async throws {
        var random = SeededGenerator(seed: 2_022_05)
        let sets = (0..<Self.count).map { CustomsSamples.importSet(&random, index: $0) }
        #expect(sets.allSatisfy { $0.problems.isEmpty })
        let applications = sets.map { CustomsSamples.application(of: $0.list, &random) }
        let refunds = zip(applications, sets).map { application, set in
            ListRefund(application, lines: [ListRefund.Line(set.list.lines[0], number: 1, quantity: 1)])
        }
        let all = try await [
            messages(sets.map(\.order)), messages(sets.map(\.payment)), messages(sets.map(\.waybill)),
            messages(sets.map(\.list)), messages(applications.map { ListCancellation($0) }), messages(refunds),
        ]
        try await validate("import.xsd", all.flatMap(\.self))
    }

    @Test("of an export fits its schema, with its documents saying the same")
    func exports() async throws {
        var random = SeededGenerator(seed: 2_022_06)
        let sets = (0..<Self.count).map { CustomsSamples.exportSet(&random, index: $0) }
        #expect(sets.allSatisfy { $0.problems.isEmpty })
        let all = try await [
            messages(sets.map(\.order)), messages(sets.map(\.collection)), messages(sets.map(\.waybill)),
            messages(sets.map(\.list)),
        ]
        try await validate("export.xsd", all.flatMap(\.self))
    }

    @Test("with every field filled to its limit fits its schema")
    func limits() async throws {
        var random = SeededGenerator(seed: 99)
        let set = CustomsSamples.importSet(&random, index: 1)
        func text(_ length: Int) -> String { String(repeating: "\u{20BB7}", count: length) }
        var order = set.order
        order.number = text(60)
        order.consignee = CustomsConsignee(name: text(100), telephone: text(50), address: text(200))
        (order.batchNumbers, order.note) = (text(100), text(1_000))
        order.buyer.name = text(60)
        order.lines = (0..<99).map { _ in set.order.lines[0] }
        for index in order.lines.indices {
            order.lines[index].name = text(250)
            order.lines[index].model = text(510)
            order.lines[index].details = text(1_000)
            order.lines[index].total = Money(minorUnits: 9_223_372_036_854_775, .cny)
        }
        try await validate("import.xsd", messages([order]))
    }

    @Test("is signed in the canonical form that libxml2 makes of it too")
    func canonical() async throws {
        var random = SeededGenerator(seed: 5)
        let message = CEBMessage(
            (0..<20).map { CustomsSamples.importSet(&random, index: $0).order }, from: CustomsSamples.transfer)
        let text = try message.canonicalText()
        try await Project.withTemporaryFolder { folder in
            let file = folder.appending(path: "message.xml")
            try Data(text.utf8).write(to: file)
            let outcome = try Project.run("/usr/bin/xmllint", ["--c14n", file.path])
            #expect(outcome.output == text)
        }
    }
}
