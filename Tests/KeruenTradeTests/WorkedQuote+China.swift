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
    ]
}
