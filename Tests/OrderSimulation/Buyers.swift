internal import Foundation
internal import KeruenTrade

/// People with a resident's ID: one at a time who buys until the year is full, and many who buy once.
enum Buyers {
    private static let keyring = try? Keyring(
        """
        seal.1=\(Data((0..<32).map { $0 &* 5 &+ 1 }).base64EncodedString())
        lookup.2=\(Data((0..<32).map { $0 &* 7 &+ 2 }).base64EncodedString())
        lookup.1=\(Data((0..<32).map { $0 &* 11 &+ 3 }).base64EncodedString())
        """)

    private static let documents: [IdentityDocument] = (0..<400).compactMap { number in
        let first17 = "65010219880415" + String(String(1_000 + number).suffix(3))
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(first17.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        return try? IdentityDocument(.residentID, first17 + String(Array("10X98765432")[sum % 11]))
    }

    static func one(by chance: Chance, at now: Date) -> QuotaBuyer? {
        // Whoever buys much does so for days, until their year is full; then it is somebody else.
        let eager = Int(now.timeIntervalSince1970 / 400_000) % documents.count
        let number = chance.happens(930) ? eager : chance.below(documents.count)
        return try? keyring?.quotaBuyer(of: documents[number], at: now)
    }

    /// Where a buyer is counted at an instant: the keyring stays the same all day long.
    static func place(of buyer: QuotaBuyer, at now: Date) -> QuotaPlace? {
        let day = CivilDate(
            daysSince1970: Int32(((now.timeIntervalSince1970 + 28_800) / 86_400).rounded(.down)))
        let year = day.components.year
        return buyer.keys(in: year).first.map { QuotaPlace(buyer: $0, year: year) }
    }
}
