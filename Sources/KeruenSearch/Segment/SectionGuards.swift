internal import SearchShims

/// Which blocks of a file's sections, or of whole files, have been tested: each is when one of its bytes is first wanted.
@safe final class SectionGuards: Sendable {
    private let guards: [String: SectionGuard]
    nonisolated(unsafe) private let tested: UnsafeMutablePointer<UInt8>

    convenience init(_ bytes: SegmentBytes, _ sections: [String: SectionFile.Section]) {
        unsafe self.init(
            sections.map { name, section in
                let sums = section.checksums..<section.checksums + SectionFile.blocks(section.range.count) * 8
                return unsafe (name, bytes.buffer(section.range), bytes.buffer(sums))
            })
    }

    /// - Parameter parts: names, bytes, and a checksum of eight bytes for each of their blocks; whoever has them keeps them.
    init(_ parts: [(name: String, content: UnsafeRawBufferPointer, sums: UnsafeRawBufferPointer)]) {
        let blocks = unsafe parts.reduce(0) { unsafe $0 + SectionFile.blocks($1.content.count) }
        let tested = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, blocks))
        unsafe tested.initialize(repeating: 0, count: max(1, blocks))
        var guards: [String: SectionGuard] = [:]
        var first = 0
        for unsafe(name, content, sums) in unsafe parts {
            guards[name] = unsafe SectionGuard(
                name: name,
                raw: ksearch_guard(
                    bytes: content.assumingMemoryBound(to: UInt8.self).baseAddress, length: content.count,
                    checksums: sums.assumingMemoryBound(to: UInt8.self).baseAddress, tested: tested + first))
            first += SectionFile.blocks(content.count)
        }
        self.guards = guards
        unsafe self.tested = tested
    }

    deinit { unsafe tested.deallocate() }

    subscript(name: String) -> SectionGuard? { guards[name] }
}

/// A section's blocks; good as long as the file's `SectionGuards` are there.
@safe struct SectionGuard: @unchecked Sendable {
    let name: String
    let raw: ksearch_guard

    /// Tests what nobody has tested yet.
    var isSound: Bool { unsafe withUnsafePointer(to: raw) { unsafe ksearch_touch($0, 0, .max) } }

    /// Tests the blocks of a range that nobody has tested yet.
    func isSound(_ range: Range<Int>) -> Bool {
        unsafe withUnsafePointer(to: raw) { unsafe ksearch_touch($0, range.lowerBound, range.count) }
    }

    /// Tests all of it, once more where it was tested.
    func test() -> Bool { unsafe withUnsafePointer(to: raw) { unsafe ksearch_test($0) } }
}

/// What lies in some sections, which are tested when it is first asked for.
struct Guarded<Value: Sendable>: Sendable {
    let value: Value
    let sections: [SectionGuard]

    init(_ value: Value, in names: [String], of file: SectionFile) {
        self.value = value
        sections = names.compactMap { file.guards?[$0] }
    }
}
