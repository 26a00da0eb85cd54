internal import KeruenTrade

/// What may happen in a step.
enum Action: Int, CaseIterable {
    case place, placeAgain, pay, decide, hear, lapse, refund, void, cancel, advance, answer, hearCustoms
    case startReturn, receiveReturn, publish, supply, erase, wait, restart, openAgain

    /// How often it happens, of 1,000 steps.
    private var weight: Int {
        switch self {
        case .place: 80
        case .placeAgain: 40
        case .pay: 130
        case .decide: 70
        case .hear: 130
        case .lapse: 20
        case .refund: 45
        case .void: 5
        case .cancel: 12
        case .advance: 290
        case .answer: 45
        case .hearCustoms: 55
        case .startReturn, .receiveReturn: 25
        case .publish: 15
        case .supply: 10
        case .erase: 5
        case .wait: 5
        case .restart: 5
        case .openAgain: 5
        }
    }

    private static let urn: [Action] = allCases.flatMap { Array(repeating: $0, count: $0.weight) }

    static func draw(_ chance: Chance) -> Action { chance.pick(urn) ?? .wait }
}

extension Action {
    /// Refusals that are answers and no faults; each action looks itself whether it was refused rightly.
    func mayFail(with code: Diagnostic.Code) -> Bool {
        switch code {
        case .crashed, .answerLost: true
        // Others were at the same stock of another database at every try.
        case .stockContended: true
        case .outOfStock, .quotaSingle, .quotaAnnual, .quotaBuyerMissing:
            [.place, .placeAgain].contains(self)
        // The same key with another cart may have come in between.
        case .reusedIdempotencyKey: [.place, .placeAgain].contains(self)
        case .quoteExpired: self == .placeAgain
        case .paymentUnanswered: self == .pay
        case .notAllowedNow:
            [.pay, .cancel, .advance, .hearCustoms, .startReturn, .receiveReturn].contains(self)
        case .returnTooLarge: [.startReturn, .receiveReturn].contains(self)
        default: false
        }
    }
}
