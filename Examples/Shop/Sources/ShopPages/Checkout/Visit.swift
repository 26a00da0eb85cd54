internal import Hummingbird
internal import ShopSite

/// The visit that a browser is on, which its forms are tied to.
struct Visit {
    let name: String
    /// Whether the browser has yet to be told.
    let isNew: Bool

    init(_ request: Request) {
        let known = request.cookies["visit"]?.value ?? ""
        let isName =
            known.utf8.count == 32
            && known.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            }
        (name, isNew) = isName ? (known, false) : (Tokens.visit(), true)
    }

    func cookie(isSecure: Bool) -> Cookie {
        Cookie(name: "visit", value: name, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
