internal import Foundation
internal import Synchronization

/// How far long work has come, on a terminal and only once it has lasted a second.
///
///     let bar = ProgressBar()
///     defer { bar.clear() }
///     bar.show(read, of: all)
final class ProgressBar: Sendable {
    private static let width = 30
    private static let pause: Duration = .milliseconds(100)
    private let isShown = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    func show(_ done: Int, of all: Int) {
        let now = ContinuousClock.now
        guard isShown, all > 0, now - start > .seconds(1) else { return }
        let isDue = last.withLock { last in
            guard last.map({ now - $0 >= Self.pause }) ?? true else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let share = min(1, Double(done) / Double(all))
        let full = Int(share * Double(Self.width))
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        let seconds = Double((now - start).components.seconds)
        let left = share > 0.02 ? Int(seconds / share - seconds) : nil
        let time = left.map { String(format: " %d:%02d", $0 / 60, $0 % 60) } ?? ""
        write("\r\u{1B}[K\(bar) \(Int(share * 100)) %\(time)")
    }

    /// Takes the bar away, so that a report begins on an empty line.
    func clear() {
        guard isShown, last.withLock({ $0 != nil }) else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
