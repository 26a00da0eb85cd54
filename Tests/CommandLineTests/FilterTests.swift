import Foundation
import Keruen
import TestSupport
import Testing

/// The filters: lines in, a line out for each.
@Suite("A filter")
struct FilterTests {
    private func keruen(_ arguments: String, input: String, language: String = "en_US.UTF-8") throws -> Outcome {
        try Project.run(
            "keruen", arguments.split(separator: " ").map(String.init), input: input, environment: ["LANG": language])
    }

    @Test(
        "answers each line",
        arguments: [
            ("segment --locale zh-Hans", "喀纳斯湖手工围巾，180", "喀纳斯 湖 手工 围巾 ， 180"),
            ("slug --locale kk", "Күміс жүзік", "kumis-zhuzik"),
            ("slug --locale kk --unique", "Жүзік\nЖүзік", "zhuzik\nzhuzik-2"),
            ("fold", "ЁЛКА ＳＩＬＫ", "елка silk"), ("stem --locale kk", "кілемдеріміздің кітабы", "кілем кітап"),
            ("stem --locale ru", "шёлковыми платками", "шелков платк"), ("stem --locale zh-Hans", "手工刺绣", "手工 刺绣"),
            ("inspect --repair", "РЁРµР»Рє\nШелк", "Шелк\nШелк"),
            ("transliterate --to pinyin", "银行，音乐", "yínháng, yīnyuè"),
            ("transliterate --to pinyin-plain", "西安绿色", "xi'an lvse"),
            ("transliterate --to palladius", "长安", "чанъань"),
            ("transliterate --to kk-Cyrl", "Qolöner\nقولونەر\nқолөнер", "Қолөнер\nқолөнер\nқолөнер"),
            ("transliterate --to kk-Arab --from kk-Latn", "jıbek", "جىبەك"),
            ("transliterate --to kk-Latn", "جىبەك", "jıbek"),
            ("transliterate --to zh-Hant", "头发发展", "頭髮發展"), ("transliterate --to zh-Hans", "頭髮發展", "头发发展"),
        ])
    func answers(command: String, input: String, output: String) throws {
        let outcome = try keruen(command, input: input + "\n")
        #expect(outcome.status == 0 && outcome.output == output + "\n", "\(outcome)")
    }

    @Test(
        "refuses a script that a target is not made from, and says why",
        arguments: [
            ("--to pinyin --from kk-Latn", "CLI0109"), ("--to kk-Latn --from pinyin", "CLI0110"),
            ("--to kk-Latn --from klingon", "CLI0107"), ("--to klingon", "CLI0107"),
            ("--to kk-Latn --dictionary README.md", "CLI0112"),
        ])
    func sources(options: String, code: String) throws {
        let outcome = try keruen("transliterate " + options, input: "银行\n")
        #expect(outcome.status == 3 && outcome.errors.contains(code) && outcome.output.isEmpty, "\(outcome)")
    }

    @Test("refuses a language that there is none of", arguments: ["segment", "slug", "stem", "inspect"])
    func unknownLanguage(command: String) throws {
        let outcome = try keruen("\(command) --locale kz", input: "көйлек\n")
        #expect(outcome.status == 3 && outcome.errors.contains("TXT0108"), "\(outcome)")
    }

    @Test("formats a message the same whatever LC_ALL is", arguments: ["C", "ru_RU.UTF-8", "zh_CN.UTF-8"])
    func format(locale: String) throws {
        func format(_ tag: String, _ arguments: [String]) throws -> Outcome {
            var outcome = try Project.run(
                "keruen", ["format", "--locale", tag, "--bidi", "none"] + arguments, input: "",
                environment: ["LC_ALL": locale, "LANG": locale])
            outcome.output = outcome.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            return outcome
        }
        let day = ["{$day :date length=long}, {$sum :currency currency=KZT}", "day=2027-06-05", "sum=19900"]
        #expect(try format("kk-Latn", day).output == "2027 j. 5 mausym, 19 900,00 ₸\n")
        #expect(try format("kk-Arab", day).output == "2027 ج. 5 ماۋسىم, 19 900,00 ₸\n")
        #expect(try format("kk", day).output == "2027 ж. 5 маусым, 19 900,00 ₸\n")
        let broken = try format("kk", ["{$x"])
        #expect(
            broken.status == 1 && broken.output == "{\u{FFFD}}\n"
                && broken.errors.contains("line 1, column 4") && broken.errors.contains("[CLI0121]"))
        #expect(try format("tlh", ["a"]).status == 3 && format("kk", ["a", "x"]).status == 3)
    }

    @Test("says what is wrong with a line in the reader's language, and ends with 1")
    func inspect() throws {
        let input = "ок\nҚазaқстан\n\n"
        let outcome = try keruen("inspect --locale kk", input: input, language: "kk_KZ.UTF-8")
        #expect(
            outcome.status == 1
                && outcome.output
                    == "\n1: TXT0201 «Қазaқстан» сөзінде екі жазудың әріптері араласқан. → Қазақстан\n\n"
        )
        #expect(try keruen("inspect --locale kk", input: "Жібек орамал\n").status == 0)
        #expect(
            try keruen("inspect --format json", input: "а\u{200B}б\n").output
                == #"{"findings":[{"kind":"invisible","offset":1,"repair":"","text":"\#u{200B}"}]}"# + "\n")
    }

    @Test(
        "gives a line for a line, whatever the bytes are",
        arguments: [
            "segment --locale zh-Hans", "slug --locale ru", "fold", "stem --locale kk", "inspect", "inspect --repair",
            "transliterate --to pinyin", "transliterate --to kk-Arab", "transliterate --to kk-Cyrl",
            "transliterate --to zh-Hant", "transliterate --to ru-Latn-icao",
        ])
    func anyBytes(command: String) async throws {
        try await Project.withTemporaryFolder { folder in
            let bytes: [UInt8] = [
                0xFF, 0xFE, 0x0A, 0, 0x61, 0x0A, 0x0A, 0xED, 0xA0, 0x80, 0x0A, 0xE2, 0x80, 0xAE, 0xD0, 0x0A, 0xE9,
            ]
            let input = folder.appending(path: "input")
            try Data(bytes).write(to: input)
            let program = Project.binaries.appending(path: "keruen").path
            let outcome = try Project.run("/bin/sh", ["-c", "'\(program)' \(command) < '\(input.path)'"])
            #expect(outcome.status < 2 && outcome.output.utf8.count { $0 == 0x0A } == 6, "\(outcome)")
        }
    }

    @Test("refuses a scheme or script that it does not have, and names those that it has")
    func usage() throws {
        let scheme = try keruen("transliterate --to klingon", input: "")
        #expect(scheme.status == 3 && scheme.errors.contains("CLI0107") && scheme.errors.contains("kk-Cyrl"))
        let script = try keruen("transliterate --to kk-Cyrl --from runes", input: "")
        #expect(script.status == 3 && script.errors.contains("runes") && script.errors.contains("kk-Arab"))
        let dictionary = try keruen("transliterate --to pinyin --dictionary /no/such/file", input: "")
        #expect(dictionary.status == 2 && dictionary.errors.contains("/no/such/file"))
        #expect(try keruen("stem --locale !", input: "").status == 3)
    }
}

/// Strings to translators and back, as a person does it.
@Suite("Exchange")
struct ExchangeCommandTests {
    @Test("gives back the table that it took, byte for byte, by XLIFF")
    func roundTrip() async throws {
        try await Project.withCopy { folder in
            let locales = folder.appending(path: "Locales").path
            let before = try String(contentsOfFile: locales + "/kk/shop.json", encoding: .utf8)
            let exported = try Project.run(
                "keruen", ["exchange", "export", "--locales", locales, "--table", "shop", "--locale", "kk"], input: "",
                environment: ["LANG": "en_US.UTF-8"])
            #expect(exported.status == 0 && exported.errors.isEmpty, "\(exported.errors)")
            let file = folder.appending(path: "shop.kk.xliff")
            try exported.output.write(to: file, atomically: true, encoding: .utf8)
            let imported = try Project.run(
                "keruen", ["exchange", "import", "--locales", locales, "--locale", "kk", file.path], input: "",
                environment: ["LANG": "en_US.UTF-8"])
            #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported.errors)")
            let after = try StringTables.load(folder: URL(filePath: locales))
            let old = try StringTables.load(folder: Project.root.appending(path: "Locales"))
            for (key, entry) in old.strings[.kk] ?? [:] where key.hasPrefix("shop.") {
                #expect(after[.kk, key]?.message?.description == entry.message?.description, "\(key)")
            }
            #expect(try !String(contentsOfFile: locales + "/kk/shop.json", encoding: .utf8).isEmpty && !before.isEmpty)
        }
    }

    @Test("names what PO can't carry, and a file that is none")
    func refusals() throws {
        let locales = Project.root.appending(path: "Locales").path
        let po = try Project.run(
            "keruen",
            ["exchange", "export", "--locales", locales, "--table", "shop", "--locale", "ru", "--format", "po"],
            input: "", environment: ["LANG": "ru_RU.UTF-8"])
        #expect(po.output.contains("Plural-Forms: nplurals=4"))
        let wrong = try Project.run(
            "keruen", ["exchange", "import", "--locales", locales, "--locale", "ru", "--format", "xliff", "README.md"],
            input: "", environment: ["LANG": "ru_RU.UTF-8"])
        #expect(wrong.status != 0 && wrong.errors.contains("DOC0005"), "\(wrong)")
        let unnamed = try Project.run(
            "keruen", ["exchange", "import", "--locales", locales, "--locale", "ru", "README.md"], input: "",
            environment: ["LANG": "ru_RU.UTF-8"])
        #expect(unnamed.status == 3 && unnamed.errors.contains("xliff, po, xcstrings. [CLI0120]"))
    }
}
