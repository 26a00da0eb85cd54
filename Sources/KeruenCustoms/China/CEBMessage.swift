/// Up to a hundred documents of one kind on their way to China's customs.
///
///     let message = CEBMessage([order], from: transfer)
///     let xml = try await message.xml(signedBy: signer, for: .production)
///
/// What is signed is what is sent: no white space stands between elements, so that the text without its signature is its canonical form.
public struct CEBMessage<Document: CEBDocument>: Hashable, Sendable {
    public var guid: CEBGUID
    public var documents: [Document]
    public var transfer: CEBTransfer
    /// Whom receipts or data are copied to; at most 5.
    public var subscriptions: [CEBSubscription]
    public var extra: CEBExtension?

    public static var maximumDocuments: Int { 100 }
    public static var maximumSubscriptions: Int { 5 }

    public init(
        _ documents: [Document], guid: CEBGUID = CEBGUID(), from transfer: CEBTransfer,
        subscriptions: [CEBSubscription] = [], extra: CEBExtension? = nil
    ) {
        self.documents = documents
        self.guid = guid
        self.transfer = transfer
        self.subscriptions = subscriptions
        self.extra = extra
    }

    /// What customs would not take; empty for a message that can be sent.
    public var problems: [Diagnostic] { parts.problems }

    /// What a signature is over: the message without one, as W3C's Canonical XML 1.0 has it.
    /// - Throws: `Refusal` with everything that `problems` has.
    public func canonicalText() throws(Refusal) -> String {
        let parts = try soundParts()
        var writer = XMLWriter(into: "")
        write(parts, nil, to: &writer)
        let text = writer.sink
        return String(text[(text.firstIndex(of: "\n") ?? text.startIndex)...].drop { $0 == "\n" }.dropLast())
    }

    /// Writes the message piece by piece into a stream.
    /// - Throws: `Refusal` with everything that `problems` has, or with `customsUnsigned`.
    public func write<Sink: TextOutputStream>(_ signature: CustomsSignature?, into sink: inout Sink) throws(Refusal) {
        guard signature != nil || !Document.kind.isSigned else {
            throw Refusal(
                CustomsError(.customsUnsigned, ["document": .text(Document.kind.rawValue)]).diagnostic)
        }
        let parts = try soundParts()
        var writer = XMLWriter(into: sink)
        write(parts, signature, to: &writer)
        sink = writer.sink
    }

    /// The message as a text, signed.
    /// - Parameter signer: nil for kinds that customs takes from a known line without a signature.
    /// - Throws: `Refusal` with everything that `problems` has, with `customsUnsigned`, or with what the signer says.
    public func xml(signedBy signer: (any CustomsSigner)?, for mode: CustomsMode) async throws(Refusal) -> String {
        var signature: CustomsSignature?
        if let signer {
            let text = try canonicalText()
            do throws(CustomsError) {
                signature = try await signer.sign(Array(text.utf8), for: mode)
            } catch {
                throw Refusal(error.diagnostic)
            }
        }
        var text = ""
        try write(signature, into: &text)
        return text
    }
}

extension CEBMessage {
    private struct Parts {
        var documents: [CEBFields]
        var transfer: CEBFields
        var subscriptions: [CEBFields]
        var extra: CEBFields?
        var problems: [Diagnostic]
    }

    private var parts: Parts {
        let documents = documents.enumerated().map { index, document in
            var fields = CEBFields(Document.kind, number: index + 1)
            document.fill(&fields)
            return fields
        }
        var transfer = CEBFields(Document.kind, number: 0)
        self.transfer.fill(&transfer)
        let subscriptions = subscriptions.map { subscription in
            var fields = CEBFields(Document.kind, number: 0)
            subscription.fill(&fields)
            return fields
        }
        let extra = extra.map { extra in
            var fields = CEBFields(Document.kind, number: 0)
            extra.fill(&fields)
            return fields
        }
        var problems = counts
        for fields in documents + [transfer] + subscriptions + (extra.map { [$0] } ?? []) {
            problems += fields.problems
        }
        return Parts(
            documents: documents, transfer: transfer, subscriptions: subscriptions, extra: extra, problems: problems)
    }

    private var counts: [Diagnostic] {
        func problem(_ code: Diagnostic.Code, _ limit: Int, _ count: Int) -> Diagnostic {
            let document = Diagnostic.Argument.text(Document.kind.rawValue)
            return CustomsError(code, ["document": document, "limit": .integer(limit), "count": .integer(count)])
                .diagnostic
        }
        var problems: [Diagnostic] = []
        if !(1...Self.maximumDocuments).contains(documents.count) {
            problems.append(problem(.customsBadDocumentCount, Self.maximumDocuments, documents.count))
        }
        if subscriptions.count > Self.maximumSubscriptions {
            problems.append(problem(.customsTooManySubscriptions, Self.maximumSubscriptions, subscriptions.count))
        }
        return problems
    }

    private func soundParts() throws(Refusal) -> Parts {
        let parts = parts
        guard parts.problems.isEmpty else { throw Refusal(parts.problems) }
        return parts
    }

    private func write(
        _ parts: Parts, _ signature: CustomsSignature?, to writer: inout XMLWriter<some TextOutputStream>
    ) {
        let kind = Document.kind
        let attributes = [("xmlns:ceb", CEB.namespace), ("guid", guid.description), ("version", CEB.version)]
        writer.open("ceb:\(kind.rawValue)Message", attributes, isMixed: true)
        for document in parts.documents { writer.group(kind.element, document.nodes) }
        writer.group("BaseTransfer", parts.transfer.nodes)
        for subscription in parts.subscriptions { writer.group("BaseSubscribe", subscription.nodes) }
        // The one difference that imports and exports have at their end.
        if !kind.isImport { signature?.write(to: &writer) }
        if let extra = parts.extra { writer.group("ExtendMessage", extra.nodes) }
        if kind.isImport { signature?.write(to: &writer) }
        writer.close()
    }
}

enum CEB {
    static let namespace = "http://www.chinaport.gov.cn/ceb"
    static let version = "1.0"
}

extension XMLWriter {
    mutating func group(_ name: String, _ nodes: [CEBFields.Node]) {
        open("ceb:\(name)")
        for node in nodes {
            switch node {
            case .field(let name, let value): element("ceb:\(name)", [], value)
            case .group(let name, let nodes): group(name, nodes)
            }
        }
        close()
    }
}
