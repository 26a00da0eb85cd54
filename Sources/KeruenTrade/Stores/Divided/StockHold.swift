public import Foundation

/// What a place's level is changed by.
public struct StockChange: Hashable, Sendable {
    public var place: StockPlace
    /// How many more pieces there are; fewer where it is below zero.
    public var onHand: Int
    public var reserved: Int

    public init(at place: StockPlace, onHand: Int, reserved: Int) {
        self.place = place
        self.onHand = onHand
        self.reserved = reserved
    }
}

/// Stock of one region that a transaction of a market's database has set aside until that database has decided.
///
/// What takes is taken at once, so that nothing is sold twice; what gives waits for the decision. A hold that was not confirmed by its
/// time was left by a crash: the market's database says what becomes of it.
public struct StockHold: Hashable, Sendable {
    /// Random, of `[A-Z0-9-]`; the holds of one transaction in several regions share it.
    public var id: String
    /// Whose database decides.
    public var market: String
    /// Applied when it is confirmed, and never when it is released.
    public var changes: [StockChange]
    /// Set aside since the hold was taken: kept when it is confirmed, given back when it is released.
    public var taken: [Reservation]
    /// Until when whoever took it confirms it, to the millisecond.
    public var until: Date

    public init(id: String, market: String, changes: [StockChange], taken: [Reservation], until: Date) {
        self.id = id
        self.market = market
        self.changes = changes
        self.taken = taken
        self.until = until.inWholeMilliseconds
    }
}
