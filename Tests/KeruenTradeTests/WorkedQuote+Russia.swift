import KeruenTrade

extension WorkedQuote {
    static let toRussia: [WorkedQuote] = [
        WorkedQuote(
            "ru 1 silk, personal", TradeStalls.ru, "CN", personal, .dap, [TradeStalls.silk: 1],
            goods: "3490.00", freight: "420.00", insurance: "60.00", duty: "0.00", taxes: [],
            now: "3970.00", border: "0.00",
            "3490.00 × 0.006 = 20.94 < 60.00; 3490.00 + 420.00 + 60.00 = 3970.00"),
        WorkedQuote(
            "ru EUR 200 exactly, personal", TradeStalls.ru, "CN", personal, .dap, [TradeStalls.exact: 1],
            goods: "18246.90", freight: "420.00", insurance: "109.48", duty: "0.00", taxes: [],
            now: "18776.38", border: "0.00",
            """
            200.00 × 91.2345 = 18246.90, not above; 18246.90 × 0.006 = 109.4814 ≈ 109.48; \
            18246.90 + 420.00 + 109.48 = 18776.38
            """),
        WorkedQuote(
            "ru 6 silk, personal, a half kopeck goes up", TradeStalls.ru, "CN", personal, .dap, [TradeStalls.silk: 6],
            goods: "20940.00", freight: "565.00", insurance: "125.64", duty: "403.97", taxes: [],
            now: "21630.64", border: "403.97",
            """
            3490.00 × 6 = 20940.00; 420.00 + 1 × 145.00 = 565.00; 20940.00 × 0.006 = 125.64; \
            20940.00 − 18246.90 = 2693.10; 2693.10 × 0.15 = 403.965 ≈ 403.97; \
            20940.00 + 565.00 + 125.64 = 21630.64
            """),
        WorkedQuote(
            "ru 36 kg, weight alone", TradeStalls.ru, "CN", personal, .dap, [TradeStalls.iron: 4],
            goods: "8400.00", freight: "10715.00", insurance: "60.00", duty: "912.35", taxes: [],
            now: "19175.00", border: "912.35",
            """
            2100.00 × 4 = 8400.00; 420.00 + 71 × 145.00 = 10715.00; \
            8400.00 × 0.006 = 50.40 < 60.00; 5 × 2.00 × 91.2345 = 912.345 ≈ 912.35; \
            8400.00 + 10715.00 + 60.00 = 19175.00
            """),
        WorkedQuote(
            "ru 2 rugs, personal, duty paid", TradeStalls.ru, "CN", personal, .ddp, [TradeStalls.rug: 2],
            goods: "31800.00", freight: "3900.00", insurance: "190.80", duty: "2032.97", taxes: [],
            now: "37923.77", border: "0.00",
            """
            15900.00 × 2 = 31800.00; 12400 g: 420.00 + 24 × 145.00 = 3900.00; \
            31800.00 × 0.006 = 190.80; 31800.00 − 18246.90 = 13553.10; \
            13553.10 × 0.15 = 2032.965 ≈ 2032.97; \
            31800.00 + 3900.00 + 190.80 + 2032.97 = 37923.77
            """),
        WorkedQuote(
            "ru 6 silk, e-commerce", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.silk: 6],
            goods: "20940.00", freight: "565.00", insurance: "125.64", duty: "1047.00", taxes: ["4837.14"],
            now: "21630.64", border: "5884.14",
            """
            20940.00 × 0.05 = 1047.00; 0.72 × 91.2345 = 65.68884; \
            20940.00 + 1047.00 = 21987.00; 21987.00 × 0.22 = 4837.14; \
            1047.00 + 4837.14 = 5884.14
            """),
        WorkedQuote(
            "ru food by weight", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.nuts: 20],
            goods: "23000.00", freight: "6655.00", insurance: "138.00", duty: "2007.16", taxes: ["2500.72"],
            now: "29793.00", border: "4507.88",
            """
            1150.00 × 20 = 23000.00; 22 kg: 420.00 + 43 × 145.00 = 6655.00; \
            23000.00 × 0.006 = 138.00; 23000.00 × 0.05 = 1150.00; \
            22 × 91.2345 = 2007.159 ≈ 2007.16; 23000.00 + 2007.16 = 25007.16; \
            25007.16 × 0.10 = 2500.716 ≈ 2500.72; 2007.16 + 2500.72 = 4507.88; \
            23000.00 + 6655.00 + 138.00 = 29793.00
            """),
        WorkedQuote(
            "ru for children", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.toy: 15],
            goods: "19999.95", freight: "1870.00", insurance: "120.00", duty: "1000.00", taxes: ["2100.00"],
            now: "21989.95", border: "3100.00",
            """
            1333.33 × 15 = 19999.95; 5250 g: 420.00 + 10 × 145.00 = 1870.00; \
            19999.95 × 0.006 = 119.9997 ≈ 120.00; 19999.95 × 0.05 = 999.9975 ≈ 1000.00; \
            5.25 × 91.2345 = 478.981125; 19999.95 + 1000.00 = 20999.95; \
            20999.95 × 0.10 = 2099.995 ≈ 2100.00; 19999.95 + 1870.00 + 120.00 = 21989.95
            """),
        WorkedQuote(
            "ru three classes of tax", TradeStalls.ru, "CN", ecommerce, .dap,
            [TradeStalls.nuts: 6, TradeStalls.silk: 4, TradeStalls.toy: 1],
            goods: "22193.33", freight: "2450.00", insurance: "133.16", duty: "1109.67",
            taxes: ["724.50", "3224.76", "140.00"],
            now: "24776.49", border: "5198.93",
            """
            6900.00 + 13960.00 + 1333.33 = 22193.33; 7430 g: 420.00 + 14 × 145.00 = 2450.00; \
            22193.33 × 0.006 = 133.15998 ≈ 133.16; 22193.33 × 0.05 = 1109.6665 ≈ 1109.67; \
            largest remainder: 345.00 + 698.00 + 66.67 = 1109.67; 7245.00 × 0.10 = 724.50; \
            14658.00 × 0.22 = 3224.76; 1400.00 × 0.10 = 140.00; \
            1109.67 + 724.50 + 3224.76 + 140.00 = 5198.93; \
            22193.33 + 2450.00 + 133.16 = 24776.49
            """),
        WorkedQuote(
            "ru three classes of tax, duty paid", TradeStalls.ru, "CN", ecommerce, .ddp,
            [TradeStalls.nuts: 6, TradeStalls.silk: 4, TradeStalls.toy: 1],
            goods: "22193.33", freight: "2450.00", insurance: "133.16", duty: "1109.67",
            taxes: ["724.50", "3224.76", "140.00"],
            now: "29975.42", border: "0.00",
            "24776.49 + 5198.93 = 29975.42"),
        WorkedQuote(
            "ru honey is no listed food", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.honey: 15],
            goods: "19350.00", freight: "3320.00", insurance: "116.10", duty: "967.50", taxes: ["4469.85"],
            now: "22786.10", border: "5437.35",
            """
            1290.00 × 15 = 19350.00; 10500 g: 420.00 + 20 × 145.00 = 3320.00; \
            19350.00 × 0.006 = 116.10; 19350.00 × 0.05 = 967.50; 10.5 × 91.2345 = 957.96225; \
            19350.00 + 967.50 = 20317.50; 20317.50 × 0.22 = 4469.85; \
            967.50 + 4469.85 = 5437.35; 19350.00 + 3320.00 + 116.10 = 22786.10
            """),
        WorkedQuote(
            "ru a kopeck above, e-commerce", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.over: 1],
            goods: "18246.91", freight: "420.00", insurance: "109.48", duty: "912.35", taxes: ["4215.04"],
            now: "18776.39", border: "5127.39",
            """
            18246.91 × 0.05 = 912.3455 ≈ 912.35; 18246.91 + 912.35 = 19159.26; \
            19159.26 × 0.22 = 4215.0372 ≈ 4215.04; 912.35 + 4215.04 = 5127.39; \
            18246.91 × 0.006 = 109.48146 ≈ 109.48; 18246.91 + 420.00 + 109.48 = 18776.39
            """),
        WorkedQuote(
            "ru 8 silk, a quarter off", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.silk: 8], off: "25%",
            goods: "27920.00", discount: "-6980.00", freight: "565.00", insurance: "125.64", duty: "1047.00",
            taxes: ["4837.14"],
            now: "21630.64", border: "5884.14",
            """
            3490.00 × 8 = 27920.00; 27920.00 × 0.25 = 6980.00; 27920.00 − 6980.00 = 20940.00; \
            960 g: 565.00; 20940.00 × 0.006 = 125.64; 20940.00 + 565.00 + 125.64 = 21630.64
            """),
        WorkedQuote(
            "ru a discount that rounds up", TradeStalls.ru, "CN", ecommerce, .dap, [TradeStalls.toy: 3], off: "10%",
            goods: "3999.99", discount: "-400.00", freight: "710.00", insurance: "60.00", duty: "0.00", taxes: [],
            now: "4369.99", border: "0.00",
            """
            1333.33 × 3 = 3999.99; 3999.99 × 0.10 = 399.999 ≈ 400.00; \
            1050 g: 420.00 + 2 × 145.00 = 710.00; 3599.99 × 0.006 = 21.59994 < 60.00; \
            3999.99 − 400.00 + 710.00 + 60.00 = 4369.99
            """),
        WorkedQuote(
            "ru a thousand off three lines", TradeStalls.ru, "CN", ecommerce, .dap,
            [TradeStalls.nuts: 1, TradeStalls.silk: 1, TradeStalls.toy: 1], off: "1000",
            goods: "5973.33", discount: "-1000.00", freight: "855.00", insurance: "60.00", duty: "0.00", taxes: [],
            now: "5888.33", border: "0.00",
            """
            1150.00 + 3490.00 + 1333.33 = 5973.33; 192.52 + 584.26 + 223.22 = 1000.00; \
            1570 g: 420.00 + 3 × 145.00 = 855.00; 4973.33 × 0.006 = 29.83998 < 60.00; \
            5973.33 − 1000.00 + 855.00 + 60.00 = 5888.33
            """),
        WorkedQuote(
            "ru inland, tax on top", TradeStalls.ru, "RU", ecommerce, .dap, [TradeStalls.silk: 2],
            goods: "6980.00", freight: "420.00", insurance: "60.00", duty: nil, taxes: ["1535.60"],
            now: "8995.60", border: "0.00",
            """
            3490.00 × 2 = 6980.00; 6980.00 × 0.22 = 1535.60; \
            6980.00 + 420.00 + 60.00 + 1535.60 = 8995.60
            """),
        WorkedQuote(
            "ru inland, tax in the price", TradeStalls.ruGross, "RU", ecommerce, .dap, [TradeStalls.silk: 2],
            goods: "6980.00", freight: "420.00", insurance: "60.00", duty: nil, taxes: ["1258.69"],
            now: "7460.00", border: "0.00",
            """
            6980.00 × 22 / 122 = 1258.6885... ≈ 1258.69, told and not added; \
            6980.00 + 420.00 + 60.00 = 7460.00
            """),
        WorkedQuote(
            "ru inland food in 2025, tax on top", TradeStalls.ru, "RU", before, .dap, [TradeStalls.nuts: 2],
            goods: "2300.00", freight: "1000.00", insurance: "60.00", duty: nil, taxes: ["230.00"],
            now: "3590.00", border: "0.00",
            """
            2200 g: 420.00 + 4 × 145.00 = 1000.00; 2300.00 × 0.10 = 230.00; \
            2300.00 + 1000.00 + 60.00 + 230.00 = 3590.00
            """),
        WorkedQuote(
            "ru inland in 2025, tax in the price", TradeStalls.ruGross, "RU", before, .dap, [TradeStalls.silk: 2],
            goods: "6980.00", freight: "420.00", insurance: "60.00", duty: nil, taxes: ["1163.33"],
            now: "7460.00", border: "0.00",
            """
            6980.00 × 20 / 120 = 1163.3333... ≈ 1163.33, told and not added; \
            6980.00 + 420.00 + 60.00 = 7460.00
            """),
        WorkedQuote(
            "ru from Kazakhstan: no duty, the tax unread", TradeStalls.ru, "KZ", ecommerce, .dap, [TradeStalls.silk: 1],
            goods: "3490.00", freight: "420.00", insurance: "60.00", duty: nil, taxes: [],
            now: "3970.00", border: "0.00", isReady: false,
            "3490.00 + 420.00 + 60.00 = 3970.00"),
    ]
}
