public import Foundation

extension RateTable {
    /// Reads every bank's file of a folder, told by the name it begins with: `nbk-`, `cbr-` or `pboc-`.
    ///
    ///     let rates = try RateTable.load(folder: catalog.appending(path: "rates"))
    ///
    /// Files of other names are passed over.
    /// - Throws: `Refusal` with what is wrong in all files, in the order of their names; `unreadableFile` for a folder that
    ///   can't be listed.
    public static func load(folder: URL) throws(Refusal) -> RateTable {
        let files: [URL]
        do {
            files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: folder.relativePath)))
        }
        var (table, findings) = (RateTable(), [Diagnostic]())
        for file in files.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
            guard let bank = RateBank(fileName: file.lastPathComponent) else { continue }
            do throws(Refusal) {
                let name = "\(folder.lastPathComponent)/\(file.lastPathComponent)"
                for rate in try read(file, of: bank, as: name).rates { table.add(rate) }
            } catch { findings += error.diagnostics }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return table
    }

    private static func read(_ file: URL, of bank: RateBank, as name: String) throws(Refusal) -> RateTable {
        let data: Data
        do { data = try Data(contentsOf: file) } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: name)))
        }
        return try RateTable(data, of: bank, as: name)
    }

    /// Reads a day's rates as one of the banks hands them out.
    /// - Parameter name: how diagnostics call the file.
    /// - Throws: `Refusal` as the bank's own reader does.
    public init(_ data: Data, of bank: RateBank, as name: String) throws(Refusal) {
        switch bank {
        case .nationalBankOfKazakhstan: try self.init(nationalBankOfKazakhstan: data, as: name)
        case .bankOfRussia: try self.init(bankOfRussia: data, as: name)
        case .peoplesBankOfChina: try self.init(pboc: data, as: name)
        }
    }
}
