/// The firm's own numbers of an order's documents. All follow from the order's, and lead back to it.
///
///     DocumentNumber(.list, of: id).description       // KR7F3K9QXM2B4T-L
///     DocumentNumber("KR7F3K9QXM2B4T-R1")?.order      // KR-7F3K-9QXM-2B4T
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
    public let subject: Subject
    public let order: Order.ID

    public enum Subject: Hashable, Sendable {
        case list
        /// To take its list back, from 1; one that customs refused is followed by another.
        case cancellation(Int)
        /// Of an order's goods, one after the other from 1.
        case refund(Int)
    }

    public init(_ subject: Subject, of order: Order.ID) { (self.subject, self.order) = (subject, order) }

    /// Nil for a number that nobody here has made.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 14, let letter = parts[1].first else { return nil }
        let digits = parts[0].dropFirst(2)
        let groups = [digits.prefix(4), digits.dropFirst(4).prefix(4), digits.suffix(4)].map(String.init)
        guard let order = Order.ID("\(parts[0].prefix(2))-\(groups.joined(separator: "-"))") else { return nil }
        let count = Int(parts[1].dropFirst())
        let subject: Subject? =
            switch letter {
            case "L": .list
            case "C": parts[1] == "C" ? .cancellation(1) : count.map(Subject.cancellation)
            case "R": count.map(Subject.refund)
            default: nil
            }
        guard let subject else { return nil }
        self.init(subject, of: order)
        // One way of writing: what differs is somebody else's.
        guard description == text else { return nil }
    }

    /// At most 20 characters, as copNo has room for.
    public var description: String {
        let suffix =
            switch subject {
            case .list: "L"
            case .cancellation(let number): number == 1 ? "C" : "C\(number)"
            case .refund(let number): "R\(number)"
            }
        return order.description.filter { $0 != "-" } + "-" + suffix
    }
}
