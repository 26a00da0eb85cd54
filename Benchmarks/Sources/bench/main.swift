import Foundation

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "text": try TextBenchmarks.run(only: arguments.dropFirst().first)
case "messages": try MessageBenchmarks.run(only: arguments.dropFirst().first)
case "open": try OpenBenchmarks.run(Array(arguments.dropFirst()))
case "load": try LoadBenchmarks.run(Array(arguments.dropFirst()))
case "search": try SearchBenchmarks.run(Array(arguments.dropFirst()))
case "search-scores": try SearchBenchmarks.printScores(Array(arguments.dropFirst()))
case "orders": try await OrderBenchmarks.run(Array(arguments.dropFirst()))
case "orders-postgres": try await PostgresBenchmarks.run(Array(arguments.dropFirst()))
default:
    FileHandle.standardError.write(
        Data(
            "usage: ./Scripts/bench text [transliteration|compare|sort|threads] | messages [format|load] | orders\n"
                .utf8))
    exit(3)
}
