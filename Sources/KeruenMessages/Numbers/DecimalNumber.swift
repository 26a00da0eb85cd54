/// An exact decimal number of any size, as messages write them: 0, -4.20, 42e-1.
///
/// As long as it fits, `coefficient` × 10^-`scale` is the same number for arithmetic.
public struct DecimalNumber: Sendable {
    /// As it was written.
    public let text: String
    let coefficient: Int64?
    let scale: Int

    init(_ integer: Int) {
        text = String(integer)
        (coefficient, scale) = (Int64(integer), 0)
    }

    init(coefficient: Int64, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let whole = padded.dropLast(scale)
        text = (coefficient < 0 ? "-" : "") + whole + (scale > 0 ? "." + padded.suffix(scale) : "")
    }

    /// LDML 48's number-literal of at most ten thousand digits and an exponent up to a thousand; nil for anything else, such as 042,
    /// 1., +1 and 1e99999999, which would be a text of a hundred million zeros.
    init?(_ text: String) {
        guard text.utf8.count <= 10_000 else { return nil }
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        let whole = rest.prefix(while: Self.isDigit)
        guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else { return nil }
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: Self.isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(fraction.count)
        }
        var exponent: Int? = 0
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            let isDown = rest.first == UInt8(ascii: "-")
            if isDown || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            let digits = rest.prefix(while: Self.isDigit)
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
            exponent = digits.count > 4 ? nil : Int(String(decoding: digits, as: UTF8.self)).map { isDown ? -$0 : $0 }
        }
        guard rest.isEmpty, let exponent, abs(exponent) <= 1_000 else { return nil }
        self.text = text
        var coefficient: Int64? = 0
        for digit in [whole, fraction].joined() {
            coefficient = coefficient?.appending(digit - UInt8(ascii: "0"))
        }
        if isNegative { coefficient = coefficient == 0 ? nil : coefficient.map { -$0 } }
        var scale = fraction.count - exponent
        while scale < 0, let value = coefficient {
            coefficient = value == 0 ? 0 : value.appending(0)
            scale += 1
        }
        // Numbers that need more are ICU's alone.
        if scale > 18 { coefficient = nil }
        self.coefficient = coefficient
        self.scale = max(0, scale)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Without zeros behind the last digit that counts: 1.50 is 1.5.
    var normalised: (coefficient: Int64, scale: Int)? {
        guard var coefficient else { return nil }
        var scale = scale
        while scale > 0, coefficient.isMultiple(of: 10) {
            coefficient /= 10
            scale -= 1
        }
        return (coefficient, scale)
    }

    /// Rounded to a whole number, halves to the even one, as ICU writes it.
    var rounded: DecimalNumber {
        guard let coefficient else { return self }
        return DecimalNumber(coefficient: coefficient.roundedHalfEven(dropping: scale), scale: 0)
    }

    /// Nil where the sum does not fit.
    func adding(_ integer: Int) -> DecimalNumber? {
        guard let coefficient else { return nil }
        var addend = Int64(integer)
        for _ in 0..<scale {
            let (product, overflow) = addend.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            addend = product
        }
        let (sum, overflow) = coefficient.addingReportingOverflow(addend)
        return overflow ? nil : DecimalNumber(coefficient: sum, scale: scale)
    }
}

extension DecimalNumber: Equatable {
    /// By value: 1.0 is 1.
    public static func == (a: Self, b: Self) -> Bool {
        guard let first = a.normalised, let second = b.normalised else { return a.text == b.text }
        return first == second
    }
}

extension Int64 {
    fileprivate func appending(_ digit: UInt8) -> Int64? {
        let (product, overflow) = multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        let (sum, overflows) = product.addingReportingOverflow(Int64(digit))
        return overflows ? nil : sum
    }

    /// Without its last digits, rounded half to even.
    func roundedHalfEven(dropping count: Int) -> Int64 {
        guard count > 0 else { return self }
        guard count < 19 else { return 0 }
        var divisor: Int64 = 1
        for _ in 0..<count { divisor *= 10 }
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        let half = rest.magnitude.multipliedReportingOverflow(by: 2)
        let isUp =
            half.overflow || half.partialValue > UInt64(divisor)
            || half.partialValue == UInt64(divisor) && !quotient.isMultiple(of: 2)
        return isUp ? quotient + signum() : quotient
    }
}
