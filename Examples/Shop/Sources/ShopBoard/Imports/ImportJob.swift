internal import Foundation
internal import Keruen
internal import Synchronization

/// One import on its way from a file to the shelves.
struct ImportJob: Sendable {
    let id: String
    /// The name that the catalogue will know its file by, without `.jsonl`.
    let name: String
    let begun: Date
    /// What the browser says that it sends, form and all; nil where it says nothing.
    let size: Int?
    let progress = ImportProgress()
    var state = State.receiving
    /// Of its file, where findings are.
    var lines: [SourcePosition: MarkedLine] = [:]

    enum State: Sendable {
        case receiving, checking, publishing
        case published(products: Int, Validation)
        /// Errors in the file, or in the catalogue as it would be with it.
        case refused(Validation)
        case failed([Diagnostic])
        case cancelled
    }

    var isOver: Bool {
        switch state {
        case .receiving, .checking, .publishing: false
        case .published, .refused, .failed, .cancelled: true
        }
    }

    /// Stable: programs read it.
    var stateName: String {
        switch state {
        case .receiving: "receiving"
        case .checking: "checking"
        case .publishing: "publishing"
        case .published: "published"
        case .refused: "refused"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }

    var validation: Validation? {
        switch state {
        case .published(_, let validation), .refused(let validation): validation
        case .receiving, .checking, .publishing, .failed, .cancelled: nil
        }
    }
}

/// How far an import is; told by the thread that works, read by those that show it.
final class ImportProgress: Sendable {
    private let state = Mutex((done: 0, all: 0, isCancelled: false))

    var share: (done: Int, all: Int) { state.withLock { ($0.done, $0.all) } }
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func set(_ done: Int, of all: Int) { state.withLock { ($0.done, $0.all) = (done, all) } }
    func cancel() { state.withLock { $0.isCancelled = true } }
}
