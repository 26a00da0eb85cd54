/// A value that tells nothing of a person where it is printed by accident: by `print`, a log, `dump` or the debugger.
///
///     "\(phone)"          // "+7 ••••••••67"
///     dump(address)       // an address in KZ
///
/// A conforming type writes a `description` that gives nothing away; the rest follows from it. Such types are not `Codable`: what
/// is to be kept is sealed first (`SealedIdentity`).
public protocol PersonalData: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

// `dump`, the debugger and `String(reflecting:)` look for these, and would print the fields without them.
extension PersonalData {
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
