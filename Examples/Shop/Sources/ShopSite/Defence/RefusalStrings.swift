// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table refusals, each by its name, in the first language of a chain that has it.
public struct RefusalStrings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "2480914e44f7b431"

    // Names that no key can have.
    private let _strings: CompiledStrings
    private let _chain: [LanguageTag]
    private let _noting: (@Sendable (LanguageTag) -> Void)?

    /// Nil where the loaded strings are not those that this was written for.
    /// - Parameter noting: is told the language of each string that is served.
    public init?(
        _ strings: CompiledStrings, along chain: [LanguageTag],
        noting: (@Sendable (LanguageTag) -> Void)? = nil
    ) {
        guard strings.fingerprint == Self.fingerprint else { return nil }
        (_strings, _chain, _noting) = (strings, chain, noting)
    }

    private func _text(_ id: Int, _ values: [MessageArgument] = []) -> String {
        guard let served = _strings.text(id, values, along: _chain, bidi: .none) else { return "" }
        _noting?(served.language)
        return served.value
    }

    /// Something in it is written in a way that no browser writes. Begin on the front page.
    public func addressText() -> String {
        _text(0)
    }

    /// This address can't be read
    public func addressTitle() -> String {
        _text(1)
    }

    /// It is written down, and we are looking into it. Please try again in a few minutes.
    public func failedText() -> String {
        _text(2)
    }

    /// Something broke on our side
    public func failedTitle() -> String {
        _text(3)
    }

    /// It wasn't sent from a page that this shop showed you just now, so nothing was changed. Go back, load the page again and send it once more; cookies must be allowed.
    public func formText() -> String {
        _text(4)
    }

    /// The form has grown old
    public func formTitle() -> String {
        _text(5)
    }

    /// To the front page
    public func home() -> String {
        _text(6)
    }

    /// The request was meant for another site.
    public func hostText() -> String {
        _text(7)
    }

    /// No shop of ours is at this address
    public func hostTitle() -> String {
        _text(8)
    }

    /// Search with fewer words, or begin on the front page.
    public func longText() -> String {
        _text(9)
    }

    /// The address is too long
    public func longTitle() -> String {
        _text(10)
    }

    /// .input {$seconds :integer} .match $seconds one {{More has come from your network than one visitor asks for. Wait {$seconds} second and try again.}} * {{More has come from your network than one visitor asks for. Wait {$seconds} seconds and try again.}}
    public func manyText(seconds: Int) -> String {
        _text(11, [.integer(seconds)])
    }

    /// Too many requests
    public func manyTitle() -> String {
        _text(12)
    }

    /// The address can be read, but not in the way that was asked for.
    public func methodText() -> String {
        _text(13)
    }

    /// This can't be done here
    public func methodTitle() -> String {
        _text(14)
    }

    /// There may be a typo in the address.
    public func missingText() -> String {
        _text(15)
    }

    /// There is no such page
    public func missingTitle() -> String {
        _text(16)
    }

    /// What was sent is larger than the shop takes. Nothing of it was kept.
    public func sizeText() -> String {
        _text(17)
    }

    /// Too much at once
    public func sizeTitle() -> String {
        _text(18)
    }

    /// The shop reads forms as browsers send them. Nothing was changed.
    public func typeText() -> String {
        _text(19)
    }

    /// The form came in an unknown shape
    public func typeTitle() -> String {
        _text(20)
    }
}
