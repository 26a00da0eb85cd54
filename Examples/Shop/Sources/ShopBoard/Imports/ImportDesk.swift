internal import Foundation
internal import Keruen
internal import ShopSite

/// Imports, one at a time: takes a file in, has it checked, and puts it on the shelves if there is nothing wrong with it.
actor ImportDesk {
    /// Of earlier ones so many are remembered.
    private static let kept = 20
    /// Findings of one import that are kept for its page.
    static let findings = 1_000

    private let services: Services
    private let folders: BoardRoutes.Folders
    private let isServable: @Sendable (Site) -> Bool
    /// The newest first.
    private(set) var jobs: [ImportJob] = []

    init(services: Services, folders: BoardRoutes.Folders, isServable: @escaping @Sendable (Site) -> Bool) {
        (self.services, self.folders, self.isServable) = (services, folders, isServable)
    }

    func job(_ id: String) -> ImportJob? { jobs.first { $0.id == id } }

    /// - Returns: nil while another one is running.
    func begin(_ name: String, size: Int?) -> ImportJob? {
        guard jobs.allSatisfy(\.isOver) else { return nil }
        let job = ImportJob(id: Tokens.visit(), name: Self.name(from: name), begun: services.now(), size: size)
        jobs = [job] + jobs.prefix(Self.kept - 1)
        return job
    }

    /// Stops it wherever it is, but for the moment in which it goes on sale: that is done or not done.
    func cancel(_ id: String) {
        guard let job = job(id), !job.isOver, job.stateName != "publishing" else { return }
        job.progress.cancel()
        set(.cancelled, of: id)
    }

    func fail(_ id: String, _ diagnostics: [Diagnostic]) { set(.failed(diagnostics), of: id) }

    /// Checks what has come and publishes it, while its page is told how far it is. Takes the file away in the end.
    func work(on id: String, file: URL) {
        guard let job = job(id), !job.isOver else {
            try? FileManager.default.removeItem(at: file)
            return
        }
        set(.checking, of: id)
        Task {
            await run(job, file)
            try? FileManager.default.removeItem(at: file)
        }
    }

    private func run(_ job: ImportJob, _ file: URL) async {
        let shelf = ImportShelf(folders: folders, name: job.name)
        let progress = job.progress
        let checked = await Blocking.run { () -> Result<ImportShelf.Checked, Refusal> in
            do throws(Refusal) { return .success(try shelf.check(file) { progress.set($0, of: $1) }) } catch {
                return .failure(error)
            }
        }
        guard self.job(job.id)?.isOver == false else { return }
        switch checked {
        case .failure(let refusal): set(.failed(refusal.diagnostics), of: job.id)
        case .success(let checked):
            var validation = checked.validation
            validation.limit(to: Self.findings)
            if let place = jobs.firstIndex(where: { $0.id == job.id }) { jobs[place].lines = checked.lines }
            guard checked.isSound else { return set(.refused(validation), of: job.id) }
            set(.publishing, of: job.id)
            await publish(job, file, shelf, validation)
        }
    }

    private func publish(_ job: ImportJob, _ file: URL, _ shelf: ImportShelf, _ validation: Validation) async {
        let (live, isServable) = (services.live, isServable)
        let published = await Blocking.run { () -> Result<ImportShelf.Published, Refusal> in
            do throws(Refusal) { return .success(try shelf.publish(file, live, where: isServable)) } catch {
                return .failure(error)
            }
        }
        switch published {
        case .failure(let refusal): set(.failed(refusal.diagnostics), of: job.id)
        case .success(let published):
            do throws(TradeError) {
                try await services.store.openStock(of: published.opening)
                set(.published(products: validation.products, validation), of: job.id)
            } catch { set(.failed([error.diagnostic]), of: job.id) }
        }
    }

    private func set(_ state: ImportJob.State, of id: String) {
        guard let place = jobs.firstIndex(where: { $0.id == id }), !jobs[place].isOver else { return }
        jobs[place].state = state
    }

    /// A file's name in the catalogue: small Latin letters, whatever the script that it was named in. 新品.jsonl is `xinpin`.
    static func name(from file: String) -> String {
        let base = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let stem =
            [".jsonl", ".ndjson", ".json", ".txt"].first(where: base.lowercased().hasSuffix)
            .map { String(base.dropLast($0.count)) } ?? base
        let language: LanguageTag = stem.unicodeScalars.contains { $0.properties.isIdeographic } ? .zhHans : .kk
        return (try? Slugger(language, limit: 60).slug(stem.isEmpty ? "import" : stem)) ?? "import"
    }
}
