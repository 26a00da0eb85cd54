internal import Foundation
internal import HTTPTypes
internal import Keruen
internal import ShopSite

extension APIRoutes {
    /// Which markets there are and in which languages, with the address that everything of each begins with.
    func index(_ site: Site) -> KeptAnswer {
        var json = JSONWriter(capacity: 2_048)
        json.object { json in
            json.field("description", APIResource.description.rawValue)
            json.array("markets") { json in
                for market in site.catalog.markets { json.object { write(market, to: &$0) } }
            }
        }
        return KeptAnswer(String(decoding: json.bytes, as: UTF8.self), contentType: "application/json")
    }

    private func write(_ market: Market, to json: inout JSONWriter) {
        json.field("id", market.id)
        json.object("name") { json in
            for (language, name) in market.names.sorted(by: { $0.key < $1.key }) {
                json.field(language.description, name)
            }
        }
        json.array("countries") { json in for country in market.countries { json.value(country) } }
        json.field("currency", market.currency.code)
        json.field("timeZone", market.timeZone)
        json.array("languages") { json in
            for language in market.languages {
                json.object { json in
                    json.field("tag", language.description)
                    json.field("direction", language.isRightToLeft ? "rtl" : "ltr")
                    json.field("href", "/api/v1/\(market.id)/\(language)/")
                }
            }
        }
    }

    /// The OpenAPI file as it is.
    func descriptionAnswer() throws(Problem) -> KeptAnswer {
        guard let data = FileManager.default.contents(atPath: description) else { throw Problem(.notFound, .address) }
        return KeptAnswer(String(decoding: data, as: UTF8.self), contentType: "application/json", contentLanguage: "en")
    }
}
