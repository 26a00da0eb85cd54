import Foundation
import KeruenSearch
import TestSupport
import Testing

@Suite("Pseudolocales")
struct PseudolocaleTests {
    private func written(_ source: String, _ pseudolocale: Pseudolocale) throws -> String {
        let message = try Message(source)
        let result = pseudolocale.message(message)
        #expect(result.argumentNames == message.argumentNames)
        // What is written can be read again as the same.
        #expect(try Message(result.description).description == result.description)
        return result.description
    }

    @Test(
        "accented: letters wear marks; placeholders, markup and Chinese stay",
        arguments: [
            ("Hello", "⟦Ĥéļļö⟧"), ("Add {$count} to cart", "⟦Åďď {$count} ţö çåŕţ⟧"),
            ("{#b}Cart{/b}", "⟦{#b}Çåŕţ{/b}⟧"),
            ("Корзина {$name :string}", "⟦Ќӧрӟӣнӑ {$name :string}⟧"), ("购物车", "⟦购物车⟧"), (#"a \{b\}"#, #"⟦å \{ƀ\}⟧"#),
            ("{$only}", "⟦{$only}⟧"), ("{{.cart}}", "⟦.çåŕţ⟧"),
        ])
    func accented(source: String, expected: String) throws {
        #expect(try written(source, .accented) == expected)
    }

    @Test(
        "accented: as long as before, and composed",
        arguments: [
            "The quick brown fox jumps over the lazy dog, THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG",
            "Съешь ещё этих мягких французских булок, да выпей же чаю", "Әй, өзің қандай жігітсің, үйге һәм ұшаққа кел",
        ])
    func length(text: String) throws {
        let result = try written(text, .accented)
        #expect(result.count == text.count + 2)
        // By code points, for equal strings may be composed differently.
        #expect(result.unicodeScalars.elementsEqual(result.precomposedStringWithCanonicalMapping.unicodeScalars))
        // Every word has changed.
        #expect(zip(text.split(separator: " "), result.split(separator: " ")).allSatisfy { $0 != $1 })
    }

    @Test(
        "expanded: longer by two fifths, in characters as readers count them",
        arguments: [
            ("Add to cart", "⟦Add to cart one ⟧"), ("购物车", "⟦购物车 o⟧"), ("{$x}", "⟦{$x}⟧"),
            ("{#b}Checkout{/b}", "⟦{#b}Checkout{/b} one⟧"), ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "⟦👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧 o⟧"),
        ])
    func expanded(source: String, expected: String) throws {
        #expect(try written(source, .expanded) == expected)
    }

    @Test("expanded: however long the text")
    func long() throws {
        let text = String(repeating: "word ", count: 1_000)
        #expect(try written(text, .expanded).count == 7_000 + 2)
    }

    @Test(
        "from right to left: Arabic letters in an isolate, nothing overridden",
        arguments: [
            ("Cart ({$count})", "\u{2067}⟦كارت ({$count})⟧\u{2069}"), ("Себет", "\u{2067}⟦سەبەت⟧\u{2069}"),
            ("购物车", "\u{2067}⟦购物车⟧\u{2069}"),
        ])
    func rightToLeft(source: String, expected: String) throws {
        let result = try written(source, .rightToLeft)
        #expect(result == expected && !result.unicodeScalars.contains("\u{202E}"))
    }

    @Test("keep keys, functions and plurals")
    func plurals() throws {
        let source = ".input {$count :integer} .match $count one {{{$count} item}} * {{{$count} items}}"
        let message = Pseudolocale.accented.message(try Message(source))
        let tag = Pseudolocale.accented.tag()
        #expect(message.format(["count": 1], in: tag, bidi: .none).text == "⟦1 îţéṁ⟧")
        #expect(message.format(["count": 2], in: tag, bidi: .none).text == "⟦2 îţéṁš⟧")
        #expect(message.validate().isEmpty)
    }

    @Test("leave nothing where nothing was")
    func empty() throws {
        for pseudolocale in Pseudolocale.allCases { #expect(try written("", pseudolocale) == "") }
    }

    @Test("have tags that formats are found by")
    func tags() throws {
        #expect(Pseudolocale.allCases.map { $0.tag().description } == ["en-XA", "en-x-expanded", "en-XB"])
        #expect(Pseudolocale.accented.tag(of: .zhHans).description == "zh-Hans-XA")
        #expect(Pseudolocale.expanded.tag(of: .kk).language == "kk")
    }

    @Test("add a language to string tables")
    func tables() throws {
        var tables = StringTables()
        try tables.addSource(
            Data(#"{"cart": {"title": "Cart", "broken": "{$"}}"#.utf8), table: "shop", file: "Locales/source/shop.json")
        for pseudolocale in Pseudolocale.allCases {
            let tag = pseudolocale.tag()
            let result = tables.pseudolocalized(as: pseudolocale)
            #expect(result.languages == [.en, tag].sorted())
            #expect(result.text("shop.cart.title", along: [tag])?.value.contains("⟦") == true)
            #expect(result.strings[tag]?.count == 1)
            #expect(result[tag, "shop.cart.title"]?.maker == .machine)
            #expect(result.state(of: "shop.cart.title", in: tag) == .needsReview)
        }
    }
}
