internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import NIOCore
internal import ShopSite

extension BoardRoutes {
    /// The form for a file, and the imports before it.
    func importList(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let jobs = await imports.jobs
        return page(
            "board-imports", visit, title: words.importsHeading(),
            [
                "heading": words.importsHeading(), "about": words.importsAbout(),
                "replacing": folders.snapshots == nil ? words.importsSameName() : words.importsSameProduct(),
                "file": words.importsFile(), "upload": words.importsUpload(), "stop": words.importsStop(),
                "receiving": words.importsReceiving(), "broken": words.importsBroken(),
                "tooLarge": words.importsTooLarge(), "earlier": words.importsEarlier(),
                "limit": Self.largestImport, "started": words.importsStarted(), "stateLabel": words.importsState(),
                "fileLabel": words.importsFileName(),
                "jobs": jobs.map { job in
                    [
                        "name": "\(job.name).jsonl", "href": "/board/imports/\(job.id)",
                        "time": view.time(job.begun, withZone: true),
                        "state": stateName(job, view),
                    ]
                },
                "none": jobs.isEmpty ? [words.importsNone()] : [],
            ])
    }

    /// 256 MB of goods, and a little for the form around them.
    static let largestImport = 256 << 20

    /// Takes a file in: from the board's form, or as the body of a program's request.
    ///
    ///     curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/jsonl" --data-binary @feed.jsonl \
    ///       "https://shop.example/board/imports?name=feed.jsonl"
    func receiveImport(_ visit: BoardVisit) async throws -> Response {
        let (view, request) = (visit.view, visit.request)
        let size = request.headers[.contentLength].flatMap { Int($0) }
        guard size ?? 0 <= Self.largestImport + 65_536 else { throw tooLarge(view) }
        let incoming = IncomingFile(
            boundary: MultipartForm.boundary(of: request.headers[.contentType] ?? ""),
            name: visit.query("name") ?? "", limit: Self.largestImport)
        do {
            let job = try await receive(incoming, visit, size)
            if visit.request.wantsJSON {
                return Response(status: .accepted, headers: [.location: "/board/imports/\(job)"])
            }
            return seeOther("/board/imports/\(job)")
        } catch let refusal as BoardRefusal {
            incoming.remove()
            throw refusal
        } catch {
            incoming.remove()
            throw BoardRefusal(
                .badRequest, view.strings.errorFailed(), view.strings.importsBroken(), back: "/board/imports")
        }
    }

    /// - Returns: the job's id, whose file is being checked now.
    private func receive(_ incoming: IncomingFile, _ visit: BoardVisit, _ size: Int?) async throws -> String {
        let words = visit.view.strings
        // A form has its token before its file; the body of a request has none, and only programs send one.
        if incoming.form == nil, case .session = visit.pass { throw BoardRefusal.stale(visit.view) }
        var job: ImportJob?
        do {
            for try await buffer in visit.request.body {
                try incoming.take(buffer.readableBytesView)
                if job == nil, incoming.isOpen {
                    if incoming.form != nil { try check(incoming.token, of: visit) }
                    job = await imports.begin(incoming.name, size: size)
                    guard job != nil else {
                        throw BoardRefusal(.conflict, words.errorFailed(), words.importsBusy(), back: "/board/imports")
                    }
                }
                guard incoming.count <= Self.largestImport else { throw tooLarge(visit.view) }
                job?.progress.set(incoming.count, of: size ?? 0)
                if job?.progress.isCancelled == true { break }
            }
            guard let job, job.progress.isCancelled || incoming.isComplete, incoming.count > 0 else {
                if incoming.form?.isComplete ?? true { try check(incoming.token, of: visit) }
                throw BoardRefusal(
                    .unprocessableContent, words.errorFailed(),
                    incoming.form?.isComplete == false ? words.importsBroken() : words.importsEmpty(),
                    back: "/board/imports")
            }
            try incoming.close()
            await imports.work(on: job.id, file: incoming.place)
            return job.id
        } catch {
            // Also where the browser has gone away in the middle.
            if let job { await imports.cancel(job.id) }
            throw error
        }
    }

    private func tooLarge(_ view: BoardView) -> BoardRefusal {
        BoardRefusal(
            .contentTooLarge, view.strings.errorFailed(), view.strings.importsTooLarge(), back: "/board/imports")
    }

    func cancelImport(_ visit: BoardVisit) async throws -> Response {
        _ = try await form([String: String].self, of: visit)
        guard let id = visit.context.parameters.get("id"), let job = await imports.job(id) else {
            throw HTTPError(.notFound)
        }
        await imports.cancel(job.id)
        return seeOther("/board/imports/\(job.id)")
    }

    // MARK: One import

    /// As JSON for programs and the page's script, as a page for people: it loads itself anew until the import is over.
    func importJob(_ visit: BoardVisit) async throws -> Response {
        guard let id = visit.context.parameters.get("id"), let job = await imports.job(id) else {
            throw HTTPError(.notFound)
        }
        let (view, words) = (visit.view, visit.view.strings)
        if visit.request.wantsJSON {
            return Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: ImportStatus(job: job, reader: view.reader).json)))
        }
        let share = job.progress.share
        var content: [String: Any] = [
            "heading": words.importsJob(name: "\(job.name).jsonl"), "state": stateName(job, view),
            "stateCode": job.stateName, "action": "/board/imports/\(job.id)/cancel", "stop": words.importsStop(),
            "done": share.done, "all": max(1, share.all), "token": token(of: visit), "whyLabel": words.findingsWhy(),
            "back": words.navImports(),
        ]
        if !job.isOver { content["running"] = true }
        switch job.state {
        case .published(let products, _): content["outcome"] = words.importsOutcome(count: products)
        case .failed(let diagnostics): content["faults"] = diagnostics.map(view.reader.sentence)
        case .receiving, .checking, .publishing, .refused, .cancelled: break
        }
        if let validation = job.validation {
            let isElsewhere = validation.findings.contains {
                $0.severity == .error && $0.position?.file != "\(job.name).jsonl"
            }
            if isElsewhere, case .refused = job.state { content["elsewhere"] = words.importsElsewhere() }
            content["products"] = words.findingsProducts(count: validation.products)
            content["groups"] = FindingGroups(validation.findings.prefix(200), job.lines, view: view).values
            let more = validation.leftOut + max(0, validation.findings.count - 200)
            if more > 0 { content["leftOut"] = words.importsLeftOut(count: more) }
        }
        return page("board-import", visit, title: words.importsJob(name: job.name), content)
    }

    func stateName(_ job: ImportJob, _ view: BoardView) -> String { view.name("imports", job.stateName) }
}

/// An import as programs read it.
struct ImportStatus {
    let job: ImportJob
    let reader: ReportLanguage

    var json: [UInt8] {
        var json = JSONWriter()
        let share = job.progress.share
        json.object { json in
            json.field("id", job.id)
            json.field("name", "\(job.name).jsonl")
            json.field("state", job.stateName)
            json.field("isOver", job.isOver)
            json.field("done", share.done)
            json.field("all", share.all)
            if let validation = job.validation {
                json.field("products", validation.products)
                json.field("errors", validation.errors)
                json.field("warnings", validation.warnings)
                json.field("notes", validation.notes)
            }
            let findings =
                if case .failed(let diagnostics) = job.state { diagnostics } else { job.validation?.findings ?? [] }
            json.array("findings") { json in
                for finding in findings {
                    json.object { json in
                        json.field("code", finding.code.rawValue)
                        json.field("severity", finding.severity.rawValue)
                        json.field("sentence", reader.sentence(finding))
                        guard let place = finding.position else { return }
                        json.field("file", place.file)
                        json.field("line", place.line)
                        json.field("column", place.column)
                    }
                }
            }
        }
        return json.bytes
    }
}
