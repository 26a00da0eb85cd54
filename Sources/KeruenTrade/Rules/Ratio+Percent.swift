extension Ratio {
    /// Reads "15%" and "9.1%", nothing below 0 or above 100 %.
    init?(percentText text: String) {
        guard text.hasSuffix("%"), let percent = Ratio(String(text.dropLast())), percent >= .zero,
            let ratio = percent.times(Ratio(percent: 1)), ratio <= .one
        else { return nil }
        self = ratio
    }

    /// The ratio as decimal percent, "9.1"; as a fraction of percent where no decimal says it.
    public var percentText: String {
        guard let percent = times(Ratio(percent: 10_000)) else { return description }
        return percent.decimalText ?? percent.description
    }

    /// The ratio as decimal text, "523.47"; nil where it has no end within nine digits.
    public var decimalText: String? {
        var (digits, scale) = (0, Int64(1))
        while digits <= 9 {
            if let scaled = Ratio(scale, over: 1).flatMap(times), scaled.denominator == 1 {
                let text = String(scaled.numerator.magnitude)
                let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
                let fraction = digits == 0 ? "" : ".\(padded.suffix(digits))"
                return "\(scaled.numerator < 0 ? "-" : "")\(padded.dropLast(digits))\(fraction)"
            }
            (digits, scale) = (digits + 1, scale * 10)
        }
        return nil
    }

    /// The product in lowest terms; nil where it does not fit.
    func times(_ other: Ratio) -> Ratio? {
        // Crosswise first, so that what cancels never overflows.
        guard let a = Ratio(numerator, over: other.denominator), let b = Ratio(other.numerator, over: denominator)
        else { return nil }
        let (up, overflowUp) = a.numerator.multipliedReportingOverflow(by: b.numerator)
        let (down, overflowDown) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        return overflowUp || overflowDown ? nil : Ratio(up, over: down)
    }
}
