/// A fault that is put in on purpose, to show that the simulation finds it.
public enum PlantedBug: String, Sendable, CaseIterable {
    /// What lapsed or was cancelled stays set aside.
    case forgetsRelease
    /// More is promised than there is.
    case promisesTooMuch
    /// A transaction that breaks off leaves what it has done so far.
    case keepsHalves
    /// What was acknowledged is not written.
    case losesWrites
    /// Two transactions read the same order, and the second one's writing covers the first one's.
    case readsStale
    /// A key is not found again.
    case forgetsKeys
    /// A reader's place runs ahead of what it was told.
    case skipsTelling
    /// What came back goes on sale twice.
    case restocksTwice
    /// What left the house is still counted.
    case sellsAir
    /// People's data stay after their day.
    case forgetsErasure
    /// The provider sends the same refund again when it is asked again.
    case refundsTwice
    /// A departure's fares have seats of their own.
    case sharesNoSeats
    /// A buyer's year goes on past its limit.
    case forgetsLimits
    /// What was cancelled still counts to its buyer's year.
    case keepsClaims
    /// The disk says that it has written what it still holds; only a store on a disk can have it.
    case forgetsSync
    /// What a hold gives is given twice when it is confirmed; only stores over several databases have holds.
    case confirmsTwice
    /// Recovery releases what was decided.
    case releasesDecided
    /// Recovery releases what may still be decided.
    case buriesNothing
    /// What a hold gives is for sale before it is decided.
    case givesAtOnce
    /// Stock is set aside, and nobody writes down for whom.
    case forgetsHolds

    /// Those of stores over several databases.
    public static let divided: [PlantedBug] = [
        .confirmsTwice, .releasesDecided, .buriesNothing, .givesAtOnce, .forgetsHolds,
    ]

    /// Those that a store in memory can have.
    public static var inMemory: [PlantedBug] { allCases.filter { $0 != .forgetsSync && !divided.contains($0) } }
}
