internal import Keruen
internal import Mustache
internal import ShopSite

/// From values to HTML: each page is a dictionary for its template. Mustache escapes every value.
struct Pages: Sendable {
    let site: Site
    let templates: MustacheLibrary
    /// What addresses that leave the page begin with.
    let origin: String
    let files: PublicFiles

    func notFound(_ view: View) -> String {
        message(view.strings.errorTitle(), view.strings.errorText(), view)
    }

    func failed(_ error: TradeError, _ view: View) -> String {
        message(ReportLanguage(view.shop.language).sentence(error.diagnostic), "", view)
    }

    private func message(_ title: String, _ text: String, _ view: View) -> String {
        page(
            "message", view, title: title,
            ["heading": title, "text": text, "labels": ["home": view.strings.errorHome()]])
    }
}
