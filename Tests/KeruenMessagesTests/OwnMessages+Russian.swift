import KeruenMessages

/// Nouns take one of three forms after a number, a fourth after a fraction.
let russianMessages: [[OwnMessage]] = [
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
