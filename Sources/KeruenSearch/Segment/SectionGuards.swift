internal import SearchShims

/// Which blocks of a file's sections have been tested: each is when one of its bytes is first wanted.
@safe final class SectionGuards: Sendable {
    private let guards: [String: SectionGuard]
    nonisolated(unsafe) private let tested: UnsafeMutablePointer<UInt8>

    init(_ bytes: SegmentBytes, _ sections: [String: SectionFile.Section]) {
        let blocks = sections.values.reduce(0) { $0 + SectionFile.blocks($1.range.count) }
        let tested = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, blocks))
        unsafe tested.initialize(repeating: 0, count: max(1, blocks))
        var guards: [String: SectionGuard] = [:]
        var first = 0
        for (name, section) in sections {
            let count = SectionFile.blocks(section.range.count)
            let content = unsafe bytes.buffer(section.range).assumingMemoryBound(to: UInt8.self)
            let sums = section.checksums..<section.checksums + count * 8
            guards[name] = unsafe SectionGuard(
                name: name,
                raw: ksearch_guard(
                    bytes: content.baseAddress, length: content.count,
                    checksums: bytes.buffer(sums).assumingMemoryBound(to: UInt8.self).baseAddress,
                    tested: tested + first))
            first += count
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
