public import Foundation

/// What opens every document: its number, what it wants, and when.
public struct CEBHeader: Hashable, Sendable {
    public var guid: CEBGUID
    public var action: Action
    /// When the shop reports it.
    public var time: Date
    /// A draft is kept and not declared.
    public var isDraft: Bool

    public enum Action: String, Hashable, Sendable {
        case new = "1"
        case change = "2"
        case delete = "3"
    }

    public init(guid: CEBGUID = CEBGUID(), action: Action = .new, at time: Date, isDraft: Bool = false) {
        self.guid = guid
        self.action = action
        self.time = time
        self.isDraft = isDraft
    }
}

extension CEBFields {
    mutating func header(_ header: CEBHeader) {
        exact("guid", header.guid.description, 36)
        exact("appType", header.action.rawValue, 1)
        exact("appTime", CEBClock.seconds(header.time), 14)
        exact("appStatus", header.isDraft ? "1" : "2", 1)
    }
}
