/// Product titles put together from the words that shops use: seeded, so that every run measures the same work.
struct Titles {
    let texts: [String]

    private static let words: [String: String] = [
        "kk": """
        Қолөнер бұйымы; Жібек орамал; Киіз үй үлгісі; Күміс сырға; Былғары белдік; Тұскиіз; Сырмақ; Қошқар мүйіз ою; \
        Домбыра; Шапан; Тақия; Кестелі көйлек; Ағаш тостаған; Зергерлік алқа; Қымыз ожауы; Балаларға арналған ойыншық; \
        Таза жүн; Қызыл; Көк; Ақ; Үлкен; Кіші; Алматы; Түркістан; Шымбұлаққа саяхат; екі күндік; ұлттық нақыш; сыйлық
        """,
        "ru": """
        Шёлковый платок; Войлочный ковёр; Серебряные серьги; Кожаный ремень; Нефритовая подвеска; Домбра; Чапан; \
        Тюбетейка; Вышитое платье; Деревянная чаша; Тур на озеро Каинды; Красный; Синий; Белый; Большой; Маленький; \
        ручная работа; из натуральной шерсти; на два дня; для детей; подарочный набор; Кашгар; Урумчи; Хоргос; новинка
        """,
        "zh": """
        手工刺绣丝绸围巾;和田玉手镯;羊毛毡地毯;银饰耳环;牛皮腰带;冬不拉;艾德莱斯绸连衣裙;木碗;喀纳斯湖两日游;葡萄干;\
        红色;蓝色;白色;大号;小号;纯羊毛;儿童玩具;礼盒装;喀什;乌鲁木齐;霍尔果斯;新疆特产;音乐盒;银行卡包;茶具;薰衣草精油
        """,
    ]

    init(_ language: String, count: Int) {
        let words = Self.words[language, default: ""].split(separator: ";").map { $0.trimmingSpaces }
        var random = SplitMix(state: 2026)
        let glue = language == "zh" ? "" : " "
        texts = (0..<count).map { _ in
            let chosen = (0..<3).map { _ in words[Int(random.next() % UInt64(words.count))] }
            return chosen.joined(separator: glue) + " \(random.next() % 1000)"
        }
    }

    /// The texts as C takes them.
    var flat: (bytes: [CChar], ends: [UInt32]) {
        var bytes: [CChar] = []
        let ends = texts.map { text in
            bytes += text.utf8.map { CChar(bitPattern: $0) }
            return UInt32(bytes.count)
        }
        return (bytes, ends)
    }
}

struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Substring {
    var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
