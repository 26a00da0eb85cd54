internal import ArgumentParser
internal import Keruen
internal import KeruenCustoms

/// `--positive-list`: what retail may bring into China.
struct PositiveListOption: ParsableArguments {
    @Option(help: "China's whole positive list, in the place of the sample here.")
    var positiveList: String?

    func list(_ report: ReportLanguage) throws -> PositiveList {
        guard let file = positiveList else { return .sample }
        let text = String(decoding: try read(file, report), as: UTF8.self)
        do throws(Refusal) { return try PositiveList(text, file: file, isComplete: true) } catch {
            throw Failure(error, in: report)
        }
    }
}
