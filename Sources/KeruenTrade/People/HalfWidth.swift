extension String {
    /// The text with the full-width forms of ASCII, as Chinese keyboards type digits and letters, made plain: １２Ｘ is 12X.
    var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
