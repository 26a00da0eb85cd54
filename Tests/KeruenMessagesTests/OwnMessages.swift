import Testing

@testable import KeruenMessages

/// A sentence of the shop, and how it reads with these arguments.
struct OwnMessage {
    var language: String
    var source: String
    var arguments: [String: MessageArgument]
    var expected: String
}

/// Sentences as shops between China, Russia and Kazakhstan write them, not translated from one another. What is expected
/// is what is right in the language, whether or not ICU's data has it so.
let ownMessages: [OwnMessage] = [russian, kazakh, chinese, others].joined().flatMap { $0 }

private func rows(
    _ language: String, _ source: String, _ cases: (arguments: [String: MessageArgument], expected: String)...
) -> [OwnMessage] {
    cases.map { OwnMessage(language: language, source: source, arguments: $0.arguments, expected: $0.expected) }
}

/// Nouns take one of three forms after a number, a fourth after a fraction.
private let russian: [[OwnMessage]] = [
    rows(
        "ru",
        """
        .input {$count :integer}
        .match $count
        0 {{Ваша корзина пуста.}}
        one {{В корзине {$count} товар.}}
        few {{В корзине {$count} товара.}}
        * {{В корзине {$count} товаров.}}
        """,
        (["count": 0], "Ваша корзина пуста."),
        (["count": 1], "В корзине 1 товар."),
        (["count": 2], "В корзине 2 товара."),
        (["count": 5], "В корзине 5 товаров."),
        (["count": 11], "В корзине 11 товаров."),
        (["count": 21], "В корзине 21 товар."),
        (["count": 101], "В корзине 101 товар."),
        (["count": 112], "В корзине 112 товаров.")),
    rows(
        "ru",
        """
        .input {$weight :number}
        .match $weight
        one {{Посылка весит {$weight} килограмм.}}
        few {{Посылка весит {$weight} килограмма.}}
        many {{Посылка весит {$weight} килограммов.}}
        * {{Посылка весит {$weight} килограмма.}}
        """,
        (["weight": 1], "Посылка весит 1 килограмм."),
        (["weight": .decimal("1.5")], "Посылка весит 1,5 килограмма."),
        (["weight": 22], "Посылка весит 22 килограмма."),
        (["weight": 25], "Посылка весит 25 килограммов."),
        (["weight": .decimal("2.0")], "Посылка весит 2 килограмма.")),
    rows(
        "ru",
        """
        .input {$places :integer}
        .match $places
        0 {{Мест на этот тур больше нет.}}
        1 {{Осталось последнее место!}}
        one {{Осталось {$places} место.}}
        few {{Осталось {$places} места.}}
        * {{Осталось {$places} мест.}}
        """,
        (["places": 0], "Мест на этот тур больше нет."),
        (["places": 1], "Осталось последнее место!"),
        (["places": 3], "Осталось 3 места."),
        (["places": 21], "Осталось 21 место."),
        (["places": 111], "Осталось 111 мест.")),
    rows(
        "ru",
        """
        .input {$n :integer}
        .match $n
        one {{Показать {$n} отзыв}}
        few {{Показать {$n} отзыва}}
        * {{Показать {$n} отзывов}}
        """,
        (["n": 1], "Показать 1 отзыв"),
        (["n": 4], "Показать 4 отзыва"),
        (["n": 13], "Показать 13 отзывов"),
        (["n": 1_001], "Показать 1 001 отзыв")),
    rows(
        "ru",
        """
        .input {$n :integer}
        .match $n
        one {{Доставка займёт не больше {$n} дня.}}
        * {{Доставка займёт не больше {$n} дней.}}
        """,
        (["n": 1], "Доставка займёт не больше 1 дня."),
        (["n": 3], "Доставка займёт не больше 3 дней."),
        (["n": 21], "Доставка займёт не больше 21 дня.")),
    rows(
        "ru",
        """
        .input {$n :integer}
        .match $n
        one {{Привезём через {$n} неделю}}
        few {{Привезём через {$n} недели}}
        many {{Привезём через {$n} недель}}
        * {{Привезём через {$n} недели}}
        """,
        (["n": 1], "Привезём через 1 неделю"),
        (["n": 2], "Привезём через 2 недели"),
        (["n": 12], "Привезём через 12 недель")),
    rows(
        "ru",
        """
        .input {$days :integer} .input {$nights :integer}
        .match $days $nights
        one one {{{$days} день и {$nights} ночь}}
        few one {{{$days} дня и {$nights} ночь}}
        few few {{{$days} дня и {$nights} ночи}}
        many few {{{$days} дней и {$nights} ночи}}
        many many {{{$days} дней и {$nights} ночей}}
        one many {{{$days} день и {$nights} ночей}}
        * * {{дней: {$days}, ночей: {$nights}}}
        """,
        (["days": 2, "nights": 1], "2 дня и 1 ночь"),
        (["days": 4, "nights": 3], "4 дня и 3 ночи"),
        (["days": 5, "nights": 4], "5 дней и 4 ночи"),
        (["days": 11, "nights": 10], "11 дней и 10 ночей"),
        (["days": 21, "nights": 20], "21 день и 20 ночей"),
        (["days": 22, "nights": 21], "22 дня и 21 ночь"),
        (["days": 3, "nights": 5], "дней: 3, ночей: 5")),
    rows(
        "ru",
        """
        .input {$gender :string}
        .match $gender
        female {{{$name} оставила отзыв о ковре.}}
        male {{{$name} оставил отзыв о ковре.}}
        * {{Новый отзыв о ковре: {$name}.}}
        """,
        (["gender": "female", "name": "Айгуль"], "Айгуль оставила отзыв о ковре."),
        (["gender": "male", "name": "Тимур"], "Тимур оставил отзыв о ковре."),
        (["gender": "unknown", "name": "Ли Вэй"], "Новый отзыв о ковре: Ли Вэй.")),
    rows(
        "ru",
        """
        .input {$gender :string} .input {$count :integer}
        .match $gender $count
        female one {{Она купила {$count} кувшин.}}
        female few {{Она купила {$count} кувшина.}}
        female * {{Она купила {$count} кувшинов.}}
        * one {{Он купил {$count} кувшин.}}
        * few {{Он купил {$count} кувшина.}}
        * * {{Он купил {$count} кувшинов.}}
        """,
        (["gender": "female", "count": 1], "Она купила 1 кувшин."),
        (["gender": "female", "count": 14], "Она купила 14 кувшинов."),
        (["gender": "male", "count": 22], "Он купил 22 кувшина."),
        (["gender": "male", "count": 0], "Он купил 0 кувшинов.")),
    rows(
        "ru",
        """
        .input {$kind :string} .input {$n :integer}
        .match $kind $n
        tour one {{{$n} тур}}
        tour few {{{$n} тура}}
        tour * {{{$n} туров}}
        shawl one {{{$n} шаль}}
        shawl few {{{$n} шали}}
        shawl * {{{$n} шалей}}
        * one {{{$n} вещь}}
        * few {{{$n} вещи}}
        * * {{{$n} вещей}}
        """,
        (["kind": "tour", "n": 101], "101 тур"),
        (["kind": "shawl", "n": 3], "3 шали"),
        (["kind": "shawl", "n": 100], "100 шалей"),
        (["kind": "teapot", "n": 6], "6 вещей")),
    rows(
        "ru",
        """
        .input {$count :integer} .local $rest = {$count :offset subtract=2}
        .match $count $rest
        0 * {{Полезным отзыв пока никто не назвал.}}
        1 * {{Полезным отзыв считают: {$first}.}}
        2 * {{Полезным отзыв считают: {$first} и {$second}.}}
        * one {{Полезным отзыв считают: {$first}, {$second} и ещё {$rest} человек.}}
        * few {{Полезным отзыв считают: {$first}, {$second} и ещё {$rest} человека.}}
        * * {{Полезным отзыв считают: {$first}, {$second} и ещё {$rest} человек.}}
        """,
        (["count": 0, "first": "Анна", "second": "Марат"], "Полезным отзыв пока никто не назвал."),
        (["count": 1, "first": "Анна", "second": "Марат"], "Полезным отзыв считают: Анна."),
        (["count": 2, "first": "Анна", "second": "Марат"], "Полезным отзыв считают: Анна и Марат."),
        (["count": 3, "first": "Анна", "second": "Марат"], "Полезным отзыв считают: Анна, Марат и ещё 1 человек."),
        (["count": 4, "first": "Анна", "second": "Марат"], "Полезным отзыв считают: Анна, Марат и ещё 2 человека."),
        (["count": 7, "first": "Анна", "second": "Марат"], "Полезным отзыв считают: Анна, Марат и ещё 5 человек.")),
    rows(
        "ru",
        ".input {$count :integer} .local $more = {$count :offset subtract=1} {{{$first} и ещё {$more}}}",
        (["count": 3, "first": "Пиала"], "Пиала и ещё 2")),
    rows(
        "ru",
        """
        .input {$n :integer select=ordinal}
        .match $n
        1 {{Это ваш первый заказ — спасибо!}}
        2 {{Это уже ваш второй заказ.}}
        * {{Это ваш {$n}-й заказ.}}
        """,
        (["n": 1], "Это ваш первый заказ — спасибо!"),
        (["n": 2], "Это уже ваш второй заказ."),
        (["n": 21], "Это ваш 21-й заказ.")),
    rows(
        "ru",
        """
        .input {$n :integer select=exact}
        .match $n
        1 {{Чашка продаётся поштучно.}}
        6 {{Чашки продаются полудюжинами.}}
        * {{Чашки продаются по {$n} шт.}}
        """,
        (["n": 1], "Чашка продаётся поштучно."),
        (["n": 6], "Чашки продаются полудюжинами."),
        (["n": 21], "Чашки продаются по 21 шт.")),
    rows(
        "ru",
        """
        .input {$age :integer}
        .match $age
        0 {{Дети любого возраста}}
        one {{Дети от {$age} года}}
        * {{Дети от {$age} лет}}
        """,
        (["age": 0], "Дети любого возраста"),
        (["age": 1], "Дети от 1 года"),
        (["age": 7], "Дети от 7 лет"),
        (["age": 12], "Дети от 12 лет")),
    rows(
        "ru",
        """
        .input {$age :integer}
        .match $age
        one {{Мастерской {$age} год}}
        few {{Мастерской {$age} года}}
        * {{Мастерской {$age} лет}}
        """,
        (["age": 31], "Мастерской 31 год"),
        (["age": 104], "Мастерской 104 года"),
        (["age": 111], "Мастерской 111 лет")),
    rows(
        "ru",
        """
        .input {$rate :integer}
        .match $rate
        one {{Скидка {$rate} процент}}
        few {{Скидка {$rate} процента}}
        * {{Скидка {$rate} процентов}}
        """,
        (["rate": 1], "Скидка 1 процент"),
        (["rate": 3], "Скидка 3 процента"),
        (["rate": 15], "Скидка 15 процентов")),
    rows(
        "ru",
        """
        .input {$rate :percent}
        .match $rate
        0 {{Сегодня без скидки.}}
        one {{Скидка всего {$rate}.}}
        * {{Скидка {$rate} на всю керамику.}}
        """,
        (["rate": 0], "Сегодня без скидки."),
        (["rate": .decimal("0.01")], "Скидка всего 1 %."),
        (["rate": .decimal("0.15")], "Скидка 15 % на всю керамику.")),
    rows(
        "ru",
        "Комиссия банка — {$rate :percent maximumFractionDigits=1}.",
        (["rate": .decimal("0.025")], "Комиссия банка — 2,5 %.")),
    rows(
        "ru",
        "Итого: {$price :currency currency=RUB currencyDisplay=narrowSymbol trailingZeroDisplay=stripIfInteger}",
        (["price": 3_490], "Итого: 3 490 ₽"),
        (["price": .decimal("3490.50")], "Итого: 3 490,50 ₽")),
    rows(
        "ru",
        "Ковёр стоит {$price :currency currencyDisplay=narrowSymbol fractionDigits=0}.",
        (["price": .money("19900.00", currency: "KZT")], "Ковёр стоит 19 900 ₸."),
        (["price": .money("268", currency: "CNY")], "Ковёр стоит 268 ¥.")),
    rows(
        "ru",
        "Чай — {$price :currency currency=CNY currencyDisplay=narrowSymbol} за пачку",
        (["price": .decimal("45.5")], "Чай — 45,50 ¥ за пачку")),
    rows(
        "ru",
        "Вернём {$price :currency currency=RUB currencyDisplay=name fractionDigits=0}.",
        (["price": 1], "Вернём 1 российский рубль."),
        (["price": 2], "Вернём 2 российских рубля."),
        (["price": 1_500], "Вернём 1 500 российских рублей.")),
    rows(
        "ru",
        "Курс: {1 :currency currency=CNY currencyDisplay=code fractionDigits=0} = {$rate :number minimumFractionDigits=2} ₽",
        (["rate": .decimal("11.5")], "Курс: 1 CNY = 11,50 ₽")),
    rows(
        "ru",
        "Вес брутто: {$weight :unit unit=kilogram}",
        (["weight": .decimal("12.75")], "Вес брутто: 12,75 кг")),
    rows(
        "ru",
        "В пачке {$weight :unit unit=gram unitDisplay=long} зелёного чая.",
        (["weight": 250], "В пачке 250 грамм зелёного чая."),
        (["weight": 21], "В пачке 21 грамм зелёного чая.")),
    rows(
        "ru",
        "Дорога займёт {$hours :unit unit=hour unitDisplay=long}.",
        (["hours": 1], "Дорога займёт 1 час."),
        (["hours": .decimal("2.5")], "Дорога займёт 2,5 часа."),
        (["hours": 18], "Дорога займёт 18 часов.")),
    rows(
        "ru",
        "От Алматы до Хоргоса {$way :unit unit=kilometer unitDisplay=long}.",
        (["way": 361], "От Алматы до Хоргоса 361 километр.")),
    rows(
        "ru",
        "Ночью в горах до {$degrees :unit unit=celsius}.",
        (["degrees": -5], "Ночью в горах до -5 °C.")),
    rows(
        "ru",
        "Тур начинается {$start :date fields=month-day length=long}.",
        (["start": "2027-06-05"], "Тур начинается 5 июня.")),
    rows(
        "ru",
        "Заказ от {$day :date length=short}",
        (["day": "2027-03-08"], "Заказ от 08.03.2027")),
    rows(
        "ru",
        "{$day :date fields=year-month-day-weekday length=long}",
        (["day": "2027-09-12"], "воскресенье, 12 сентября 2027 г.")),
    rows(
        "ru",
        "Отзыв от {$day :date length=long}",
        (["day": .moment(MessageMoment(daysSince1970: 20_947))], "Отзыв от 9 мая 2027 г.")),
    rows(
        "ru",
        "Курьер приедет в {$at :time}.",
        (["at": "2027-06-05T09:30:00"], "Курьер приедет в 09:30.")),
    rows(
        "ru",
        "Прямой эфир начнётся в {$at :time timeZone=|Europe/Moscow|} по Москве.",
        (["at": "2027-06-05T15:00:00+08:00"], "Прямой эфир начнётся в 10:00 по Москве.")),
    rows(
        "ru",
        "Сбор группы: {$at :datetime dateFields=month-day-weekday dateLength=long timePrecision=minute}.",
        (["at": "2027-07-02T07:15:00"], "Сбор группы: пятница, 2 июля в 07:15.")),
    rows(
        "ru",
        ".local $way = {|month-day|} .local $first = {$start :date fields=$way length=long} .local $last = {$end :date fields=$way length=long} {{Тур пройдёт с {$first} по {$last}.}}",
        (["start": "2027-06-29", "end": "2027-07-04"], "Тур пройдёт с 29 июня по 4 июля.")),
    rows(
        "ru",
        ".input {$a :integer} .local $b = {$a :offset add=1} .local $c = {$b :offset add=1} {{Страницы {$a}, {$b} и {$c}}}",
        (["a": 9], "Страницы 9, 10 и 11")),
    rows(
        "ru",
        ".local $net = {$grams :number maximumFractionDigits=1} .local $shown = {$net :unit unit=kilogram unitDisplay=long} {{Нетто: {$shown}}}",
        (["grams": .decimal("1.26")], "Нетто: 1,3 килограмма")),
    rows(
        "ru",
        #"Код купона \{{$code}\} вводите без скобок, а путь пишите через \\."#,
        (["code": "НАУРЫЗ"], #"Код купона {НАУРЫЗ} вводите без скобок, а путь пишите через \."#)),
    rows(
        "ru",
        "{{.рф и .рус — тоже адреса нашего магазина.}}",
        ([:], ".рф и .рус — тоже адреса нашего магазина.")),
    rows(
        "ru",
        #"Тур {|«Великий шёлковый путь»|}, код {|А\|7|}, дней: {8 :integer}"#,
        ([:], "Тур «Великий шёлковый путь», код А|7, дней: 8")),
    rows(
        "ru",
        "{#b}Бесплатная доставка{/b} от {$sum :currency currency=RUB fractionDigits=0}{#br /} по всей России",
        (["sum": 5_000], "Бесплатная доставка от 5 000 ₽ по всей России")),
    rows(
        "ru",
        "{#link to=|/korzina|}Перейти в корзину{/link} ({$count :integer})",
        (["count": 2], "Перейти в корзину (2)")),
    rows(
        "ru",
        "Здравствуйте, {$name}! Ваш заказ № {$number :string} уже в пути.",
        (["name": "Ольга", "number": "0042"], "Здравствуйте, Ольга! Ваш заказ № 0042 уже в пути.")),
    rows(
        "ru",
        ".input {$stars :number minimumFractionDigits=1 maximumFractionDigits=1} {{Оценка: {$stars} из {5}}}",
        (["stars": 5], "Оценка: 5,0 из 5"),
        (["stars": .decimal("4.75")], "Оценка: 4,8 из 5")),
    rows(
        "ru",
        "Баланс бонусов: {$points :integer signDisplay=always}",
        (["points": 120], "Баланс бонусов: +120")),
    rows(
        "ru",
        "Артикул {$id :integer minimumIntegerDigits=6 useGrouping=never}",
        (["id": 731], "Артикул 000731")),
    rows(
        "ru",
        """
        .input {$n :integer}
        .match $n
        one {{Найден {$n} ковёр по запросу «{$query}».}}
        few {{Найдено {$n} ковра по запросу «{$query}».}}
        * {{Найдено {$n} ковров по запросу «{$query}».}}
        """,
        (["n": 1, "query": "шёлк"], "Найден 1 ковёр по запросу «шёлк»."),
        (["n": 33, "query": "шёлк"], "Найдено 33 ковра по запросу «шёлк»."),
        (["n": 70, "query": "шёлк"], "Найдено 70 ковров по запросу «шёлк».")),
    rows(
        "ru",
        """
        .input {$n :integer}
        .match $n
        one {{{$n} турист записался}}
        few {{{$n} туриста записались}}
        * {{{$n} туристов записались}}
        """,
        (["n": 41], "41 турист записался"),
        (["n": 104], "104 туриста записались"),
        (["n": 119], "119 туристов записались")),
]

/// Nouns stay singular after numbers; the endings agree with the word or number before them.
private let kazakh: [[OwnMessage]] = [
    rows(
        "kk",
        """
        .input {$count :integer}
        .match $count
        0 {{Себетіңіз бос.}}
        * {{Себетте {$count} тауар бар.}}
        """,
        (["count": 0], "Себетіңіз бос."),
        (["count": 1], "Себетте 1 тауар бар."),
        (["count": 5], "Себетте 5 тауар бар."),
        (["count": 21], "Себетте 21 тауар бар.")),
    rows(
        "kk",
        """
        .input {$places :integer}
        .match $places
        0 {{Бұл саяхатта орын қалмады.}}
        1 {{Соңғы орын қалды!}}
        * {{{$places} орын қалды.}}
        """,
        (["places": 0], "Бұл саяхатта орын қалмады."),
        (["places": 1], "Соңғы орын қалды!"),
        (["places": 2], "2 орын қалды."),
        (["places": 11], "11 орын қалды.")),
    rows(
        "kk",
        """
        .input {$n :number}
        .match $n
        one {{Бір ғана пікір бар.}}
        other {{{$n} пікір бар.}}
        * {{Пікірлер бар.}}
        """,
        (["n": 1], "Бір ғана пікір бар."),
        (["n": 22], "22 пікір бар."),
        (["n": 0], "0 пікір бар.")),
    rows(
        "kk",
        "{$from :kk:case case=ablative} {$to :kk:case case=dative} дейін жеткіземіз.",
        (["from": "Үрімші", "to": "Алматы"], "Үрімшіден Алматыға дейін жеткіземіз."),
        (["from": "Қорғас", "to": "Шымкент"], "Қорғастан Шымкентке дейін жеткіземіз."),
        (["from": "Бейжің", "to": "Ақтау"], "Бейжіңнен Ақтауға дейін жеткіземіз."),
        (["from": "Өскемен", "to": "Мәскеу"], "Өскеменнен Мәскеуге дейін жеткіземіз.")),
    rows(
        "kk",
        "{$city :kk:case case=locative} дүкеніміз ашылды.",
        (["city": "Астана"], "Астанада дүкеніміз ашылды."),
        (["city": "Тараз"], "Таразда дүкеніміз ашылды."),
        (["city": "Түркістан"], "Түркістанда дүкеніміз ашылды."),
        (["city": "Көкшетау"], "Көкшетауда дүкеніміз ашылды.")),
    rows(
        "kk",
        "{$name :kk:case case=genitive} пікірі",
        (["name": "Айгүл"], "Айгүлдің пікірі"),
        (["name": "Ерлан"], "Ерланның пікірі"),
        (["name": "Бақыт"], "Бақыттың пікірі"),
        (["name": "Әли"], "Әлидің пікірі")),
    rows(
        "kk",
        "{$name :kk:case case=dative} сыйлық жіберілді.",
        (["name": "Гүлмира"], "Гүлмираға сыйлық жіберілді."),
        (["name": "Сергей"], "Сергейге сыйлық жіберілді.")),
    rows(
        "kk",
        "{$thing :kk:case case=accusative} себетке салу",
        (["thing": "кілем"], "кілемді себетке салу"),
        (["thing": "домбыра"], "домбыраны себетке салу"),
        (["thing": "тұскиіз"], "тұскиізді себетке салу"),
        (["thing": "көйлек"], "көйлекті себетке салу")),
    rows(
        "kk",
        "Топқа {$least :kk:case case=ablative} {$most :kk:case case=dative} дейін адам қабылданады.",
        (["least": 6, "most": 12], "Топқа 6-дан 12-ге дейін адам қабылданады."),
        (["least": 10, "most": 40], "Топқа 10-нан 40-қа дейін адам қабылданады."),
        (["least": 3, "most": 5], "Топқа 3-тен 5-ке дейін адам қабылданады.")),
    rows(
        "kk",
        "Сағат {$at :kk:case case=locative} жолға шығамыз.",
        (["at": 7], "Сағат 7-де жолға шығамыз."),
        (["at": 9], "Сағат 9-да жолға шығамыз.")),
    rows(
        "kk",
        "Тегін жеткізу {$sum :kk:case case=ablative} басталады.",
        (["sum": 10_000], "Тегін жеткізу 10 000-нан басталады.")),
    rows(
        "kk",
        ".local $year = {$y :integer useGrouping=never} {{Шеберхана {$year :kk:case case=ablative} бері жұмыс істейді.}}",
        (["y": 1_998], "Шеберхана 1998-ден бері жұмыс істейді.")),
    rows(
        "kk",
        ".local $city = {$name :kk:case case=locative possessed=yes} {{Тауар {$city} сақталады.}}",
        (["name": "Алматы қаласы"], "Тауар Алматы қаласында сақталады."),
        (["name": "Абай көшесі"], "Тауар Абай көшесінде сақталады.")),
    rows(
        "kk",
        "{|«Ұлы жібек жолы»| :kk:case case=dative possessed=yes} қош келдіңіз!",
        ([:], "«Ұлы жібек жолына» қош келдіңіз!")),
    rows(
        "kk",
        "{$service :kk:case case=instrumental} жөнелтеміз.",
        (["service": "DHL"], "DHL-мен жөнелтеміз."),
        (["service": "пошта"], "поштамен жөнелтеміз."),
        (["service": "ұшақ"], "ұшақпен жөнелтеміз."),
        (["service": "теңіз"], "теңізбен жөнелтеміз."),
        (["service": "поезд"], "поезбен жөнелтеміз.")),
    rows(
        "kk",
        "{|АҚШ| :kk:case case=ablative} тапсырыс әзірге қабылданбайды.",
        ([:], "АҚШ-тан тапсырыс әзірге қабылданбайды.")),
    rows(
        "kk",
        ".local $weight = {$w :unit unit=kilogram} {{{$weight :kk:case case=dative} дейін тегін.}}",
        (["w": 5], "5 кг-ға дейін тегін.")),
    rows(
        "kk",
        ".local $weight = {$w :unit unit=kilogram unitDisplay=long} {{{$weight :kk:case case=dative} дейін тегін.}}",
        (["w": 5], "5 килограмға дейін тегін.")),
    rows(
        "kk",
        ".local $price = {$p :currency currency=KZT fractionDigits=0} {{{$price :kk:case case=ablative} бастап}}",
        (["p": 19_900], "19 900 ₸-ден бастап")),
    rows(
        "kk",
        ".local $rate = {$r :percent} {{Баға {$rate :kk:case case=dative} төмендеді.}}",
        (["r": .decimal("0.15")], "Баға 15%-ға төмендеді.")),
    rows(
        "kk",
        ".local $start = {$day :date fields=month-day length=long} {{Саяхат {$start :kk:case case=locative} басталады.}}",
        (["day": "2027-06-05"], "Саяхат 5 маусымда басталады."),
        (["day": "2027-09-12"], "Саяхат 12 қыркүйекте басталады."),
        (["day": "2027-03-21"], "Саяхат 21 наурызда басталады.")),
    rows(
        "kk",
        ".local $a = {$start :date fields=month-day length=long} .local $b = {$end :date fields=month-day length=long} {{Жеңілдік {$a :kk:case case=ablative} {$b :kk:case case=dative} дейін.}}",
        (["start": "2027-07-01", "end": "2027-08-31"], "Жеңілдік 1 шілдеден 31 тамызға дейін.")),
    rows(
        "kk",
        ".local $hour = {$at :time} {{Курьер {$hour :kk:case case=locative} келеді.}}",
        (["at": "2027-06-05T18:30:00"], "Курьер 18:30-да келеді.")),
    rows(
        "kk",
        "{$day :date length=long}",
        (["day": "2027-06-05"], "2027 ж. 5 маусым"),
        (["day": .moment(MessageMoment(daysSince1970: 21_168))], "2027 ж. 16 желтоқсан")),
    rows(
        "kk",
        "Тапсырыс күні: {$day :date length=short}",
        (["day": "2027-03-08"], "Тапсырыс күні: 08.03.2027")),
    rows(
        "kk",
        "Жиналатын күн — {$day :date fields=weekday length=long}.",
        (["day": "2027-06-05"], "Жиналатын күн — сенбі."),
        (["day": "2027-06-07"], "Жиналатын күн — дүйсенбі.")),
    rows(
        "kk",
        "{$at :datetime dateFields=month-day-weekday dateLength=long timePrecision=minute}",
        (["at": "2027-07-02T07:15:00"], "2 шілде, жұма, 07:15")),
    rows(
        "kk",
        "Тікелей эфир Астана уақытымен {$at :time timeZone=|Asia/Almaty|} басталады.",
        (["at": "2027-06-05T12:00:00+08:00"], "Тікелей эфир Астана уақытымен 09:00 басталады.")),
    rows(
        "kk",
        """
        .input {$rate :percent}
        .match $rate
        0 {{Бүгін жеңілдік жоқ.}}
        * {{Барлық киізге {$rate} жеңілдік.}}
        """,
        (["rate": 0], "Бүгін жеңілдік жоқ."),
        (["rate": .decimal("0.2")], "Барлық киізге 20% жеңілдік.")),
    rows(
        "kk",
        "Банк {$rate :percent maximumFractionDigits=1} комиссия алады.",
        (["rate": .decimal("0.015")], "Банк 1,5% комиссия алады.")),
    rows(
        "kk",
        "Бағасы: {$price :currency currency=KZT trailingZeroDisplay=stripIfInteger}",
        (["price": 19_900], "Бағасы: 19 900 ₸"),
        (["price": .decimal("1250.5")], "Бағасы: 1 250,50 ₸")),
    rows(
        "kk",
        "Жалпы сома: {$price :currency currencyDisplay=narrowSymbol fractionDigits=0}",
        (["price": .money("3490.00", currency: "RUB")], "Жалпы сома: 3 490 ₽"),
        (["price": .money("268", currency: "CNY")], "Жалпы сома: 268 ¥")),
    rows(
        "kk",
        "Салмағы {$weight :unit unit=gram unitDisplay=long}",
        (["weight": 250], "Салмағы 250 грамм")),
    rows(
        "kk",
        "Жол ұзақтығы — {$way :unit unit=kilometer unitDisplay=long}, {$hours :unit unit=hour unitDisplay=long}.",
        (["way": 361, "hours": 5], "Жол ұзақтығы — 361 километр, 5 сағат.")),
    rows(
        "kk",
        """
        .input {$days :integer} .input {$nights :integer}
        .match $days $nights
        1 0 {{Бір күндік саяхат}}
        * 0 {{{$days} күндік саяхат}}
        * * {{{$days} күн, {$nights} түн}}
        """,
        (["days": 1, "nights": 0], "Бір күндік саяхат"),
        (["days": 2, "nights": 0], "2 күндік саяхат"),
        (["days": 5, "nights": 4], "5 күн, 4 түн")),
    rows(
        "kk",
        """
        .input {$count :integer} .local $rest = {$count :offset subtract=1}
        .match $rest
        0 {{{$name} бұл пікірді пайдалы деп тапты.}}
        * {{{$name} және тағы {$rest} адам бұл пікірді пайдалы деп тапты.}}
        """,
        (["count": 1, "name": "Анна"], "Анна бұл пікірді пайдалы деп тапты."),
        (["count": 3, "name": "Анна"], "Анна және тағы 2 адам бұл пікірді пайдалы деп тапты.")),
    rows(
        "kk",
        """
        .input {$n :integer select=ordinal}
        .match $n
        50 {{Сіз кезекте {$n}-шісіз.}}
        70 {{Сіз кезекте {$n}-шісіз.}}
        80 {{Сіз кезекте {$n}-шісіз.}}
        100 {{Сіз кезекте {$n}-шісіз.}}
        many {{Сіз кезекте {$n}-шысыз.}}
        * {{Сіз кезекте {$n}-шісіз.}}
        """,
        (["n": 1], "Сіз кезекте 1-шісіз."),
        (["n": 6], "Сіз кезекте 6-шысыз."),
        (["n": 19], "Сіз кезекте 19-шысыз."),
        (["n": 40], "Сіз кезекте 40-шысыз."),
        (["n": 50], "Сіз кезекте 50-шісіз.")),
    rows(
        "kk",
        """
        .input {$n :integer select=exact}
        .match $n
        1 {{Жалғыз данасы қалды}}
        2 {{Бір жұбы қалды}}
        * {{{$n} данасы қалды}}
        """,
        (["n": 1], "Жалғыз данасы қалды"),
        (["n": 2], "Бір жұбы қалды"),
        (["n": 7], "7 данасы қалды")),
    rows(
        "kk",
        """
        .input {$kind :string}
        .match $kind
        tour {{Саяхатқа жазылдыңыз.}}
        carpet {{Кілем жолға шықты.}}
        ыдыс {{Ыдыс мұқият оралды.}}
        * {{Тапсырыс қабылданды.}}
        """,
        (["kind": "tour"], "Саяхатқа жазылдыңыз."),
        (["kind": "ыдыс"], "Ыдыс мұқият оралды."),
        (["kind": "tea"], "Тапсырыс қабылданды.")),
    rows(
        "kk",
        """
        .input {$kind :string} .input {$n :integer}
        .match $kind $n
        shoes * {{{$n} жұп аяқкиім}}
        tea 1 {{бір қорап шай}}
        tea * {{{$n} қорап шай}}
        * * {{{$n} дана}}
        """,
        (["kind": "shoes", "n": 2], "2 жұп аяқкиім"),
        (["kind": "tea", "n": 1], "бір қорап шай"),
        (["kind": "tea", "n": 12], "12 қорап шай"),
        (["kind": "bowl", "n": 100], "100 дана")),
    rows(
        "kk",
        """
        .input {$age :integer}
        .match $age
        0 {{Балалар тегін.}}
        * {{{$age} жасқа дейінгі балалар тегін.}}
        """,
        (["age": 0], "Балалар тегін."),
        (["age": 7], "7 жасқа дейінгі балалар тегін.")),
    rows(
        "kk",
        "Бағалауы: {$stars :number minimumFractionDigits=1 maximumFractionDigits=1}",
        (["stars": .decimal("4.75")], "Бағалауы: 4,8")),
    rows(
        "kk",
        #"Купон: \{{$code}\}"#,
        (["code": "НАУРЫЗ"], "Купон: {НАУРЫЗ}")),
    rows(
        "kk",
        "{#b}Тегін жеткізу{/b}{#br /} — {$city :kk:case case=locative}",
        (["city": "Қостанай"], "Тегін жеткізу — Қостанайда")),
    rows(
        "kk",
        ".input {$a :integer} .local $b = {$a :offset add=2} .local $c = {$b :kk:case case=dative} {{{$a} беттен {$c} дейін}}",
        (["a": 8], "8 беттен 10-ға дейін")),
    rows(
        "kk",
        "Құрметті {$name}, № {$number :string} тапсырысыңыз жолда.",
        (["name": "Дәулет", "number": "0042"], "Құрметті Дәулет, № 0042 тапсырысыңыз жолда.")),
]

/// No plural, but measure words; two of a thing are 两, not 二.
private let chinese: [[OwnMessage]] = [
    rows(
        "zh-Hans",
        """
        .input {$count :integer}
        .match $count
        0 {{购物车是空的。}}
        * {{购物车里有 {$count} 件商品。}}
        """,
        (["count": 0], "购物车是空的。"),
        (["count": 1], "购物车里有 1 件商品。"),
        (["count": 2], "购物车里有 2 件商品。"),
        (["count": 100], "购物车里有 100 件商品。")),
    rows(
        "zh-Hans",
        """
        .input {$places :integer}
        .match $places
        0 {{本团已满员。}}
        1 {{仅剩最后 1 个名额！}}
        * {{还剩 {$places} 个名额。}}
        """,
        (["places": 0], "本团已满员。"),
        (["places": 1], "仅剩最后 1 个名额！"),
        (["places": 21], "还剩 21 个名额。")),
    rows(
        "zh-Hans",
        """
        .input {$kind :string} .input {$n :integer}
        .match $kind $n
        carpet * {{{$n} 块地毯}}
        teapot * {{{$n} 把茶壶}}
        boots * {{{$n} 双皮靴}}
        scarf 1 {{一条丝巾}}
        scarf * {{{$n} 条丝巾}}
        lamp * {{{$n} 盏灯}}
        book * {{{$n} 本书}}
        dombra * {{{$n} 把冬不拉}}
        * * {{{$n} 件商品}}
        """,
        (["kind": "carpet", "n": 3], "3 块地毯"),
        (["kind": "teapot", "n": 1], "1 把茶壶"),
        (["kind": "boots", "n": 2], "2 双皮靴"),
        (["kind": "scarf", "n": 1], "一条丝巾"),
        (["kind": "scarf", "n": 5], "5 条丝巾"),
        (["kind": "lamp", "n": 2], "2 盏灯"),
        (["kind": "dombra", "n": 11], "11 把冬不拉"),
        (["kind": "other", "n": 8], "8 件商品")),
    rows(
        "zh-Hans",
        """
        .input {$n :integer}
        .match $n
        1 {{买一件即可包邮}}
        2 {{买两件即可包邮}}
        * {{买 {$n} 件即可包邮}}
        """,
        (["n": 1], "买一件即可包邮"),
        (["n": 2], "买两件即可包邮"),
        (["n": 3], "买 3 件即可包邮")),
    rows(
        "zh-Hans",
        ".input {$n :number} .match $n other {{共 {$n} 条评价}} * {{有评价}}",
        (["n": 0], "共 0 条评价"),
        (["n": 1], "共 1 条评价"),
        (["n": 1_234], "共 1,234 条评价")),
    rows(
        "zh-Hans",
        """
        .input {$days :integer} .input {$nights :integer}
        .match $days $nights
        1 0 {{一日游}}
        * 0 {{{$days} 日游，不含住宿}}
        * * {{{$days} 天 {$nights} 晚}}
        """,
        (["days": 1, "nights": 0], "一日游"),
        (["days": 2, "nights": 0], "2 日游，不含住宿"),
        (["days": 5, "nights": 4], "5 天 4 晚")),
    rows(
        "zh-Hans",
        """
        .input {$count :integer} .local $rest = {$count :offset subtract=2}
        .match $count
        0 {{还没有人觉得这条评价有用。}}
        1 {{{$first}觉得这条评价有用。}}
        2 {{{$first}和{$second}觉得这条评价有用。}}
        * {{{$first}、{$second}和另外 {$rest} 人觉得这条评价有用。}}
        """,
        (["count": 0, "first": "王芳", "second": "李伟"], "还没有人觉得这条评价有用。"),
        (["count": 1, "first": "王芳", "second": "李伟"], "王芳觉得这条评价有用。"),
        (["count": 2, "first": "王芳", "second": "李伟"], "王芳和李伟觉得这条评价有用。"),
        (["count": 4, "first": "王芳", "second": "李伟"], "王芳、李伟和另外 2 人觉得这条评价有用。")),
    rows(
        "zh-Hans",
        """
        .input {$gender :string}
        .match $gender
        female {{{$name}女士，您好！}}
        male {{{$name}先生，您好！}}
        * {{{$name}，您好！}}
        """,
        (["gender": "female", "name": "王"], "王女士，您好！"),
        (["gender": "male", "name": "李"], "李先生，您好！"),
        (["gender": "unknown", "name": "阿依古丽"], "阿依古丽，您好！")),
    rows(
        "zh-Hans",
        """
        .input {$gender :string} .input {$n :integer}
        .match $gender $n
        female 0 {{她还没有写过评价}}
        female * {{她写过 {$n} 条评价}}
        * 0 {{他还没有写过评价}}
        * * {{他写过 {$n} 条评价}}
        """,
        (["gender": "female", "n": 0], "她还没有写过评价"),
        (["gender": "female", "n": 3], "她写过 3 条评价"),
        (["gender": "male", "n": 0], "他还没有写过评价"),
        (["gender": "male", "n": 12], "他写过 12 条评价")),
    rows(
        "zh-Hans",
        """
        .input {$n :integer select=ordinal}
        .match $n
        1 {{这是您的第一份订单，谢谢！}}
        * {{这是您的第 {$n} 份订单。}}
        """,
        (["n": 1], "这是您的第一份订单，谢谢！"),
        (["n": 2], "这是您的第 2 份订单。"),
        (["n": 22], "这是您的第 22 份订单。")),
    rows(
        "zh-Hans",
        """
        .input {$n :integer select=exact}
        .match $n
        2 {{一对}}
        4 {{一套四只}}
        * {{{$n} 只}}
        """,
        (["n": 2], "一对"),
        (["n": 4], "一套四只"),
        (["n": 6], "6 只")),
    rows(
        "zh-Hans",
        """
        .input {$fold :number}
        .match $fold
        10 {{原价}}
        5 {{半价}}
        * {{{$fold} 折}}
        """,
        (["fold": 10], "原价"),
        (["fold": 5], "半价"),
        (["fold": .decimal("8.5")], "8.5 折")),
    rows(
        "zh-Hans",
        """
        .input {$rate :percent}
        .match $rate
        0 {{今日无优惠}}
        50 {{今日半价}}
        * {{立减 {$rate}}}
        """,
        (["rate": 0], "今日无优惠"),
        (["rate": .decimal("0.5")], "今日半价"),
        (["rate": .decimal("0.15")], "立减 15%")),
    rows(
        "zh-Hans",
        "手续费 {$rate :percent maximumFractionDigits=1}",
        (["rate": .decimal("0.025")], "手续费 2.5%")),
    rows(
        "zh-Hans",
        "合计：{$price :currency currency=CNY}",
        (["price": .decimal("268.5")], "合计：¥268.50")),
    rows(
        "zh-Hans",
        "合计：{$price :currency currency=CNY trailingZeroDisplay=stripIfInteger}",
        (["price": 268], "合计：¥268"),
        (["price": 12_680], "合计：¥12,680")),
    rows(
        "zh-Hans",
        "售价 {$price :currency currencyDisplay=narrowSymbol fractionDigits=0}",
        (["price": .money("19900.00", currency: "KZT")], "售价 ₸19,900"),
        (["price": .money("3490", currency: "RUB")], "售价 ₽3,490")),
    rows(
        "zh-Hans",
        "退款 {$price :currency currency=KZT currencyDisplay=name fractionDigits=0}",
        (["price": 5_000], "退款 5,000哈萨克斯坦坚戈")),
    rows(
        "zh-Hans",
        "汇率：{1 :currency currency=CNY currencyDisplay=code fractionDigits=0} = {$rate :number minimumFractionDigits=2} ₽",
        (["rate": .decimal("11.5")], "汇率：CNY 1 = 11.50 ₽")),
    rows(
        "zh-Hans",
        "毛重 {$weight :unit unit=kilogram unitDisplay=long}",
        (["weight": .decimal("2.5")], "毛重 2.5千克")),
    rows(
        "zh-Hans",
        "每包 {$weight :unit unit=gram unitDisplay=long}",
        (["weight": 250], "每包 250克")),
    rows(
        "zh-Hans",
        "全程 {$way :unit unit=kilometer}，约 {$hours :unit unit=hour}",
        (["way": 361, "hours": 5], "全程 361公里，约 5小时")),
    rows(
        "zh-Hans",
        "包裹将在 {$days :unit unit=day unitDisplay=long}内送达",
        (["days": 7], "包裹将在 7天内送达")),
    rows(
        "zh-Hans",
        "夜间气温约 {$degrees :unit unit=celsius}",
        (["degrees": -5], "夜间气温约 -5°C")),
    rows(
        "zh-Hans",
        "出发日期：{$day :date length=long}",
        (["day": "2027-06-05"], "出发日期：2027年6月5日"),
        (["day": .moment(MessageMoment(daysSince1970: 21_092))], "出发日期：2027年10月1日")),
    rows(
        "zh-Hans",
        "下单日期 {$day :date length=short}",
        (["day": "2027-03-08"], "下单日期 2027/3/8")),
    rows(
        "zh-Hans",
        "{$day :date fields=month-day-weekday length=long}出发",
        (["day": "2027-06-05"], "6月5日星期六出发")),
    rows(
        "zh-Hans",
        "每{$day :date fields=weekday}发车",
        (["day": "2027-06-07"], "每周一发车")),
    rows(
        "zh-Hans",
        "集合时间：{$at :time}",
        (["at": "2027-06-05T09:30:00"], "集合时间：09:30")),
    rows(
        "zh-Hans",
        "快递员{$at :time hour12=true}到",
        (["at": "2027-06-05T18:30:00"], "快递员下午6:30到")),
    rows(
        "zh-Hans",
        "直播于北京时间 {$at :time timeZone=|Asia/Shanghai|} 开始",
        (["at": "2027-06-05T10:00:00+05:00"], "直播于北京时间 13:00 开始")),
    rows(
        "zh-Hans",
        "直播于阿拉木图时间 {$at :time timeZone=|Asia/Almaty|} 开始",
        (["at": "2027-06-05T12:00:00+08:00"], "直播于阿拉木图时间 09:00 开始")),
    rows(
        "zh-Hans",
        "集合：{$at :datetime dateFields=month-day-weekday dateLength=long timePrecision=minute}",
        (["at": "2027-07-02T07:15:00"], "集合：7月2日星期五 07:15")),
    rows(
        "zh-Hans",
        ".local $fields = {|month-day|} .local $a = {$start :date fields=$fields} .local $b = {$end :date fields=$fields} {{活动时间：{$a}至{$b}}}",
        (["start": "2027-06-29", "end": "2027-07-04"], "活动时间：6月29日至7月4日")),
    rows(
        "zh-Hans",
        ".input {$a :integer} .local $b = {$a :offset add=1} .local $c = {$b :offset add=1} {{第 {$a}、{$b}、{$c} 页}}",
        (["a": 9], "第 9、10、11 页")),
    rows(
        "zh-Hans",
        """
        .input {$age :integer}
        .match $age
        0 {{不限年龄}}
        18 {{仅限成年人}}
        * {{{$age} 岁及以上}}
        """,
        (["age": 0], "不限年龄"),
        (["age": 7], "7 岁及以上"),
        (["age": 18], "仅限成年人")),
    rows(
        "zh-Hans",
        """
        .input {$stock :integer}
        .match $stock
        0 {{暂时缺货}}
        1 {{仅此一件}}
        * {{库存 {$stock} 件}}
        """,
        (["stock": 0], "暂时缺货"),
        (["stock": 1], "仅此一件"),
        (["stock": 130], "库存 130 件")),
    rows(
        "zh-Hans",
        #"优惠码 \{{$code}\} 不含花括号，路径用 \\ 分隔"#,
        (["code": "春节"], #"优惠码 {春节} 不含花括号，路径用 \ 分隔"#)),
    rows(
        "zh-Hans",
        #"线路{|“丝绸之路”|}，编号 {|A\|7|}，共 {8 :integer} 天"#,
        ([:], "线路“丝绸之路”，编号 A|7，共 8 天")),
    rows(
        "zh-Hans",
        "{#b}全国包邮{/b}{#br /}，满 {$sum :currency currency=CNY fractionDigits=0} 可用",
        (["sum": 199], "全国包邮，满 ¥199 可用")),
    rows(
        "zh-Hans",
        "评分 {$stars :number minimumFractionDigits=1 maximumFractionDigits=1} 分",
        (["stars": 5], "评分 5.0 分")),
    rows(
        "zh-Hans",
        "积分 {$points :integer signDisplay=always}",
        (["points": 120], "积分 +120")),
    rows(
        "zh-Hans",
        "{$city :kk:case case=dative}",
        (["city": "阿拉木图"], "阿拉木图")),
    rows(
        "zh-Hans",
        "订单号 {$number :string}，收件人：{$name}",
        (["number": "0042", "name": "王芳"], "订单号 0042，收件人：王芳")),
]

/// The same shop in other scripts.
private let others: [[OwnMessage]] = [
    rows(
        "kk-Latn",
        "Sebette {$count :integer} tauar bar.",
        (["count": 5], "Sebette 5 tauar bar.")),
    rows(
        "kk-Latn",
        "{$from :kk:case case=ablative} {$to :kk:case case=dative} deiın jetkızemız.",
        (["from": "Şymkent", "to": "Ürımşı"], "Şymkentten Ürımşıge deiın jetkızemız."),
        (["from": "Qorğas", "to": "Almaty"], "Qorğastan Almatyğa deiın jetkızemız.")),
    rows(
        "kk-Latn",
        "{$day :date length=long}",
        (["day": "2027-06-05"], "2027 j. 5 mausym")),
    rows(
        "kk-Latn",
        "{$name :kk:case case=genitive} pıkırı, {$n :kk:case case=dative} deiın",
        (["name": "Aigül", "n": 6], "Aigüldıñ pıkırı, 6-ğa deiın")),
    rows(
        "kk-Latn",
        """
        .input {$n :integer}
        .match $n
        0 {{Oryn joq}}
        one {{Bır oryn bar}}
        * {{{$n} oryn bar}}
        """,
        (["n": 1], "Bır oryn bar"),
        (["n": 11], "11 oryn bar")),
    rows(
        "kk-Latn",
        "Bağasy {$price :currency currency=KZT fractionDigits=0}",
        (["price": 19_900], "Bağasy 19 900 ₸")),
    rows(
        "kk-Arab",
        "سەبەتتە {$count :integer} تاۋار بار",
        (["count": 5], "سەبەتتە 5 تاۋار بار")),
    rows(
        "kk-Arab",
        "{$city :kk:case case=dative} جەتكىزەمىز",
        (["city": "قۇلجا"], "قۇلجاعا جەتكىزەمىز"),
        (["city": "بەيجىڭ"], "بەيجىڭگە جەتكىزەمىز")),
    rows(
        "kk-Arab",
        "{$city :kk:case case=ablative}",
        (["city": "ٴۇرىمجى"], "ٴۇرىمجىدەن")),
    rows(
        "kk-Arab",
        "{$day :date length=long}",
        (["day": "2027-06-05"], "2027 ج. 5 ماۋسىم")),
    rows(
        "kk-Arab",
        "{$at :datetime}",
        (["at": "2027-06-05T18:30:00"], "2027 ج. 5 ماۋ.، 18:30")),
    rows(
        "kk-Arab",
        """
        .input {$n :integer}
        .match $n
        0 {{ورىن جوق}}
        one {{ٴبىر ورىن بار}}
        * {{{$n} ورىن بار}}
        """,
        (["n": 1], "ٴبىر ورىن بار"),
        (["n": 30], "30 ورىن بار")),
    rows(
        "zh-Hant",
        """
        .input {$count :integer}
        .match $count
        0 {{購物車是空的。}}
        * {{購物車裡有 {$count} 件商品。}}
        """,
        (["count": 0], "購物車是空的。"),
        (["count": 2], "購物車裡有 2 件商品。")),
    rows(
        "zh-Hant",
        "重量：{$weight :unit unit=kilogram unitDisplay=long}",
        (["weight": .decimal("2.5")], "重量：2.5 公斤")),
    rows(
        "zh-Hant",
        "出發日期：{$day :date fields=month-day-weekday length=long}",
        (["day": "2027-06-05"], "出發日期：6月5日 星期六")),
    rows(
        "zh-Hant",
        "集合時間：{$at :time}",
        (["at": "2027-06-05T18:30:00"], "集合時間：下午6:30")),
    rows(
        "zh-Hant",
        "售價 {$price :currency currency=TWD fractionDigits=0}",
        (["price": 1_280], "售價 $1,280")),
    rows(
        "zh-Hant",
        "全館 {$rate :percent} 折扣",
        (["rate": .decimal("0.2")], "全館 20% 折扣")),
]

@Suite("The project's own messages")
struct OwnMessageTests {
    @Test("read as they should in their language, step by step and compiled")
    func texts() throws {
        func spaced(_ text: String) -> String {
            text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }
        for row in ownMessages {
            let language = try LanguageTag(row.language)
            do throws(MessageError) {
                let message = try Message(row.source)
                let formatted = message.format(row.arguments, in: language, bidi: .none)
                #expect(spaced(formatted.text) == spaced(row.expected), "\(language): \(row.source)")
                #expect(formatted.errors.isEmpty, "\(language): \(row.source)")
                let compiled = MessageFormatter(message, language).format(row.arguments, bidi: .none)
                #expect(compiled == formatted, "\(language): \(row.source)")
            } catch {
                Issue.record("\(language): \(row.source): \(error)")
            }
        }
    }

    @Test("take the variant of the category that ICU names, and write numbers as ICU does")
    func plurals() throws {
        let values = [0...30, 100...130].joined().map(String.init) + ["1.5", "2.0"]
        var checked = 0
        var seen: Set<[String]> = []
        for row in ownMessages where seen.insert([row.language, row.source]).inserted {
            let language = try LanguageTag(row.language)
            let message = try Message(row.source)
            guard let plural = Plural(message) else { continue }
            let formatter = try DecimalFormatter(language, plural.isInteger ? .integer : .decimal)
            let rules = try PluralRules(language, ordinal: plural.isOrdinal, isNative: false)
            for value in values {
                var arguments = row.arguments
                arguments[plural.argument] = MessageArgument(typed: value)
                let category = try rules.category(of: value, as: formatter)
                let variant = try #require(plural.variant(for: value, category), "\(language): \(row.source)")
                func text(_ message: Message) -> String { message.format(arguments, in: language, bidi: .none).text }
                var alone = message
                alone.body = .pattern(variant.pattern)
                #expect(text(message) == text(alone), "\(value), \(category), \(language): \(row.source)")
                alone.body = .pattern([.placeholder(Message.Expression(.variable(plural.variable)))])
                #expect(try text(alone) == formatter.rawText(value), "\(value), \(language): \(row.source)")
            }
            checked += 1
        }
        #expect(checked >= 25)
    }

    /// A message that matches one number, written plainly.
    private struct Plural {
        var variable: String
        /// The caller's name for it.
        var argument: String
        var isInteger: Bool
        var isOrdinal: Bool
        var variants: [Message.Variant]

        init?(_ message: Message) {
            guard case .match(let selectors, let variants) = message.body, selectors.count == 1,
                let declaration = message.declarations.first(where: { $0.variable == selectors[0].variable }),
                case .variable(let argument) = declaration.value.operand,
                declaration.isInput || !message.declarations.contains(where: { $0.variable == argument }),
                let function = declaration.value.function, ["integer", "number"].contains(function.name),
                function.options.allSatisfy({ $0.name == "select" }), function.option("select") != .literal("exact")
            else { return nil }
            variable = declaration.variable
            self.argument = argument
            isInteger = function.name == "integer"
            isOrdinal = function.option("select") == .literal("ordinal")
            self.variants = variants
        }

        /// The number itself before its category before *.
        func variant(for value: String, _ category: PluralCategory) -> Message.Variant? {
            let number = Double(value).map { isInteger ? $0.rounded(.toNearestOrEven) : $0 }
            let exact = variants.first { $0.keys[0].literal.flatMap(Double.init).map { $0 == number } ?? false }
            return exact ?? variants.first { $0.keys == [.literal(category.rawValue)] }
                ?? variants.first { $0.keys == [.catchall] }
        }
    }
}
