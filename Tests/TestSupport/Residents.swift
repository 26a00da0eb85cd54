public import Foundation
public import Keruen

/// People with a Chinese resident's ID; the numbers have right check digits and are nobody's.
public enum Residents {
    public static func document(_ number: Int) throws -> IdentityDocument {
        let first17 = "65010219880415" + String(String(1_000 + number).suffix(3))
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(first17.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        return try IdentityDocument(.residentID, first17 + String(Array("10X98765432")[sum % 11]))
    }

    /// The same in every process; the lookup keys stand in the order of their names.
    public static func keyring(_ lookups: String...) throws -> Keyring {
        let entries = lookups.map { name in
            "lookup.\(name)=" + Data((0..<32).map { $0 &* 7 &+ UInt8(name.utf8.reduce(0, &+)) }).base64EncodedString()
        }
        let seal = Data((0..<32).map { $0 &* 5 &+ 1 }).base64EncodedString()
        return try Keyring((["seal.1=\(seal)"] + entries).joined(separator: " "))
    }

    public static func buyer(
        _ number: Int, at now: Date = SmallShop.now, with keyring: Keyring? = nil
    ) throws -> QuotaBuyer {
        try (keyring ?? Self.keyring("1")).quotaBuyer(of: document(number), at: now)
    }
}
