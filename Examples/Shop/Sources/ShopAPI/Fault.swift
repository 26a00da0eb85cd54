internal import Keruen

/// One thing in a request that has to be put right: where it stands, and why.
struct Fault: Sendable {
    var place: Place?
    var reason: Reason
    /// Of a body: where the value begins, from 1 on.
    var position: (line: Int, column: Int)?

    enum Place: Sendable {
        /// JSON pointer (RFC 6901) into the body.
        case pointer(String)
        /// A name behind the question mark.
        case parameter(String)
        case header(String)
    }

    enum Reason: Sendable {
        case diagnostic(Diagnostic)
        /// The end of a range is before its beginning.
        case reversed(from: String, to: String)
    }

    init(_ diagnostic: Diagnostic, at place: Place? = nil, position: (line: Int, column: Int)? = nil) {
        (self.place, reason, self.position) = (place, .diagnostic(diagnostic), position)
    }

    init(_ reason: Reason, at place: Place) { (self.place, self.reason) = (place, reason) }

    var code: String {
        switch reason {
        case .diagnostic(let diagnostic): diagnostic.code.rawValue
        case .reversed: "reversed-range"
        }
    }
}
