public import Foundation

/// A document's or a message's own number: 36 characters, its letters capital.
///
///     CEBGUID("4CDE1CFD-EDED-46B1-946C-B8022E42FC94")
public struct CEBGUID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ uuid: UUID = UUID()) { description = uuid.uuidString }

    /// Nil for anything but a UUID in capital letters.
    public init?(_ text: String) {
        guard let uuid = UUID(uuidString: text), uuid.uuidString == text else { return nil }
        description = text
    }

    /// A text that is made as one.
    init(known text: some StringProtocol) { description = String(text) }
}
