import TestSupport
import Testing

@testable import KeruenText

@Suite("The Kazakh stemmer")
struct KazakhStemmerTests {
    @Test(
        "gives the forms of a word one stem",
        arguments: [
            ("кілем", "кілемдер кілемдеріміздің кілемі кілемнің кілемге кілеммен"),
            ("көйлек", "көйлектерді көйлегі көйлегіңізге көйлекпен"), ("қолөнер", "қолөнеріміз қолөнердің"),
            ("сырмақ", "сырмаққа сырмағы сырмақтардан"), ("тұскиіз", "тұскиіздің тұскиізбен тұскиізі"),
            ("кітап", "кітабы кітаптар кітабымда"), ("шапан", "шапандарынан шапаны шапанның шапаным"),
            ("домбыра", "домбыраның домбырасын домбыралар"), ("үй", "үйге үйі үйіміз үйлер үйдегі"), ("су", "суға суы"),
            ("зергерлік", "зергерліктің зергерлігі"), ("бұйым", "бұйымдарымызға бұйымы"),
            ("бала", "балалар балаларға баласына баламен"), ("тау", "тауға тауы таулардан"),
            ("жібек", "жібектен жібегі"),
            ("тақия", "тақияңыз тақиясы тақиялар"), ("алматы", "алматыда алматыға"), ("қазақстан", "қазақстаннан"),
            ("әдемі", "әдемілер әдеміге"), ("жұмыс", "жұмысы жұмыстар"), ("магазин", "магазинге магазині магазиндер"),
            ("қазан", "қазаны қазандар"), ("дүкен", "дүкендегі дүкені дүкендерінде"),
        ])
    func forms(word: String, forms: String) {
        let stem = KazakhStemmer.stem(word)
        for form in forms.split(separator: " ") { #expect(KazakhStemmer.stem(String(form)) == stem, "\(form)") }
    }

    @Test(
        "undoes what suffixes change in a stem",
        arguments: [
            ("халқымыз", "халық"), ("ерні", "ерін"), ("мойнына", "мойын"), ("аузын", "ауыз"), ("сандығы", "сандық"),
            ("рөлі", "рөль"),
        ])
    func alternations(form: String, word: String) {
        #expect(KazakhStemmer.stem(form) == KazakhStemmer.stem(word))
    }

    @Test(
        "keeps words apart that only look related",
        arguments: [
            ("қалам", "қала"), ("теңге", "тең"), ("баға", "бау"), ("сауда", "сау"), ("сырға", "сыр"), ("алтын", "алты"),
            ("қазан", "қаза"), ("жазу", "жаз"), ("тері", "тер"), ("алма", "ал"), ("пайда", "майда"), ("дауыс", "дау"),
        ])
    func strangers(word: String, other: String) {
        #expect(KazakhStemmer.stem(word) != KazakhStemmer.stem(other))
    }

    @Test(
        "leaves what is no Kazakh word", arguments: ["", "а", "ь", "silk", "丝绸", "a5", "абв1", "кілем-дер", "😀", "мм"])
    func others(word: String) {
        #expect(KazakhStemmer.stem(word) == word)
    }

    @Test("survives a hundred thousand letters", .timeLimit(.minutes(1)))
    func longLine() {
        let line = "а" + String(repeating: "т", count: 100_000)
        #expect(KazakhStemmer.stem(line) == line)
    }

    @Test("takes any letters, and a stem is its own stem")
    func anyLetters() {
        var random = SeededGenerator(seed: 7)
        let letters = Array("аәбғгдеыікқлмнңоөпрстуұүшьийя")
        for _ in 0..<20_000 {
            let word = String(
                (0..<Int.random(in: 0...14, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            let stem = KazakhStemmer.stem(word)
            #expect(KazakhStemmer.stem(stem) == stem, "\(word)")
        }
    }

    @Test("gives nearly all forms of a noun their lemma's stem")
    func lemmas() {
        let pairs = KazakhForms.nouns.flatMap { noun in KazakhForms.forms(of: noun).map { (noun, $0) } }
        let wrong = pairs.filter { KazakhStemmer.stem($0.0) != KazakhStemmer.stem($0.1) }
        let percent = 100 * (1 - Double(wrong.count) / Double(pairs.count))
        let stems = Set(KazakhForms.nouns.map(KazakhStemmer.stem))
        print(
            "Kazakh stems of \(pairs.count) forms of \(KazakhForms.nouns.count) nouns: \((percent * 10).rounded() / 10) % meet their lemma;",
            "\(KazakhForms.nouns.count - stems.count) lemmas share a stem")
        #expect(percent > 95, "\(Set(wrong.map(\.0)).sorted())")
        #expect(KazakhForms.nouns.count - stems.count < 10)
    }
}
