internal import Keruen

/// The documents that parcels of one cart ask for, each person's once for each purpose, whichever parcels want it.
struct AskedDocuments {
    struct Item {
        let requirement: IdentityRequirement
        /// The last day that they are kept.
        let kept: CivilDate
    }

    /// Of buyer and recipient.
    let items: [Item]
    /// Of those who travel, where a tour is among the parcels.
    let travellers: Item?

    /// - Throws: `TradeError` with `identityRuleUnknown`, or `retentionUnknown`: what has no end is not begun.
    init(_ parcels: [Parcel], on day: CivilDate) throws(TradeError) {
        var items: [Item] = []
        var travellers: Item?
        for parcel in parcels {
            for requirement in try IdentityRules.standard.requirements(for: parcel.identityRoute, on: day) {
                let kept = try RetentionRules.standard.lastDay(for: requirement.purpose, sealed: day)
                let item = Item(requirement: requirement, kept: kept)
                if requirement.role == .traveller {
                    travellers = item
                } else if !items.contains(where: { $0.requirement == requirement }) {
                    items.append(item)
                }
            }
        }
        (self.items, self.travellers) = (items, travellers)
    }

    /// A consent for each, in their order.
    var purposes: [(purpose: Consent.Purpose, kept: CivilDate)] {
        var found: [(purpose: Consent.Purpose, kept: CivilDate)] = []
        for item in items + [travellers].compactMap(\.self)
        where !found.contains(where: { $0.purpose == item.requirement.purpose }) {
            found.append((item.requirement.purpose, item.kept))
        }
        return found
    }

    var isEmpty: Bool { items.isEmpty && travellers == nil }
}
