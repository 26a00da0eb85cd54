internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    private static let visit = "board-visit"

    private struct LoginForm: Decodable {
        var token: String?
        var board: String?
        var next: String?
    }

    func showLogin(_ request: Request, _ context: ShopContext) throws -> Response {
        guard services.tokens.hasBoard else { throw HTTPError(.notFound) }
        let view = try BoardView(request, services)
        if case .open = door.pass(of: request, context) { return seeOther("/board") }
        return remembering(view, request, loginPage(request, view))
    }

    func login(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard services.tokens.hasBoard else { throw HTTPError(.notFound) }
        let view = try BoardView(request, services)
        let form = try? await request.boardForm(LoginForm.self)
        guard let visit = request.cookies[Self.visit]?.value, let form,
            services.tokens.isForm(form.token ?? "", of: visit)
        else { return loginPage(request, view, fault: view.strings.errorStale(), status: .forbidden) }
        let next = form.next ?? ""
        switch door.judge(form.board ?? "", from: context) {
        case .tooMany: return tooMany(view, next: next)
        case .wrong:
            return loginPage(request, view, next: next, fault: view.strings.loginWrong(), status: .forbidden)
        case .right: break
        }
        guard let session = door.session() else { throw HTTPError(.notFound) }
        // Only within the board, so that nobody is led away by a prepared address.
        let isInside = next == "/board" || next.hasPrefix("/board/") && !next.contains("\\") && !next.contains("\n")
        var response = seeOther(isInside ? next : "/board")
        response.setCookie(door.cookie(session))
        return response
    }

    func logout(_ visit: BoardVisit) async throws -> Response {
        _ = try await form([String: String].self, of: visit)
        if case .session(let session) = visit.pass { door.end(session) }
        var response = seeOther("/board/login")
        response.setCookie(door.cookie("", lasting: 0))
        return response
    }

    func loginPage(
        _ request: Request, _ view: BoardView, next: String? = nil, fault: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let visit = request.cookies[Self.visit]?.value ?? Tokens.visit()
        let words = view.strings
        var content: [String: Any] = [
            "heading": words.loginHeading(), "hint": words.loginHint(), "label": words.loginToken(),
            "button": words.loginButton(), "formToken": services.tokens.form(of: visit),
            "next": next ?? request.uri.queryParameters["next"].map(String.init) ?? "/board",
        ]
        if let fault { content["fault"] = fault }
        var response = html(
            "board-login", view, title: words.loginHeading(), token: nil, status: status, content)
        response.setCookie(
            Cookie(
                name: Self.visit, value: visit, path: "/board", secure: services.isSecure, httpOnly: true,
                sameSite: .strict))
        return response
    }

    func tooMany(_ view: BoardView, next: String = "/board") -> Response {
        let visit = Tokens.visit()
        let words = view.strings
        var response = html(
            "board-login", view, title: words.loginHeading(), token: nil, status: .tooManyRequests,
            [
                "heading": words.loginHeading(), "hint": words.loginHint(), "label": words.loginToken(),
                "button": words.loginButton(), "formToken": services.tokens.form(of: visit), "next": next,
                "fault": words.loginTooMany(),
            ])
        response.headers[.retryAfter] = "60"
        response.setCookie(
            Cookie(
                name: Self.visit, value: visit, path: "/board", secure: services.isSecure, httpOnly: true,
                sameSite: .strict))
        return response
    }

    /// A posted form whose `token` is of this login; a program's needs none.
    /// - Throws: `BoardRefusal` for a form of another login, or of none.
    func form<T: Decodable>(_ type: T.Type, of visit: BoardVisit) async throws -> T {
        guard let text = try? await visit.request.boardText(),
            let fields = try? URLEncodedFormDecoder().decode([String: String].self, from: text)
        else { throw BoardRefusal.stale(visit.view) }
        try check(fields["token"] ?? "", of: visit)
        guard let form = try? URLEncodedFormDecoder().decode(type, from: text) else {
            throw BoardRefusal.stale(visit.view)
        }
        return form
    }

    func check(_ token: String, of visit: BoardVisit) throws {
        guard case .session(let session) = visit.pass else { return }
        guard services.tokens.isForm(token, of: session) else { throw BoardRefusal.stale(visit.view) }
    }
}

extension Request {
    /// A posted form of at most 64 kB.
    fileprivate func boardForm<T: Decodable>(_ type: T.Type) async throws -> T {
        try await URLEncodedFormDecoder().decode(type, from: boardText())
    }

    fileprivate func boardText() async throws -> String { String(buffer: try await body.collect(upTo: 65_536)) }
}
