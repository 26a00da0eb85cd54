internal import HTTPTypes
internal import Hummingbird
internal import ShopSite

extension Router where Context == ShopContext {
    /// Has each address refuse the verb that it has no answer to with 405 and those that it takes; call it when all addresses are there.
    ///
    /// Left to itself the router says that there is no such address.
    func refuseOtherVerbs() {
        let known = Dictionary(grouping: routes, by: \.path.description)
        for routes in known.values {
            let verbs = Set(routes.map(\.method))
            let allowed = (verbs.contains(.get) ? ["GET", "HEAD"] : []) + (verbs.contains(.post) ? ["POST"] : [])
            let refusal = RequestRefusal(.method, allowing: (allowed + ["OPTIONS"]).joined(separator: ", "))
            for verb in [HTTPRequest.Method.get, .post] where !verbs.contains(verb) {
                on(routes[0].path, method: verb) { _, _ -> Response in throw refusal }
            }
        }
    }
}
