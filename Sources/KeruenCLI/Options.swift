internal import ArgumentParser
internal import Foundation
internal import Keruen

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// `--language`, for every command that speaks.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language of reports: en, ru, kk, zh-Hans, kk-Latn, kk-Arab or zh-Hant; by LANG when left out.")
    var language: String?

    private var wanted: LanguageTag? { language.flatMap { try? LanguageTag($0) } }

    func validate() throws {
        guard language == nil || ReportLanguage.spoken.contains(where: { wanted?.readsLike($0) == true }) else {
            throw ValidationError(
                "--language wants one of \(ReportLanguage.spoken.map(\.description).joined(separator: ", "))")
        }
    }

    func report() -> ReportLanguage {
        if let wanted { return ReportLanguage(wanted) }
        return ReportLanguage(environment: ProcessInfo.processInfo.environment)
    }
}

/// `--catalog`, for every command that sells.
struct CatalogOption: ParsableArguments {
    @Option(help: "The catalogue's folder.")
    var catalog = "Catalog"

    func load(_ language: ReportLanguage) throws -> Catalog {
        do { return try Catalog.load(folder: URL(filePath: catalog)) } catch { throw Failure(error, in: language) }
    }

    /// What banks published, where the catalogue has a folder of it.
    func rates(_ language: ReportLanguage) throws -> RateTable {
        let folder = URL(filePath: catalog).appending(path: "rates")
        guard FileManager.default.fileExists(atPath: folder.path) else { return RateTable() }
        do { return try RateTable.load(folder: folder) } catch { throw Failure(error, in: language) }
    }
}

extension LanguageTag {
    /// - Throws: `Failure` with exit code 3.
    static func parse(_ text: String, _ language: ReportLanguage) throws -> LanguageTag {
        do { return try LanguageTag(text) } catch { throw Failure(error, in: language) }
    }
}

extension LanguageTag {
    /// - Throws: `Failure` with exit code 3, for a language without any data too.
    static func parseKnown(_ text: String, _ language: ReportLanguage) throws -> LanguageTag {
        let tag = try parse(text, language)
        guard DecimalFormatter.hasFormats(of: tag) else {
            throw Failure(.usage, [Diagnostic("TXT0108", .error, at: nil, ["tag": .text(text)])], in: language)
        }
        return tag
    }
}

extension Failure {
    /// A text error as usage: someone asked for what does not exist.
    init(_ error: TextError, in language: ReportLanguage) {
        let code: Diagnostic.Code =
            switch error.code {
            case .malformedTag: "TXT0101"
            case .unsupportedScript: "TXT0103"
            case .unsupportedCollation: "TXT0104"
            case .missingData: "TXT0105"
            case .textTooLong: "TXT0106"
            case .unsupportedFormat: "TXT0107"
            default: "TXT0102"
            }
        self.init(
            code == "TXT0106" ? .unreadable : .usage,
            [Diagnostic(code, .error, at: nil, ["tag": .text(error.subject)])], in: language)
    }
}

extension Catalog {
    func market(_ id: String, _ language: ReportLanguage) throws -> Market {
        guard let market = market(id) else {
            let known = markets.map(\.id).joined(separator: ", ")
            throw Failure(
                .usage, [Diagnostic(.unknownMarket, .error, at: nil, ["market": .text(id), "known": .text(known)])],
                in: language)
        }
        return market
    }
}

extension Market {
    /// The language asked for, or the market's own.
    func language(_ name: String?, _ report: ReportLanguage) throws -> LanguageTag {
        guard let name else { return languages.first ?? .en }
        guard let tag = language(named: try LanguageTag.parse(name, report).description) else {
            let known = languages.map(\.description).joined(separator: ", ")
            let arguments: [String: Diagnostic.Argument] = [
                "market": .text(id), "language": .text(name), "known": .text(known),
            ]
            throw Failure(.usage, [Diagnostic("CLI0102", .error, at: nil, arguments)], in: report)
        }
        return tag
    }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// One of the library's choices as it is typed.
    init(choice text: String, of option: String) throws {
        guard let choice = Self(rawValue: text) else {
            throw ValidationError("\(option) wants one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self = choice
    }
}
