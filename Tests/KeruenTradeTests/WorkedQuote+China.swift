import KeruenTrade

extension WorkedQuote {
    static let toChina: [WorkedQuote] = [
        WorkedQuote(
            "cn 1 silk from Kazakhstan", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.silk: 1],
            goods: "268.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["28.21"],
            now: "338.21", border: "0.00",
            """
            268.00 × 0.006 = 1.608 < 4.00; 268.00 + 38.00 + 4.00 = 310.00; \
            310.00 × 0.091 = 28.21; 310.00 + 28.21 = 338.21
            """),
        WorkedQuote(
            "cn honey at the lower rate", TradeStalls.cn, "RU", ecommerce, .dap, [TradeStalls.honey: 2],
            goods: "196.00", freight: "60.00", insurance: "4.00", duty: nil, taxes: ["16.38"],
            now: "276.38", border: "0.00",
            """
            98.00 × 2 = 196.00; 1400 g: 38.00 + 2 × 11.00 = 60.00; \
            196.00 + 60.00 + 4.00 = 260.00; 260.00 × 0.063 = 16.38; 260.00 + 16.38 = 276.38
            """),
        WorkedQuote(
            "cn two rates in one parcel", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.honey: 1, TradeStalls.silk: 2],
            goods: "634.00", freight: "49.00", insurance: "4.00", duty: nil, taxes: ["6.69", "52.85"],
            now: "746.54", border: "0.00",
            """
            98.00 + 536.00 = 634.00; 940 g: 38.00 + 1 × 11.00 = 49.00; 49.00 + 4.00 = 53.00; \
            largest remainder: 8.19 + 44.81 = 53.00; 106.19 × 0.063 = 6.68997 ≈ 6.69; \
            580.81 × 0.091 = 52.85371 ≈ 52.85; 634.00 + 49.00 + 4.00 + 6.69 + 52.85 = 746.54
            """),
        WorkedQuote(
            "cn 3 rugs", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.rug: 3],
            goods: "3540.00", freight: "445.00", insurance: "21.24", duty: nil, taxes: ["364.57"],
            now: "4370.81", border: "0.00",
            """
            1180.00 × 3 = 3540.00; 18600 g: 38.00 + 37 × 11.00 = 445.00; \
            3540.00 × 0.006 = 21.24; 3540.00 + 445.00 + 21.24 = 4006.24; \
            4006.24 × 0.091 = 364.56784 ≈ 364.57; 4006.24 + 364.57 = 4370.81
            """),
        WorkedQuote(
            "cn 4 rugs pass CNY 5 000", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.rug: 4],
            goods: "4720.00", freight: "577.00", insurance: "28.32", duty: nil, taxes: [],
            now: "5325.32", border: "0.00", isReady: false,
            """
            1180.00 × 4 = 4720.00; 24800 g: 38.00 + 49 × 11.00 = 577.00; \
            4720.00 × 0.006 = 28.32; \
            4720.00 + 577.00 + 28.32 = 5325.32 > 5000.00: no tax is known
            """),
        WorkedQuote(
            "cn 10 silk, 5 % off", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.silk: 10], off: "5%",
            goods: "2680.00", discount: "-134.00", freight: "60.00", insurance: "15.28", duty: nil, taxes: ["238.54"],
            now: "2859.82", border: "0.00",
            """
            2680.00 × 0.05 = 134.00; 2680.00 − 134.00 = 2546.00; 1200 g: 60.00; \
            2546.00 × 0.006 = 15.276 ≈ 15.28; 2546.00 + 60.00 + 15.28 = 2621.28; \
            2621.28 × 0.091 = 238.53648 ≈ 238.54; 2621.28 + 238.54 = 2859.82
            """),
        WorkedQuote(
            "cn nuts, duty paid: with the sale in any case", TradeStalls.cn, "RU", ecommerce, .ddp,
            [TradeStalls.nuts: 3],
            goods: "229.50", freight: "104.00", insurance: "4.00", duty: nil, taxes: ["21.26"],
            now: "358.76", border: "0.00",
            """
            76.50 × 3 = 229.50; 3300 g: 38.00 + 6 × 11.00 = 104.00; \
            229.50 + 104.00 + 4.00 = 337.50; 337.50 × 0.063 = 21.2625 ≈ 21.26; \
            337.50 + 21.26 = 358.76
            """),
        WorkedQuote(
            "cn a cream of CNY 10 a millilitre and more", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.cream: 1],
            goods: "480.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["120.37"],
            now: "642.37", border: "0.00",
            """
            480.00 × 0.006 = 2.88 < 4.00; 480.00 + 38.00 + 4.00 = 522.00; 522.00 ÷ 50 ml = 10.44 ≥ 10.00; \
            (0.15 + 0.13) ÷ 0.85 × 0.7 = 0.2305882...; 522.00 × 0.2305882... = 120.36705... ≈ 120.37; \
            522.00 + 120.37 = 642.37
            """),
        WorkedQuote(
            "cn a lotion of fen a millilitre", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.lotion: 2],
            goods: "192.00", freight: "49.00", insurance: "4.00", duty: nil, taxes: ["22.30"],
            now: "267.30", border: "0.00",
            """
            96.00 × 2 = 192.00; 920 g: 38.00 + 1 × 11.00 = 49.00; 192.00 + 49.00 + 4.00 = 245.00; \
            245.00 ÷ 800 ml = 0.30625 < 10.00; 245.00 × 0.091 = 22.295 ≈ 22.30; 245.00 + 22.30 = 267.30
            """),
        WorkedQuote(
            "cn CNY 10 a millilitre exactly", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.oil: 1],
            goods: "258.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["69.18"],
            now: "369.18", border: "0.00",
            """
            258.00 + 38.00 + 4.00 = 300.00; 300.00 ÷ 30 ml = 10.00, reached; \
            300.00 × 0.28 ÷ 0.85 × 0.7 = 69.17647... ≈ 69.18; 300.00 + 69.18 = 369.18
            """),
        WorkedQuote(
            "cn a fen below CNY 10 a millilitre", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.oil: 1],
            off: "0.01",
            goods: "258.00", discount: "-0.01", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["27.30"],
            now: "327.29", border: "0.00",
            """
            258.00 − 0.01 + 38.00 + 4.00 = 299.99; 299.99 ÷ 30 ml = 9.99966... < 10.00; \
            299.99 × 0.091 = 27.29909 ≈ 27.30; 299.99 + 27.30 = 327.29
            """),
        WorkedQuote(
            "cn with consumption tax and without, in one parcel", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.cream: 1, TradeStalls.silk: 1],
            goods: "748.00", freight: "38.00", insurance: "4.49", duty: nil, taxes: ["116.97", "25.77"],
            now: "933.23", border: "0.00",
            """
            480.00 + 268.00 = 748.00; 240 g: 38.00; 748.00 × 0.006 = 4.488 ≈ 4.49; \
            largest remainder: 27.27 + 15.22 = 42.49; 507.27 ÷ 50 ml = 10.1454 ≥ 10.00; \
            507.27 × 0.28 ÷ 0.85 × 0.7 = 116.97049... ≈ 116.97; 283.22 × 0.091 = 25.77302 ≈ 25.77; \
            748.00 + 38.00 + 4.49 + 116.97 + 25.77 = 933.23
            """),
        WorkedQuote(
            "cn masks of CNY 15 a piece and more", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.mask: 10],
            goods: "120.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["37.36"],
            now: "199.36", border: "0.00",
            """
            12.00 × 10 = 120.00; 120.00 + 38.00 + 4.00 = 162.00; 162.00 ÷ 10 = 16.20 ≥ 15.00; \
            162.00 × 0.28 ÷ 0.85 × 0.7 = 37.35529... ≈ 37.36; 162.00 + 37.36 = 199.36
            """),
        WorkedQuote(
            "cn masks below CNY 15 a piece", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.mask: 20],
            goods: "240.00", freight: "49.00", insurance: "4.00", duty: nil, taxes: ["26.66"],
            now: "319.66", border: "0.00",
            """
            12.00 × 20 = 240.00; 600 g: 49.00; 240.00 + 49.00 + 4.00 = 293.00; 293.00 ÷ 20 = 14.65 < 15.00; \
            293.00 × 0.091 = 26.663 ≈ 26.66; 293.00 + 26.66 = 319.66
            """),
        WorkedQuote(
            "cn perfume whose content nobody has noted", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.perfume: 1],
            goods: "350.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: [],
            now: "392.00", border: "0.00", isReady: false,
            "350.00 + 38.00 + 4.00 = 392.00; its tax can't be known"),
        WorkedQuote(
            "cn CNY 5 000 exactly in two pieces", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.felt: 2],
            off: "27.59",
            goods: "4960.00", discount: "-27.59", freight: "38.00", insurance: "29.59", duty: nil, taxes: ["455.00"],
            now: "5455.00", border: "0.00",
            """
            2480.00 × 2 − 27.59 = 4932.41; 480 g: 38.00; 4932.41 × 0.006 = 29.59446 ≈ 29.59; \
            4932.41 + 38.00 + 29.59 = 5000.00, not above; 5000.00 × 0.091 = 455.00; 5000.00 + 455.00 = 5455.00
            """),
        WorkedQuote(
            "cn a fen above CNY 5 000 in two pieces", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.felt: 2],
            off: "27.58",
            goods: "4960.00", discount: "-27.58", freight: "38.00", insurance: "29.59", duty: nil, taxes: [],
            now: "5000.01", border: "0.00", isReady: false,
            """
            2480.00 × 2 − 27.58 = 4932.42; 4932.42 × 0.006 = 29.59452 ≈ 29.59; \
            4932.42 + 38.00 + 29.59 = 5000.01 > 5000.00, and two pieces: general trade
            """),
        WorkedQuote(
            "cn CNY 5 000 exactly in one piece", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.robe: 1],
            goods: "4932.41", freight: "38.00", insurance: "29.59", duty: nil, taxes: ["455.00"],
            now: "5455.00", border: "0.00",
            """
            4932.41 × 0.006 = 29.59446 ≈ 29.59; 4932.41 + 38.00 + 29.59 = 5000.00, not above; \
            5000.00 × 0.091 = 455.00; 5000.00 + 455.00 = 5455.00
            """),
        WorkedQuote(
            "cn one carpet above CNY 5 000: all of every tax", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.carpet: 1],
            goods: "6200.00", freight: "82.00", insurance: "37.20", duty: "379.15", taxes: ["870.79"],
            now: "7569.14", border: "0.00",
            """
            2400 g: 38.00 + 4 × 11.00 = 82.00; 6200.00 × 0.006 = 37.20; 6200.00 + 82.00 + 37.20 = 6319.20 > 5000.00; \
            6319.20 × 0.06 = 379.152 ≈ 379.15; 6319.20 + 379.15 = 6698.35; 6698.35 × 0.13 = 870.7855 ≈ 870.79; \
            6319.20 + 379.15 + 870.79 = 7569.14
            """),
        WorkedQuote(
            "cn one carpet takes the last of a year", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.carpet: 1],
            used: "19680.80",
            goods: "6200.00", freight: "82.00", insurance: "37.20", duty: "379.15", taxes: ["870.79"],
            now: "7569.14", border: "0.00",
            """
            19680.80 + 6319.20 = 26000.00, not above; 6319.20 × 0.06 = 379.152 ≈ 379.15; \
            6698.35 × 0.13 = 870.7855 ≈ 870.79; 6319.20 + 379.15 + 870.79 = 7569.14
            """),
        WorkedQuote(
            "cn one carpet passes a year by a fen", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.carpet: 1],
            used: "19680.81",
            goods: "6200.00", freight: "82.00", insurance: "37.20", duty: nil, taxes: [],
            now: "6319.20", border: "0.00", isReady: false,
            "19680.81 + 6319.20 = 26000.01 > 26000.00: general trade; 6200.00 + 82.00 + 37.20 = 6319.20"),
        WorkedQuote(
            "cn one serum above CNY 5 000: consumption tax before VAT", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.serum: 1],
            goods: "5200.00", freight: "38.00", insurance: "31.20", duty: "263.46", taxes: ["976.35", "846.17"],
            now: "7355.18", border: "0.00",
            """
            5200.00 × 0.006 = 31.20; 5200.00 + 38.00 + 31.20 = 5269.20 > 5000.00; 5269.20 ÷ 100 ml = 52.692 ≥ 10.00; \
            5269.20 × 0.05 = 263.46; 5269.20 + 263.46 = 5532.66; 5532.66 × 15 ÷ 85 = 976.35176... ≈ 976.35; \
            5532.66 + 976.35 = 6509.01; 6509.01 × 0.13 = 846.1713 ≈ 846.17; \
            5269.20 + 263.46 + 976.35 + 846.17 = 7355.18
            """),
        WorkedQuote(
            "cn one yurt above CNY 5 000, its duty unread", TradeStalls.cn, "KZ", ecommerce, .dap,
            [TradeStalls.yurt: 1],
            goods: "6000.00", freight: "467.00", insurance: "36.00", duty: nil, taxes: [],
            now: "6503.00", border: "0.00", isReady: false,
            """
            20 kg: 38.00 + 39 × 11.00 = 467.00; 6000.00 × 0.006 = 36.00; \
            6000.00 + 467.00 + 36.00 = 6503.00 > 5000.00: full duty, and no rate is known
            """),
        WorkedQuote(
            "cn two carpets above CNY 5 000", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.carpet: 2],
            goods: "12400.00", freight: "137.00", insurance: "74.40", duty: nil, taxes: [],
            now: "12611.40", border: "0.00", isReady: false,
            """
            6200.00 × 2 = 12400.00; 4800 g: 38.00 + 9 × 11.00 = 137.00; 12400.00 × 0.006 = 74.40; \
            12400.00 + 137.00 + 74.40 = 12611.40 > 5000.00, and two pieces: general trade
            """),
        WorkedQuote(
            "cn silk takes the last of a year", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.silk: 1],
            used: "25690.00",
            goods: "268.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: ["28.21"],
            now: "338.21", border: "0.00",
            "25690.00 + 310.00 = 26000.00, not above; 310.00 × 0.091 = 28.21; 310.00 + 28.21 = 338.21"),
        WorkedQuote(
            "cn silk passes a year by a fen", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.silk: 1],
            used: "25690.01",
            goods: "268.00", freight: "38.00", insurance: "4.00", duty: nil, taxes: [],
            now: "310.00", border: "0.00", isReady: false,
            "25690.01 + 310.00 = 26000.01 > 26000.00: general trade; 268.00 + 38.00 + 4.00 = 310.00"),
        WorkedQuote(
            "cn 2 kg of sugar", TradeStalls.cn, "RU", ecommerce, .dap, [TradeStalls.sugar: 2],
            goods: "19.60", freight: "71.00", insurance: "4.00", duty: nil, taxes: ["8.61"],
            now: "103.21", border: "0.00",
            """
            9.80 × 2 = 19.60; 2 kg: 38.00 + 3 × 11.00 = 71.00; 19.60 + 71.00 + 4.00 = 94.60; \
            94.60 × 0.091 = 8.6086 ≈ 8.61; 94.60 + 8.61 = 103.21
            """),
        WorkedQuote(
            "cn 3 kg of sugar, more than a year's", TradeStalls.cn, "RU", ecommerce, .dap, [TradeStalls.sugar: 3],
            goods: "29.40", freight: "93.00", insurance: "4.00", duty: nil, taxes: ["11.50"],
            now: "137.90", border: "0.00", isReady: false,
            """
            9.80 × 3 = 29.40; 3 kg > 2 kg: 38.00 + 5 × 11.00 = 93.00; 29.40 + 93.00 + 4.00 = 126.40; \
            126.40 × 0.091 = 11.5024 ≈ 11.50; 126.40 + 11.50 = 137.90
            """),
        WorkedQuote(
            "cn 20 kg of rice at the lower rate", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.rice: 4],
            goods: "180.00", freight: "467.00", insurance: "4.00", duty: nil, taxes: ["41.01"],
            now: "692.01", border: "0.00",
            """
            45.00 × 4 = 180.00; 20 kg: 38.00 + 39 × 11.00 = 467.00; 180.00 + 467.00 + 4.00 = 651.00; \
            0.09 × 0.7 = 0.063; 651.00 × 0.063 = 41.013 ≈ 41.01; 651.00 + 41.01 = 692.01
            """),
        WorkedQuote(
            "cn 25 kg of rice, more than a year's", TradeStalls.cn, "KZ", ecommerce, .dap, [TradeStalls.rice: 5],
            goods: "225.00", freight: "577.00", insurance: "4.00", duty: nil, taxes: ["50.78"],
            now: "856.78", border: "0.00", isReady: false,
            """
            45.00 × 5 = 225.00; 25 kg > 20 kg: 38.00 + 49 × 11.00 = 577.00; 225.00 + 577.00 + 4.00 = 806.00; \
            806.00 × 0.063 = 50.778 ≈ 50.78; 806.00 + 50.78 = 856.78
            """),
    ]
}
