/// Who sends a message over the port's exchange (DXP).
public struct CEBTransfer: Hashable, Sendable {
    /// Whom the line belongs to.
    public var firm: CustomsFirm
    /// The line's number with the exchange; at most 30 characters.
    public var exchangeID: String
    /// At most 1,000 characters.
    public var note: String?

    public init(_ firm: CustomsFirm, exchangeID: String, note: String? = nil) {
        self.firm = firm
        self.exchangeID = exchangeID
        self.note = note
    }

    func fill(_ fields: inout CEBFields) {
        fields.firm("cop", firm)
        fields.exact("dxpMode", "DXP", 3)
        fields.text("dxpId", exchangeID, 30)
        fields.text("note", note, upTo: 1_000)
    }
}

/// Somebody else who gets a message's data, its receipts, or both.
public struct CEBSubscription: Hashable, Sendable {
    public var content: Content
    /// Their number with the exchange; at most 100 characters.
    public var address: String

    public enum Content: String, Hashable, Sendable {
        case everything = "ALL"
        case data = "DATA"
        case receipts = "RET"
    }

    public init(_ content: Content, to address: String) {
        self.content = content
        self.address = address
    }

    func fill(_ fields: inout CEBFields) {
        fields.text("status", content.rawValue, 100)
        fields.exact("dxpMode", "DXP", 3)
        fields.text("dxpAddress", address, 100)
    }
}

/// What two parties have agreed to send along, in an element of its own.
public struct CEBExtension: Hashable, Sendable {
    /// At most 30 characters.
    public var name: String
    /// At most 30 characters.
    public var version: String
    /// The element's content.
    public var text: String

    public init(_ name: String, version: String, text: String) {
        self.name = name
        self.version = version
        self.text = text
    }

    func fill(_ fields: inout CEBFields) {
        fields.text("name", name, 30)
        fields.text("version", version, 30)
        fields.group("Message") { fields in fields.text("Content", text, upTo: 100_000) }
    }
}
