/// A person's number that shows only its end: in logs, in error messages, in a debugger's dump.
///
///     let number = INN("500100732259")
///     "\(number!)"            // •••• •••• 2259
///     number!.digits          // the whole, for the document that needs it
///
/// Whoever writes the whole has to ask for it by name, so that a search for `.digits` finds every place that does.
public protocol MaskedNumber: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// All of it, without spaces.
    var digits: String { get }
    /// How many characters stand together where people write it.
    static var groups: [Int] { get }
}

extension MaskedNumber {
    /// Dots, and the last four characters.
    public var description: String {
        let count = digits.count
        var (place, groups) = (0, [String]())
        for size in Self.groups where place < count {
            let group = digits.dropFirst(place).prefix(size).enumerated().map { offset, character in
                place + offset < count - 4 ? "•" : character
            }
            groups.append(String(group))
            place += size
        }
        return groups.joined(separator: " ")
    }

    public var debugDescription: String { "\(Self.self)(\(description))" }

    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
