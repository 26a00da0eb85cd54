/// A firm as customs knows it.
public struct CustomsFirm: Hashable, Sendable {
    /// Its registration with customs (10 characters) or its unified social credit code (18).
    public var code: String
    /// As it is registered.
    public var name: String

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

/// Who buys and pays: a resident of China, by their identity card.
public struct CustomsBuyer: Hashable, Sendable {
    /// The buyer's number with the platform; at most 60 characters.
    public var registration: String
    /// As on the card; at most 60 characters.
    public var name: String
    /// At most 30 characters.
    public var telephone: String
    /// 17 digits, and a digit or X.
    public var identityNumber: String

    public init(registration: String, name: String, telephone: String, identityNumber: String) {
        self.registration = registration
        self.name = name
        self.telephone = telephone
        self.identityNumber = identityNumber
    }
}

/// Who receives; word for word the same in order and waybill.
public struct CustomsConsignee: Hashable, Sendable {
    /// At most 100 characters.
    public var name: String
    /// At most 50 characters.
    public var telephone: String
    /// At most 200 characters.
    public var address: String

    public init(name: String, telephone: String, address: String) {
        self.name = name
        self.telephone = telephone
        self.address = address
    }
}

// People's data does not get into logs by printing a document.
extension CustomsBuyer: CustomStringConvertible, CustomReflectable {
    public var description: String { "CustomsBuyer(…)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CustomsConsignee: CustomStringConvertible, CustomReflectable {
    public var description: String { "CustomsConsignee(…)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CEBFields {
    /// Code and name under a prefix of the schema's: `ebc`, `logistics`.
    mutating func firm(_ prefix: String, _ firm: CustomsFirm?, isRequired: Bool = true) {
        text("\(prefix)Code", firm?.code, upTo: 18, isRequired: isRequired)
        text("\(prefix)Name", firm?.name, upTo: 100, isRequired: isRequired)
    }

    /// An order's number with its platform and its merchant, as every document has them.
    mutating func firms(_ platform: CustomsFirm, _ merchant: CustomsFirm) {
        firm("ebp", platform)
        firm("ebc", merchant)
    }
}
