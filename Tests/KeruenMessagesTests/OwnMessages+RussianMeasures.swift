import KeruenMessages

/// Sums of money, weights and ways, days and hours.
let russianMeasures: [[OwnMessage]] = [
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
]
