import KeruenMessages

/// No plural, but measure words; two of a thing are 两, not 二.
let chineseMessages: [[OwnMessage]] = [
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
