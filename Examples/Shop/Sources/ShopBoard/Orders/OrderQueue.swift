internal import Keruen

/// What an order waits for, as whoever works through them sees it: several stages of several flows are one errand.
enum OrderQueue: String, CaseIterable, Sendable {
    // Somebody's hand is wanted.
    case stopped, screen, pack, papers, confirm, send, returns
    // Others have the word.
    case unpaid, customs, way, ahead
    case done

    /// Those that wait for the merchant.
    static let errands: [OrderQueue] = [.stopped, .screen, .pack, .papers, .confirm, .send, .returns]

    init(_ stage: OrderStage, in flow: OrderFlow.ID) {
        self =
            switch stage {
            case .placed: .unpaid
            case .paid:
                switch flow {
                case .domestic: .pack
                case .export: .screen
                case .bondedImport, .directImport: .papers
                case .tour: .confirm
                }
            case .packed: .pack
            case .screened, .matched: .papers
            case .declared, .importDeclared, .submitted, .listed, .cancelling: .customs
            case .correction, .held, .detained, .importRefused, .turnedBack, .undelivered: .stopped
            case .exitCleared, .consolidated, .importCleared, .released: .send
            case .inTransit, .lastMile: .way
            case .returning, .returned: .returns
            case .confirmed: .ahead
            case .delivered, .redeemed, .closed, .cancelled, .lapsed, .destroyed, .lost: .done
            }
    }
}
