@testable import KeruenText

/// Kazakh nouns that shops use, and their forms by the school grammar: two numbers, six possessives, eight cases.
enum KazakhForms {
    static let nouns: [String] = """
        қауіп мұғалім қолөнер кітап кітапхана мекен ақпарат қоғам қазына мәдениет ғимарат ғалым ғылым әдебиет табиғат тауар баға \
        төлем тапсырыс жеткізілім сатушы дүкен сауда саудагер кеден алым салық құжат шекара қойма қонақүй саяхат саяхатшы \
        жолсерік жолдама ұшақ пойыз көлік әуежай бекет көше даңғыл алаң базар ақша теңге киіз сырмақ текемет тұскиіз алаша \
        шапан тақия сәукеле қамзол белдік былғары жүн мақта жібек торғын кілем домбыра қобыз сыбызғы жетіген зергер күміс \
        гауһар інжу маржан сақина білезік шолпы өңіржиек ағаш тостаған ожау торсық қымыз шұбат құрт ірімшік бауырсақ қазы шұжық \
        қаймақ қант тұз күріш жүзім өрік алма қауын қарбыз жаңғақ мейіз шәйнек самауыр ыдыс қасық қамшы жүген садақ өрнек нақыш \
        кесте тігін тоқыма сурет суретші мүсін ескерткіш сыйлық естелік бұйым жиынтық жинақ жеңілдік өлшем салмақ мереке үйлену \
        әже қарындас бала отбасы дос қонақ адам халық мемлекет қала ауыл аудан облыс аймақ орталық мұражай мешіт мектеп оқушы \
        дәрігер емхана дәріхана күрес бәйге көкпар бүркіт қыран жылқы түйе ешкі сиыр құлын арқар ілбіс барыс қасқыр түлкі қоян \
        балық құс гүл қызғалдақ қайың терек емен көл өзен теңіз шөл дала орман жайлау қыстау көктем қаңтар ақпан сәуір мамыр \
        маусым шілде тамыз қыркүйек қараша желтоқсан дүйсенбі сейсенбі сағат минут кепілдік келісім ереже құқық міндет жауап \
        сұрақ хабарлама жаңалық пікір жұлдыз себет сұрыптау сүзгі санат тізім мәзір аударма өндіріс зауыт шеберхана шебер \
        дәстүр мұра киім көйлек шалбар етік кебіс бөрік тымақ орамал қолғап шұлық сөмке сандық қорап дыбыс күй әнші ақын батыр \
        шаңырақ уық кереге түндік босаға табалдырық ошақ палау кәуап тұшпара кәмпит дәмдеуіш бұрыш сарымсақ сәбіз қияр \
        тауық жұмыртқа кәсіпкер кәсіпорын маман жұмыс еңбек жалақы кіріс шығын пайда несие қарыз пәтер бөлме терезе есік еден \
        төбе қабырға жиһаз үстел орындық төсек көрпе жастық айна теледидар тоңазытқыш құлаққап мұнай көмір темір мырыш қағаз \
        мәрмәр ақық лағыл мүйіз оюшы түймелік көзілдірік қалпақ бешпент шекпен айшық моншақ құмыра табақ тегене күбі
        """.split(separator: " ").map(String.init)

    /// Every form of a noun, itself excepted.
    static func forms(of noun: String) -> [String] {
        [noun, plural(noun)].flatMap { number in
            possessives.flatMap { person in
                let owned = possessive(number, person)
                return cases.map { inflected(owned, $0, person) }
            }
        }.filter { $0 != noun }
    }

    private static let possessives = ["", "м", "ң", "ңыз", "сы", "мыз"]
    private static let cases = ["", "ның", "ға", "ны", "да", "дан", "мен", "дағы"]

    private static let eliding: Set<String> = ["халық", "мүлік", "бөрік"]

    private static func isVowel(_ letter: Character) -> Bool { "аәеоөұүыіэ".contains(letter) }

    /// After п ф к қ т с ш and the voiced that end loans.
    private static func isVoiceless(_ word: String) -> Bool {
        word.last.map { "пфкқтсшщчцхһбвгғд".contains($0) } ?? false
    }
    private static func isAfterVowel(_ word: String) -> Bool { word.last.map(isVowel) ?? false }

    private static func harmonic(_ suffix: String, _ word: String) -> String {
        guard endsFront(word) else { return suffix }
        let front: [Character: Character] = ["а": "е", "ы": "і", "ғ": "г", "қ": "к"]
        return String(suffix.map { front[$0] ?? $0 })
    }

    private static func plural(_ word: String) -> String {
        let isNasal = word.last.map { "лмнңзж".contains($0) } ?? false
        return word + harmonic(isVoiceless(word) ? "тар" : isNasal ? "дар" : "лар", word)
    }

    private static func possessive(_ word: String, _ person: String) -> String {
        guard !person.isEmpty else { return word }
        if isAfterVowel(word) { return word + harmonic(person, word) }
        let voiced: [Character: Character] = ["п": "б", "к": "г", "қ": "ғ"]
        var stem = word
        if eliding.contains(word) {
            stem.remove(at: stem.index(stem.endIndex, offsetBy: -2))
        } else if let last = word.last,
            let voice = voiced[last], word.dropLast().last.map({ isVowel($0) || "уию".contains($0) }) ?? false
        {
            stem = word.dropLast() + String(voice)
        }
        return stem + harmonic(person == "сы" ? "ы" : "ы" + person, word)
    }

    private static func inflected(_ word: String, _ ending: String, _ person: String) -> String {
        let isNasal = word.last.map { "мнң".contains($0) } ?? false
        let third = person == "сы"
        let suffix: String =
            switch ending {
            case "": ""
            case "ның": third || isAfterVowel(word) || isNasal ? "ның" : isVoiceless(word) ? "тың" : "дың"
            case "ға": third ? "на" : person == "м" || person == "ң" ? "а" : isVoiceless(word) ? "қа" : "ға"
            case "ны": third ? "н" : isAfterVowel(word) ? "ны" : isVoiceless(word) ? "ты" : "ды"
            case "да", "дағы": (third ? "н" : "") + (isVoiceless(word) ? "т" : "д") + ending.dropFirst()
            case "дан": third || isNasal ? "нан" : isVoiceless(word) ? "тан" : "дан"
            default: "мен"
            }
        guard ending == "мен" else { return word + harmonic(suffix, word) }
        return word + (isVoiceless(word) ? "пен" : word.last.map { "зж".contains($0) } ?? false ? "бен" : "мен")
    }
}
