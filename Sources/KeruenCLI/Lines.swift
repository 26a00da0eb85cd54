internal import Foundation
internal import Keruen

/// The lines of standard input, for the filters; a newline at the very end opens no further line.
func standardInputLines() -> [ArraySlice<UInt8>] {
    // An array, because Data hands out its bytes one call at a time: splitting it took as long as sorting the lines.
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// Writes lines to standard output, each ended by a newline, in one go.
func write(lines: [some Collection<UInt8>], _ report: ReportLanguage) throws {
    var output = Data(capacity: lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
        output.append(contentsOf: line)
        output.append(UInt8(ascii: "\n"))
    }
    try write(output, report)
}
