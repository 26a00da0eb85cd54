public import Foundation

/// Reads messages of receipts: UTF-8, or GBK where the file says so.
///
/// A file that is no receipt, has a document type, or is larger than a hundred receipts can be is refused before anything of it is used.
/// - Throws: `Refusal` with `notReceipt`, `badReceiptField` or `badReceiptCount`, or with what `XMLReader` says.
public struct CEBReceipts: Sendable {
    public static let maximumReceipts = 100
    /// Larger files are no receipts.
    public static let maximumBytes = 4 << 20
    /// The longest reason that a schema has room for.
    static let maximumInformation = 5_000

    private let reader = XMLReader(maximumElements: 100 * 24, maximumDepth: 8, maximumBytes: CEBReceipts.maximumBytes)

    public init() {}

    /// - Parameter name: how diagnostics call the file.
    public func read(_ data: Data, as name: String) throws(Refusal) -> [CEBReceipt] {
        let root = try reader.read(data, as: name)
        guard root.localName.hasSuffix("Message"),
            let kind = CEBReceiptKind(rawValue: String(root.localName.dropLast(7))),
            root.attributes.values.contains(CEB.namespace)
        else {
            throw Refusal(
                Diagnostic(.notReceipt, at: root.position, ["element": .text(Self.shortened(root.localName))]))
        }
        let elements = root.elements(named: kind.element)
        guard (1...Self.maximumReceipts).contains(elements.count) else {
            let counts: [String: Diagnostic.Argument] = [
                "limit": .integer(Self.maximumReceipts), "count": .integer(elements.count),
            ]
            throw Refusal(Diagnostic(.badReceiptCount, at: root.position, counts))
        }
        var receipts: [CEBReceipt] = []
        for element in elements { receipts.append(try Self.receipt(element, kind)) }
        return receipts
    }

    private static func receipt(_ element: XMLDocumentElement, _ kind: CEBReceiptKind) throws(Refusal) -> CEBReceipt {
        func text(_ name: String) -> String? {
            let text = element[name]?.text.trimmingCharacters(in: .whitespacesAndNewlines)
            return text?.isEmpty == false ? text : nil
        }
        func bad(_ name: String) -> Refusal {
            let position = element[name]?.position ?? element.position
            return Refusal(
                Diagnostic(
                    .badReceiptField, at: position, ["document": .text(kind.rawValue), "field": .text(name)]))
        }
        guard let guid = text("guid"), guid.unicodeScalars.count == 36 else { throw bad("guid") }
        guard let document = text(kind.key), document.unicodeScalars.count <= 60 || kind == .format else {
            throw bad(kind.key)
        }
        // XML schemas' strings: a status is digits and perhaps a minus.
        guard let status = text("returnStatus").flatMap({ $0.utf8.count <= 10 ? Int($0) : nil }) else {
            throw bad("returnStatus")
        }
        guard let time = text("returnTime"), CEBClock.instant(time) != nil else { throw bad("returnTime") }
        let information = text("returnInfo") ?? ""
        guard information.unicodeScalars.count <= maximumInformation else { throw bad("returnInfo") }
        return CEBReceipt(
            kind: kind, guid: guid, document: document, orderNumber: text("orderNo"), portNumber: text("preNo"),
            listNumber: text("invtNo"), status: status, time: time, information: information)
    }

    private static func shortened(_ name: String) -> String { name.count <= 40 ? name : name.prefix(39) + "…" }
}

extension Diagnostic.Code {
    /// The file is no message of receipts.
    public static let notReceipt = Self("CUS0301")
    /// A field of a receipt is missing or can't be.
    public static let badReceiptField = Self("CUS0302")
    /// A message has 1 to 100 receipts.
    public static let badReceiptCount = Self("CUS0303")
}
