import KeruenText
import Testing

@Suite("A Kazakh case")
struct KazakhCaseTests {
    @Test(
        "agrees with the last vowel and the last sound",
        arguments: [
            ("Алматы", "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен"),
            ("Қашқар", "Қашқардың Қашқарға Қашқарды Қашқарда Қашқардан Қашқармен"),
            ("Үрімші", "Үрімшінің Үрімшіге Үрімшіні Үрімшіде Үрімшіден Үрімшімен"),
            ("Шымкент", "Шымкенттің Шымкентке Шымкентті Шымкентте Шымкенттен Шымкентпен"),
            ("Түркістан", "Түркістанның Түркістанға Түркістанды Түркістанда Түркістаннан Түркістанмен"),
            ("Ақтау", "Ақтаудың Ақтауға Ақтауды Ақтауда Ақтаудан Ақтаумен"),
            ("Қытай", "Қытайдың Қытайға Қытайды Қытайда Қытайдан Қытаймен"),
            ("Шыңжаң", "Шыңжаңның Шыңжаңға Шыңжаңды Шыңжаңда Шыңжаңнан Шыңжаңмен"),
            ("көйлек", "көйлектің көйлекке көйлекті көйлекте көйлектен көйлекпен"),
            ("қыз", "қыздың қызға қызды қызда қыздан қызбен"),
            ("Петербург", "Петербургтің Петербургке Петербургті Петербургте Петербургтен Петербургпен"),
            ("Россия", "Россияның Россияға Россияны Россияда Россиядан Россиямен"),
        ])
    func words(word: String, forms: String) {
        let cases: [KazakhCase] = [.genitive, .dative, .accusative, .locative, .ablative, .instrumental]
        #expect(cases.map { $0.applied(to: word) }.joined(separator: " ") == forms)
        #expect(KazakhCase.nominative.applied(to: word) == word)
    }

    @Test(
        "follows the word that a number is read as, behind a hyphen",
        arguments: [
            ("5", "5-ке"), ("1", "1-ге"), ("3", "3-ке"), ("6", "6-ға"), ("9", "9-ға"), ("10", "10-ға"), ("20", "20-ға"),
            ("30", "30-ға"), ("40", "40-қа"), ("50", "50-ге"), ("60", "60-қа"), ("90", "90-ға"), ("100", "100-ге"),
            ("25 000", "25 000-ға"), ("1000000", "1000000-ға"), ("0", "0-ге"), ("2,5", "2,5-ке"),
        ])
    func numbers(number: String, dative: String) {
        #expect(KazakhCase.dative.applied(to: number) == dative)
    }

    @Test(
        "takes possessives, abbreviations, quotation marks and Latin letters",
        arguments: [
            ("қаласы", true, "қаласына"), ("көшесі", true, "көшесіне"), ("АҚШ", false, "АҚШ-қа"),
            ("«Жібек жолы»", true, "«Жібек жолына»"), ("15%", false, "15%-ға"), ("19 900 ₸", false, "19 900 ₸-ге"),
            ("5 кг", false, "5 кг-ға"), ("5 дана", false, "5 данаға"), ("3 сағ", false, "3 сағ-қа"),
            ("класс", false, "класқа"),
            ("поезд", false, "поезге"),
            ("500 грамм", false, "500 грамға"), ("iPhone", false, "iPhone-ға"), ("Ozon", false, "Ozon-ға"),
            ("", false, ""), ("—", false, "—"),
        ])
    func others(text: String, possessed: Bool, dative: String) {
        #expect(KazakhCase.dative.applied(to: text, possessed: possessed) == dative)
    }
}
