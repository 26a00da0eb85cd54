import KeruenMessages

/// The same shop in other scripts.
let messagesInOtherScripts: [[OwnMessage]] = [
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
