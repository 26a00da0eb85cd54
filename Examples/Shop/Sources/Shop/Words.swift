internal import Foundation
internal import Keruen

/// The server's own words.
struct Words: Sendable {
    let strings: StringTables
    let language: LanguageTag

    init(strings: StringTables, language: LanguageTag) { (self.strings, self.language) = (strings, language) }

    /// For what goes wrong before there is a site; without the folder it has nothing to say.
    init(_ folder: String, language: LanguageTag) {
        let strings = try? StringTables.load(folder: URL(filePath: folder), as: folder).converted()
        self.init(strings: strings ?? StringTables(), language: language)
    }

    func text(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        strings.text("shop.\(key)", arguments, along: [language, .en])?.value ?? ""
    }
}

/// An end with one clear line a fault instead of a stack trace.
struct Ending: Error {
    var lines: [String]

    init(_ lines: [String]) { self.lines = lines }
}
