internal import Foundation
internal import Keruen

/// The lines of standard input, for the filters; a newline at the very end opens no further line.
func standardInputLines() -> [Data] {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// Writes lines to standard output, each ended by a newline, in one go.
func write(lines: [Data], _ report: ReportLanguage) throws {
    var output = Data(capacity: lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
        output += line
        output.append(UInt8(ascii: "\n"))
    }
    try write(output, report)
}
