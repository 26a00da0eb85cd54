public import Foundation

/// An answer of customs to one document.
///
///     for receipt in try CEBReceipts().read(data, as: name) {
///         if let answer = receipt.customsReceipt { try await store.record(answer, of: order, at: now) }
///     }
public struct CEBReceipt: Hashable, Sendable {
    public var kind: CEBReceiptKind
    /// The receipt's own number: 36 characters.
    public var guid: String
    /// By which the firm knows the document: an order's, a waybill's, a list's number.
    public var document: String
    public var orderNumber: String?
    /// The port's number.
    public var portNumber: String?
    /// Customs' number of the list.
    public var listNumber: String?
    public var status: Int
    /// `YYYYMMDDhhmmssSSS`, by China's clock.
    public var time: String
    /// Why; for the eyes of the firm's staff, and not for logs: it may name people.
    public var information: String

    /// The instant of `time`.
    public var date: Date? { CEBClock.instant(time) }

    /// What an order's flow takes in; nil for answers to applications, which take no order further: that a cancellation was refused does not
    /// send the list back.
    public var customsReceipt: CustomsReceipt? {
        kind.answered.map { CustomsReceipt(document: "\($0) \(document)", status: status, time: time) }
    }
}

extension CEBReceipt: CustomStringConvertible {
    /// Without customs' words, for logs.
    public var description: String { "\(kind.rawValue) \(document): \(status) \(time)" }
}
