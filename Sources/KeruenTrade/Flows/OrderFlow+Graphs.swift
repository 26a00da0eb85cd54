extension OrderFlow {
    /// Goods that cross no border.
    public static let domestic = OrderFlow(
        id: .domestic,
        transitions: payment(until: [.paid, .packed]) + [
            Transition(.paid, .packed, .packed),
            Transition(.packed, .dispatched, .lastMile, [.takeReservations]),
        ] + delivery)

    /// Out of China to a buyer in Russia or Kazakhstan; between these two as well.
    public static let export = OrderFlow(
        id: .export,
        transitions: payment(until: [.paid, .screened, .correction]) + [
            Transition(.paid, .screened, .screened),
            Transition(.screened, .declared, .declared),
        ] + receipts(for: .declared, releasedTo: .exitCleared) + [
            Transition(.correction, .declared, .declared),
            Transition(.exitCleared, .consolidated, .consolidated),
            Transition(.exitCleared, .lost, .lost, [.takeReservations, .refundEverything]),
            Transition(.consolidated, .departed, .inTransit, [.takeReservations]),
            Transition(.consolidated, .lost, .lost, [.takeReservations, .refundEverything]),
            Transition(.inTransit, .lost, .lost, [.refundEverything]),
            Transition(.inTransit, .importDeclared, .importDeclared),
            Transition(.importDeclared, .importCleared, .importCleared),
            Transition(.importDeclared, .importRefused, .importRefused),
            Transition(.importRefused, .returnStarted, .returning),
            Transition(.importRefused, .destroyed, .destroyed, [.refundEverything]),
            Transition(.importDeclared, .lost, .lost, [.refundEverything]),
            Transition(.importCleared, .outForDelivery, .lastMile),
            Transition(.importCleared, .lost, .lost, [.refundEverything]),
        ] + delivery)

    /// Into China out of a bonded warehouse: cancelled by 623 before release; 625 goes with a return afterwards.
    public static let bondedImport = OrderFlow(id: .bondedImport, transitions: chinaImport)
    /// Into China straight from abroad.
    public static let directImport = OrderFlow(id: .directImport, transitions: chinaImport)

    /// Seats: on hold, confirmed, redeemed.
    public static let tour = OrderFlow(
        id: .tour,
        transitions: payment(until: [.paid]) + [
            Transition(.paid, .confirmed, .confirmed),
            Transition(
                .confirmed, .cancelled, .cancelled, if: [.freeCancellation], [.releaseReservations, .refundEverything]),
            // Too late to cost nothing: the seats are free again, the money stays.
            Transition(.confirmed, .cancelled, .cancelled, [.releaseReservations]),
            Transition(.confirmed, .redeemed, .redeemed, [.takeReservations]),
            Transition(.confirmed, .noShow, .closed, [.takeReservations]),
            Transition(.redeemed, .closed, .closed),
        ])

    private static let chinaImport: [Transition] =
        payment(until: [.paid, .submitted, .matched, .correction]) + [
            Transition(.paid, .submitted, .submitted),
            Transition(.submitted, .matched, .matched),
            Transition(.submitted, .receiptRejected, .correction),
            Transition(.submitted, .receiptNoted, .submitted),
            Transition(.matched, .listed, .listed),
            // The list is with customs: what it releases meanwhile was not cancelled.
            Transition(.listed, .cancelRequested, .cancelling),
            Transition(.cancelling, .cancelGranted, .cancelled, [.releaseReservations, .refundEverything]),
            Transition(.cancelling, .cancelRefused, .listed),
            Transition(.cancelling, .receiptReleased, .released),
            Transition(.cancelling, .receiptNoted, .cancelling),
        ] + receipts(for: .listed, releasedTo: .released) + [
            Transition(.correction, .submitted, .submitted),
            Transition(.released, .dispatched, .lastMile, [.takeReservations]),
            Transition(.released, .lost, .lost, [.takeReservations, .refundEverything]),
        ] + delivery

    /// The money's side, the same in every flow.
    /// - Parameter stages: where the order can still be called off.
    private static func payment(until stages: [OrderStage]) -> [Transition] {
        [
            Transition(.placed, .authorised, .placed),
            Transition(.placed, .captured, .paid, if: [.paidInFull], [.refundExcess]),
            Transition(.placed, .captured, .placed),
            Transition(.placed, .paymentFailed, .placed),
            Transition(.placed, .lapsed, .lapsed, [.releaseReservations, .refundEverything]),
            Transition(.placed, .cancelled, .cancelled, [.releaseReservations, .refundEverything]),
            // Paid after the reservation ran out: set aside again if there is still enough, else the money goes back.
            Transition(.lapsed, .reheld, .placed),
            Transition(.lapsed, .captured, .lapsed, [.refundEverything]),
            // That payment alone: of a tour that was cancelled too late, the price stays.
            Transition(.cancelled, .captured, .cancelled, [.refundLatest]),
        ]
            + stages.map { Transition($0, .cancelled, .cancelled, [.releaseReservations, .refundEverything]) }
    }

    /// Customs' answers to a declaration. Only 800 and 899 release: 120 and 399 are on the way there.
    private static func receipts(for stage: OrderStage, releasedTo released: OrderStage) -> [Transition] {
        [
            Transition(stage, .receiptReleased, released),
            Transition(stage, .receiptRejected, .correction),
            Transition(stage, .receiptHeld, .held),
            Transition(stage, .receiptDetained, .detained),
            Transition(stage, .receiptNoted, stage),
            Transition(.held, .receiptReleased, released),
            Transition(.held, .receiptDetained, .detained),
            Transition(.held, .receiptRejected, .correction),
            Transition(.held, .receiptNoted, .held),
            Transition(.detained, .receiptReleased, released),
            Transition(.detained, .receiptNoted, .detained),
            // Put right without us: the newest answer counts.
            Transition(.correction, .receiptReleased, released),
            Transition(.correction, .receiptHeld, .held),
            Transition(.correction, .receiptDetained, .detained),
            Transition(.detained, .destroyed, .destroyed, [.takeReservations, .refundEverything]),
            // Sent back by customs: paid back, for the buyer never had it, and looked at like any other return before it is for sale again.
            Transition(.turnedBack, .returnStarted, .returning, [.takeReservations, .refundEverything]),
            Transition(.turnedBack, .destroyed, .destroyed, [.takeReservations, .refundEverything]),
        ] + [stage, .held, .detained, .correction].map { Transition($0, .receiptReturned, .turnedBack) }
    }

    /// To the door, and back from it.
    private static let delivery: [Transition] = [
        Transition(.lastMile, .delivered, .delivered),
        Transition(.lastMile, .undelivered, .undelivered),
        Transition(.lastMile, .lost, .lost, [.refundEverything]),
        Transition(.undelivered, .lost, .lost, [.refundEverything]),
        Transition(.undelivered, .outForDelivery, .lastMile),
        Transition(.undelivered, .returnStarted, .returning),
        Transition(.delivered, .returnStarted, .returning),
        Transition(.delivered, .closed, .closed),
        // For sale again only after somebody has looked at it.
        Transition(.returning, .returnReceived, .returned, [.restockAccepted, .refundReturned]),
        // One at a time, as long as the law gives.
        Transition(.returned, .returnStarted, .returning),
        Transition(.returned, .closed, .closed),
    ]
}
