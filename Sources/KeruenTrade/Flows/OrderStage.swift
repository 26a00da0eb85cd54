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

    // Customs wants something, or sends the goods back; or was asked to let go of a list.
    case correction, held, detained, turnedBack, cancelling

    // To the door, and back.
    case lastMile, undelivered, delivered, returning, returned, destroyed, lost

    // Tours.
    case confirmed, redeemed

    case closed
}

/// What can happen to an order, as flows know it.
public enum OrderStep: String, Hashable, Sendable, CaseIterable {
    case authorised, captured, paymentFailed, lapsed, reheld, cancelled
    /// Customs is asked to let go of a list (623), and what it says to that (624).
    case cancelRequested, cancelGranted, cancelRefused
    case packed, dispatched
    case screened, declared, consolidated, departed, importDeclared, importCleared, importRefused
    case submitted, matched, listed
    /// What customs answered, by its meaning: 800 and 899; 500; 501 to 599; 100; 700; anything else.
    case receiptReleased, receiptHeld, receiptDetained, receiptRejected, receiptReturned, receiptNoted
    case outForDelivery, undelivered, delivered
    case returnStarted, returnReceived, destroyed, lost
    case confirmed, redeemed, noShow
    case closed
}
