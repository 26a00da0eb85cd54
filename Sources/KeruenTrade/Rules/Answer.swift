/// Whether something holds, as far as the catalogue says.
///
///     let isLong: Answer = blade.tipAngle.map { $0 < 60 ? .yes : .no } ?? .unknown(["handicraft.blade.tipAngle"])
///
/// Kleene's logic: what is unknown stays unknown unless the rest decides without it.
public enum Answer: Hashable, Sendable {
    case yes, no
    /// Nobody can tell until these fields are filled in.
    case unknown(Set<String>)

    public init(_ holds: Bool) { self = holds ? .yes : .no }

    public static prefix func ! (answer: Answer) -> Answer {
        switch answer {
        case .yes: .no
        case .no: .yes
        case .unknown: answer
        }
    }

    /// Yes where all are, no where one is not.
    static func all(_ answers: some Sequence<Answer>) -> Answer {
        var missing: Set<String> = []
        for answer in answers {
            switch answer {
            case .yes: continue
            case .no: return .no
            case .unknown(let fields): missing.formUnion(fields)
            }
        }
        return missing.isEmpty ? .yes : .unknown(missing)
    }

    /// Yes where one is, no where none is.
    static func any(_ answers: some Sequence<Answer>) -> Answer { !all(answers.map { !$0 }) }
}
