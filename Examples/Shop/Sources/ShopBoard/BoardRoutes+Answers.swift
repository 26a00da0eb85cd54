internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import Mustache
internal import NIOCore
internal import ShopSite

extension BoardRoutes {
    /// Lets in who may come in, and says every refusal in their language.
    func answer(
        _ request: Request, _ context: ShopContext, _ body: @Sendable (BoardVisit) async throws -> Response
    ) async throws -> Response {
        guard services.tokens.hasBoard else { throw HTTPError(.notFound) }
        let view = try BoardView(request, services)
        let pass: BoardPass
        switch door.pass(of: request, context) {
        case .open(let found): pass = found
        case .tooMany: return tooMany(view)
        case .closed: return closed(request, view)
        }
        let visit = BoardVisit(request: request, context: context, view: view, pass: pass)
        do {
            return remembering(view, request, try await body(visit))
        } catch let error as BoardRefusal {
            return message(visit, error)
        } catch let error as TradeError {
            return message(visit, BoardRefusal(error, in: view))
        } catch let error as HTTPError where error.status == .notFound {
            let words = view.strings
            return message(
                visit, BoardRefusal(.notFound, words.errorMissing(), words.errorMissingText(), back: "/board"))
        }
    }

    /// A page of the board: its template with the frame around it.
    func page(
        _ template: String, _ visit: BoardVisit, title: String, status: HTTPResponse.Status = .ok,
        _ content: [String: Any]
    ) -> Response {
        html(template, visit.view, title: title, token: token(of: visit), status: status, content)
    }

    /// What the visit's forms prove themselves with; requests with the token itself have no forms.
    func token(of visit: BoardVisit) -> String {
        if case .session(let session) = visit.pass { services.tokens.form(of: session) } else { "" }
    }

    func html(
        _ template: String, _ view: BoardView, title: String, token: String?, status: HTTPResponse.Status,
        _ content: [String: Any]
    ) -> Response {
        let frame = BoardFrame(view: view, token: token).values(title: title)
        let body = templates.render(frame.merging(content) { $1 }, withTemplate: template) ?? ""
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: view.language.description,
                // What stands here is for one person's eyes, and of this moment.
                .cacheControl: "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(string: body)))
    }

    func message(_ visit: BoardVisit, _ refusal: BoardRefusal) -> Response {
        let back = refusal.back ?? visit.request.uri.path
        return page(
            "board-message", visit, title: refusal.heading, status: refusal.status,
            [
                "heading": refusal.heading, "text": refusal.text, "back": back,
                "backLabel": visit.view.strings.errorBack(),
            ])
    }

    /// 303: after a form, so that reloading does not send it again.
    func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
    }

    func asset(_ name: String, type: String) throws -> Response {
        guard services.tokens.hasBoard, let data = FileManager.default.contents(atPath: "\(folders.assets)/\(name)")
        else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=3600"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// Who comes without a session is shown the door; programs are told in the status alone.
    private func closed(_ request: Request, _ view: BoardView) -> Response {
        if request.headers[.authorization] != nil || request.wantsJSON {
            return Response(
                status: .unauthorized, headers: [.wwwAuthenticate: "Bearer realm=\"board\"", .cacheControl: "no-store"])
        }
        guard request.method == .get || request.method == .head else {
            return loginPage(request, view, fault: view.strings.loginNeeded(), status: .unauthorized)
        }
        let path = request.uri.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/board"
        return seeOther("/board/login?next=\(path)")
    }

    /// Keeps a language that the address asked for.
    func remembering(_ view: BoardView, _ request: Request, _ response: Response) -> Response {
        guard request.uri.queryParameters["lang"] != nil else { return response }
        var response = response
        response.setCookie(
            Cookie(
                name: BoardView.cookie, value: view.language.description, maxAge: 365 * 86_400, path: "/board",
                secure: services.isSecure, httpOnly: true, sameSite: .lax))
        return response
    }
}

/// One request of somebody who may be here.
struct BoardVisit: Sendable {
    let request: Request
    let context: ShopContext
    let view: BoardView
    let pass: BoardPass

    func query(_ name: String) -> String? {
        request.uri.queryParameters[name[...]].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
    }

    var page: Int { max(1, query("page").flatMap { Int($0) } ?? 1) }
}

/// Thrown where something can't be done; shown as a page.
struct BoardRefusal: Error {
    var status: HTTPResponse.Status
    var heading: String
    var text: String
    var back: String?

    init(_ status: HTTPResponse.Status, _ heading: String, _ text: String, back: String? = nil) {
        (self.status, self.heading, self.text, self.back) = (status, heading, text, back)
    }

    init(_ error: TradeError, in view: BoardView, back: String? = nil) {
        let isStore = error.isOutage || [.storeFailed, .storeTooNew].contains(error.code)
        self.init(
            error.code == .unknownOrder ? .notFound : isStore ? .serviceUnavailable : .conflict,
            view.strings.errorFailed(), view.reader.sentence(error.diagnostic), back: back)
    }

    static func stale(_ view: BoardView) -> BoardRefusal {
        BoardRefusal(.forbidden, view.strings.errorStale(), view.strings.errorStaleText())
    }
}

extension Request {
    var wantsJSON: Bool { headers[.accept]?.hasPrefix("application/json") == true }
}
