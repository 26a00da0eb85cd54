/// Where an order stands. Every flow uses some of them.
public enum OrderStage: String, Hashable, Sendable, CaseIterable {
    /// Waits for its money; what it wants is set aside until a time.
    case placed
    case paid
    /// The reservation ran out before the money came.
    case lapsed
    case cancelled

    // At home.
    case packed

    // Out of China: export list, consolidation, the other side's customs.
    case screened, declared, exitCleared, consolidated, inTransit, importDeclared, importCleared, importRefused

    // Into China: order, payment and waybill match, then the import list.
    case submitted, matched, listed, released

    // Customs wants something.
    case correction, held, detained

    // To the door, and back.
    case lastMile, undelivered, delivered, returning, returned, destroyed

    // Tours.
    case confirmed, redeemed

    case closed
}

/// What can happen to an order, as flows know it.
public enum OrderStep: String, Hashable, Sendable, CaseIterable {
    case authorised, captured, paymentFailed, lapsed, reheld, refundRequested, refunded, cancelled
    case packed, dispatched
    case screened, declared, consolidated, departed, importDeclared, importCleared, importRefused
    case submitted, matched, listed
    /// What customs answered, by its meaning: 800 and 899; 500; 501 to 599; 100; anything else.
    case receiptReleased, receiptHeld, receiptDetained, receiptRejected, receiptNoted
    case outForDelivery, undelivered, delivered
    case returnStarted, returnReceived, destroyed
    case confirmed, redeemed, noShow
    case closed
}
