import KeruenMessages

/// Nouns stay singular after numbers; the endings agree with the word or number before them.
let kazakhMessages: [[OwnMessage]] = [
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
