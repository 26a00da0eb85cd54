// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table api, each by its name, in the first language of a chain that has it.
public struct APIStrings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "cc8f187020e2c3e1"

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

    /// Answers are JSON: please accept application/json.
    public func detailAccept() -> String {
        _text(0)
    }

    /// Nothing is kept under this address. All addresses are listed in /api/v1/openapi.json.
    public func detailAddress() -> String {
        _text(1)
    }

    /// Please try again a little later. The number of this request is {$request}; tell it to the shop if it happens again.
    public func detailFailed(request: String) -> String {
        _text(2, [.text(request)])
    }

    /// .input {$count :integer} .match $count one {{{$count} thing has to be put right; “errors” says where.}} * {{{$count} things have to be put right; “errors” says where.}}
    public func detailFaults(count: Int) -> String {
        _text(3, [.integer(count)])
    }

    /// The header Idempotency-Key is missing. Make up a key for the order and send the same one when you ask again, so that it is placed once.
    public func detailKeyMissing() -> String {
        _text(4)
    }

    /// Please send the body as application/json.
    public func detailMediaType() -> String {
        _text(5)
    }

    /// Under this address one may use: {$allowed}.
    public func detailMethod(allowed: String) -> String {
        _text(6, [.text(allowed)])
    }

    /// The shop takes no orders for a few minutes. Please send the same request, with the same Idempotency-Key, once Retry-After has passed: whether or not this one came through, nothing is ordered twice.
    public func detailPaused() -> String {
        _text(7)
    }

    /// There is no shop for this market and language. /api/v1 lists those that there are.
    public func detailPlace() -> String {
        _text(8)
    }

    /// There is no product “{$id}” in this market.
    public func detailProduct(id: String) -> String {
        _text(9, [.text(id)])
    }

    /// “{$to}” is less than “{$from}”.
    public func detailReversed(from: String, to: String) -> String {
        _text(10, [.text(from), .text(to)])
    }

    /// The body may have {$limit} bytes at most.
    public func detailSize(limit: Int) -> String {
        _text(11, [.integer(limit)])
    }

    /// true or false
    public func shapeBoolean() -> String {
        _text(12)
    }

    /// a whole number
    public func shapeInteger() -> String {
        _text(13)
    }

    /// a list in square brackets
    public func shapeList() -> String {
        _text(14)
    }

    /// an object in braces
    public func shapeObject() -> String {
        _text(15)
    }

    /// text in quotes
    public func shapeText() -> String {
        _text(16)
    }

    /// The request can’t be read
    public func titleBadRequest() -> String {
        _text(17)
    }

    /// Not as things stand now
    public func titleConflict() -> String {
        _text(18)
    }

    /// Something went wrong
    public func titleFailed() -> String {
        _text(19)
    }

    /// Something in the request is not right
    public func titleInvalid() -> String {
        _text(20)
    }

    /// That can’t be done here
    public func titleMethodNotAllowed() -> String {
        _text(21)
    }

    /// No such form of answer
    public func titleNotAcceptable() -> String {
        _text(22)
    }

    /// There is nothing here
    public func titleNotFound() -> String {
        _text(23)
    }

    /// The request is too large
    public func titleTooLarge() -> String {
        _text(24)
    }

    /// The shop can’t do that at the moment
    public func titleUnavailable() -> String {
        _text(25)
    }

    /// JSON is wanted
    public func titleUnsupported() -> String {
        _text(26)
    }
}
