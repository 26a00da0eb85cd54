/// Data could not be used; the diagnostics say why, the worst first.
///
///     do { try Catalog.load(folder) } catch { print(error.diagnostics.count) }
public struct Refusal: Error, Hashable, Sendable {
    public var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
