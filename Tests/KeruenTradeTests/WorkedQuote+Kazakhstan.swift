import KeruenTrade

extension WorkedQuote {
    static let toKazakhstan: [WorkedQuote] = [
        WorkedQuote(
            "kz 1 silk, personal", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 1],
            goods: "19900.00", freight: "1900.00", insurance: "300.00", duty: "0.00", taxes: [],
            now: "22100.00", border: "0.00",
            """
            19900.00 × 1 = 19900.00; 120 g ≤ 500 g: 1900.00; \
            19900.00 × 0.006 = 119.40 < 300.00; 19900.00 + 1900.00 + 300.00 = 22100.00
            """),
        WorkedQuote(
            "kz 5 silk, just below", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 5],
            goods: "99500.00", freight: "2550.00", insurance: "597.00", duty: "0.00", taxes: [],
            now: "102647.00", border: "0.00",
            """
            19900.00 × 5 = 99500.00 < 104694.00; 600 g: 1900.00 + 1 × 650.00 = 2550.00; \
            99500.00 × 0.006 = 597.00; 99500.00 + 2550.00 + 597.00 = 102647.00
            """),
        WorkedQuote(
            "kz EUR 200 exactly, personal", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.exact: 1],
            goods: "104694.00", freight: "1900.00", insurance: "628.16", duty: "0.00", taxes: [],
            now: "107222.16", border: "0.00",
            """
            200.00 × 523.47 = 104694.00, not above; 104694.00 × 0.006 = 628.164 ≈ 628.16; \
            104694.00 + 1900.00 + 628.16 = 107222.16
            """),
        WorkedQuote(
            "kz a tiyn above, personal", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.over: 1],
            goods: "104694.01", freight: "1900.00", insurance: "628.16", duty: "0.00", taxes: [],
            now: "107222.17", border: "0.00",
            """
            104694.01 − 104694.00 = 0.01; 0.01 × 0.15 = 0.0015 ≈ 0.00; \
            104694.01 × 0.006 = 628.16406 ≈ 628.16; 104694.01 + 1900.00 + 628.16 = 107222.17
            """),
        WorkedQuote(
            "kz 6 silk, personal", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "2205.90", taxes: [],
            now: "122666.40", border: "2205.90",
            """
            19900.00 × 6 = 119400.00; 720 g: 2550.00; 119400.00 × 0.006 = 716.40; \
            119400.00 − 104694.00 = 14706.00; 14706.00 × 0.15 = 2205.90; \
            119400.00 + 2550.00 + 716.40 = 122666.40
            """),
        WorkedQuote(
            "kz 6 silk, personal, duty paid", TradeStalls.kz, "CN", personal, .ddp, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "2205.90", taxes: [],
            now: "124872.30", border: "0.00",
            "as above; 122666.40 + 2205.90 = 124872.30, nothing at the border"),
        WorkedQuote(
            "kz 36 kg, weight alone", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.iron: 4],
            goods: "48000.00", freight: "48050.00", insurance: "300.00", duty: "5234.70", taxes: [],
            now: "96350.00", border: "5234.70",
            """
            12000.00 × 4 = 48000.00; 36 kg: 1900.00 + 71 × 650.00 = 48050.00; \
            48000.00 × 0.006 = 288.00 < 300.00; 36 − 31 = 5; 5 × 2.00 × 523.47 = 5234.70; \
            48000.00 + 48050.00 + 300.00 = 96350.00
            """),
        WorkedQuote(
            "kz 81 kg, weight outdoes value", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.iron: 9],
            goods: "108000.00", freight: "106550.00", insurance: "648.00", duty: "52347.00", taxes: [],
            now: "215198.00", border: "52347.00",
            """
            12000.00 × 9 = 108000.00; 1900.00 + 161 × 650.00 = 106550.00; \
            108000.00 × 0.006 = 648.00; 108000.00 − 104694.00 = 3306.00; \
            3306.00 × 0.15 = 495.90; 50 × 2.00 × 523.47 = 52347.00; \
            108000.00 + 106550.00 + 648.00 = 215198.00
            """),
        WorkedQuote(
            "kz 37.2 kg, value outdoes weight", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.rug: 6],
            goods: "510000.00", freight: "50000.00", insurance: "3060.00", duty: "60795.90", taxes: [],
            now: "563060.00", border: "60795.90",
            """
            85000.00 × 6 = 510000.00; 37200 g: 1900.00 + 74 × 650.00 = 50000.00; \
            510000.00 × 0.006 = 3060.00; 510000.00 − 104694.00 = 405306.00; \
            405306.00 × 0.15 = 60795.90; 6.2 × 2.00 × 523.47 = 6491.028; \
            510000.00 + 50000.00 + 3060.00 = 563060.00
            """),
        WorkedQuote(
            "kz 6 silk, 10 % off", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 6], off: "10%",
            goods: "119400.00", discount: "-11940.00", freight: "2550.00", insurance: "644.76", duty: "414.90",
            taxes: [],
            now: "110654.76", border: "414.90",
            """
            119400.00 × 0.10 = 11940.00; 119400.00 − 11940.00 = 107460.00; \
            107460.00 × 0.006 = 644.76; 107460.00 − 104694.00 = 2766.00; \
            2766.00 × 0.15 = 414.90; 107460.00 + 2550.00 + 644.76 = 110654.76
            """),
        WorkedQuote(
            "kz 6 silk, 15 000 off brings it below", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 6],
            off: "15000",
            goods: "119400.00", discount: "-15000.00", freight: "2550.00", insurance: "626.40", duty: "0.00", taxes: [],
            now: "107576.40", border: "0.00",
            """
            119400.00 − 15000.00 = 104400.00 < 104694.00; 104400.00 × 0.006 = 626.40; \
            104400.00 + 2550.00 + 626.40 = 107576.40
            """),
        WorkedQuote(
            "kz two discounts", TradeStalls.kz, "CN", personal, .dap, [TradeStalls.silk: 1, TradeStalls.toy: 1],
            off: "10% 500",
            goods: "27350.50", discount: "-3235.05", freight: "1900.00", insurance: "300.00", duty: "0.00", taxes: [],
            now: "26315.45", border: "0.00",
            """
            19900.00 + 7450.50 = 27350.50; 27350.50 × 0.10 = 2735.05; \
            2735.05 + 500.00 = 3235.05; 27350.50 − 3235.05 = 24115.45; \
            24115.45 × 0.006 = 144.6927 < 300.00; 470 g: 1900.00; \
            24115.45 + 1900.00 + 300.00 = 26315.45
            """),
        WorkedQuote(
            "kz personal in 2025", TradeStalls.kz, "CN", before, .dap, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "2205.90", taxes: [],
            now: "122666.40", border: "2205.90",
            "14706.00 × 0.15 = 2205.90; 119400.00 + 2550.00 + 716.40 = 122666.40"),
        WorkedQuote(
            "kz the last day of personal parcels", TradeStalls.kz, "CN", "2026-06-30", .dap, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "2205.90", taxes: [],
            now: "122666.40", border: "2205.90",
            "14706.00 × 0.15 = 2205.90; 119400.00 + 2550.00 + 716.40 = 122666.40"),
        WorkedQuote(
            "kz the first day of e-commerce goods", TradeStalls.kz, "CN", "2026-07-01", .dap, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "5970.00", taxes: ["20059.20"],
            now: "122666.40", border: "26029.20",
            """
            119400.00 × 0.05 = 5970.00; 119400.00 + 5970.00 = 125370.00; \
            125370.00 × 0.16 = 20059.20; 5970.00 + 20059.20 = 26029.20; \
            119400.00 + 2550.00 + 716.40 = 122666.40
            """),
        WorkedQuote(
            "kz 1 silk, e-commerce", TradeStalls.kz, "CN", ecommerce, .dap, [TradeStalls.silk: 1],
            goods: "19900.00", freight: "1900.00", insurance: "300.00", duty: "0.00", taxes: [],
            now: "22100.00", border: "0.00", isReady: false,
            "19900.00 + 1900.00 + 300.00 = 22100.00; nothing below EUR 200"),
        WorkedQuote(
            "kz EUR 200 exactly, e-commerce", TradeStalls.kz, "CN", ecommerce, .dap, [TradeStalls.exact: 1],
            goods: "104694.00", freight: "1900.00", insurance: "628.16", duty: "0.00", taxes: [],
            now: "107222.16", border: "0.00", isReady: false,
            "200.00 × 523.47 = 104694.00, not above; 104694.00 + 1900.00 + 628.16 = 107222.16"),
        WorkedQuote(
            "kz a tiyn above, e-commerce", TradeStalls.kz, "CN", ecommerce, .dap, [TradeStalls.over: 1],
            goods: "104694.01", freight: "1900.00", insurance: "628.16", duty: "5234.70", taxes: ["17588.59"],
            now: "107222.17", border: "22823.29",
            """
            104694.01 × 0.05 = 5234.7005 ≈ 5234.70; 0.5 × 523.47 = 261.735; \
            104694.01 + 5234.70 = 109928.71; 109928.71 × 0.16 = 17588.5936 ≈ 17588.59; \
            5234.70 + 17588.59 = 22823.29
            """),
        WorkedQuote(
            "kz 6 silk, e-commerce, duty paid", TradeStalls.kz, "CN", ecommerce, .ddp, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: "5970.00", taxes: ["20059.20"],
            now: "148695.60", border: "0.00",
            "122666.40 + 5970.00 + 20059.20 = 148695.60"),
        WorkedQuote(
            "kz 81 kg, a euro for each kilogram", TradeStalls.kz, "CN", ecommerce, .dap, [TradeStalls.iron: 9],
            goods: "108000.00", freight: "106550.00", insurance: "648.00", duty: "42401.07", taxes: ["24064.17"],
            now: "215198.00", border: "66465.24",
            """
            108000.00 × 0.05 = 5400.00; 81 × 523.47 = 42401.07; \
            108000.00 + 42401.07 = 150401.07; 150401.07 × 0.16 = 24064.1712 ≈ 24064.17; \
            42401.07 + 24064.17 = 66465.24
            """),
        WorkedQuote(
            "kz 36 kg below EUR 200: no weight limit any more", TradeStalls.kz, "CN", ecommerce, .dap,
            [TradeStalls.iron: 4],
            goods: "48000.00", freight: "48050.00", insurance: "300.00", duty: "0.00", taxes: [],
            now: "96350.00", border: "0.00", isReady: false,
            "48000.00 < 104694.00; 48000.00 + 48050.00 + 300.00 = 96350.00"),
        WorkedQuote(
            "kz silk and a rug", TradeStalls.kz, "CN", ecommerce, .dap, [TradeStalls.rug: 1, TradeStalls.silk: 3],
            goods: "144700.00", freight: "10350.00", insurance: "868.20", duty: "7235.00",
            taxes: ["14280.00", "10029.60"],
            now: "155918.20", border: "31544.60",
            """
            85000.00 + 59700.00 = 144700.00; 6560 g: 1900.00 + 13 × 650.00 = 10350.00; \
            144700.00 × 0.006 = 868.20; 144700.00 × 0.05 = 7235.00; 6.56 × 523.47 = 3433.9632; \
            7235.00 = 4250.00 + 2985.00; 89250.00 × 0.16 = 14280.00; \
            62685.00 × 0.16 = 10029.60; 7235.00 + 14280.00 + 10029.60 = 31544.60; \
            144700.00 + 10350.00 + 868.20 = 155918.20
            """),
        WorkedQuote(
            "kz a duty by weight, spread by value", TradeStalls.kz, "CN", ecommerce, .dap,
            [TradeStalls.iron: 8, TradeStalls.silk: 1],
            goods: "115900.00", freight: "95500.00", insurance: "695.40", duty: "37752.66",
            taxes: ["20363.29", "4221.14"],
            now: "212095.40", border: "62337.09",
            """
            96000.00 + 19900.00 = 115900.00; 72120 g: 1900.00 + 144 × 650.00 = 95500.00; \
            115900.00 × 0.006 = 695.40; 72.12 × 523.47 = 37752.6564 ≈ 37752.66; \
            largest remainder: 31270.54 + 6482.12 = 37752.66; 96000.00 + 31270.54 = 127270.54; \
            127270.54 × 0.16 = 20363.2864 ≈ 20363.29; 19900.00 + 6482.12 = 26382.12; \
            26382.12 × 0.16 = 4221.1392 ≈ 4221.14; 37752.66 + 20363.29 + 4221.14 = 62337.09; \
            115900.00 + 95500.00 + 695.40 = 212095.40
            """),
        WorkedQuote(
            "kz inland, tax in the price", TradeStalls.kzGross, "KZ", ecommerce, .dap, [TradeStalls.silk: 1],
            goods: "19900.00", freight: "1900.00", insurance: "300.00", duty: nil, taxes: ["2744.83"],
            now: "22100.00", border: "0.00",
            """
            19900.00 × 16 / 116 = 2744.8275... ≈ 2744.83, told and not added; \
            19900.00 + 1900.00 + 300.00 = 22100.00
            """),
        WorkedQuote(
            "kz inland in 2025, tax on top", TradeStalls.kz, "KZ", before, .dap, [TradeStalls.silk: 1],
            goods: "19900.00", freight: "1900.00", insurance: "300.00", duty: nil, taxes: ["2388.00"],
            now: "24488.00", border: "0.00",
            "19900.00 × 0.12 = 2388.00; 19900.00 + 1900.00 + 300.00 + 2388.00 = 24488.00"),
        WorkedQuote(
            "kz inland from 2026, tax on top", TradeStalls.kz, "KZ", "2026-01-01", .dap, [TradeStalls.silk: 1],
            goods: "19900.00", freight: "1900.00", insurance: "300.00", duty: nil, taxes: ["3184.00"],
            now: "25284.00", border: "0.00",
            "19900.00 × 0.16 = 3184.00; 19900.00 + 1900.00 + 300.00 + 3184.00 = 25284.00"),
        WorkedQuote(
            "kz from Russia: no duty, the tax unread", TradeStalls.kz, "RU", ecommerce, .dap, [TradeStalls.silk: 6],
            goods: "119400.00", freight: "2550.00", insurance: "716.40", duty: nil, taxes: [],
            now: "122666.40", border: "0.00", isReady: false,
            "119400.00 + 2550.00 + 716.40 = 122666.40"),
    ]
}
