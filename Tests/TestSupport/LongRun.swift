internal import Foundation

/// Whether the tests run in full sizes, as `./Scripts/test --long` asks.
public enum LongRun {
    public static let isOn = ProcessInfo.processInfo.environment["KERUEN_LONG"] != nil

    /// Every so many-th item is looked at; every one in a long run.
    public static func step(_ short: Int) -> Int { isOn ? 1 : short }
}
