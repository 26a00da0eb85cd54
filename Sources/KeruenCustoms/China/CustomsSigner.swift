public import Foundation

/// Whether a message is meant.
public enum CustomsMode: String, Hashable, Sendable {
    case test, production
}

/// Signs messages with the merchant's key. The key (SM2) is on the merchant's hardware and never comes here.
public protocol CustomsSigner: Sendable {
    /// - Parameter canonical: the message without its signature, as Canonical XML 1.0.
    /// - Throws: `CustomsError` with `customsSigningFailed`.
    func sign(_ canonical: [UInt8], for mode: CustomsMode) async throws(CustomsError) -> CustomsSignature
}

/// An enveloped XML signature over a whole message.
public struct CustomsSignature: Hashable, Sendable {
    /// The algorithm's URI.
    public var signatureMethod: String
    /// The algorithm's URI.
    public var digestMethod: String
    public var digest: Data
    public var value: Data
    /// The certificate's number.
    public var keyName: String
    public var certificate: Data

    public init(
        signatureMethod: String, digestMethod: String, digest: Data, value: Data, keyName: String, certificate: Data
    ) {
        self.signatureMethod = signatureMethod
        self.digestMethod = digestMethod
        self.digest = digest
        self.value = value
        self.keyName = keyName
        self.certificate = certificate
    }

    func write(to writer: inout XMLWriter<some TextOutputStream>) {
        let dsig = "http://www.w3.org/2000/09/xmldsig#"
        func algorithm(_ uri: String) -> [(String, String)] { [("Algorithm", uri)] }
        writer.open("ds:Signature", [("xmlns:ds", dsig)])
        writer.open("ds:SignedInfo")
        writer.element("ds:CanonicalizationMethod", algorithm("http://www.w3.org/TR/2001/REC-xml-c14n-20010315"))
        writer.element("ds:SignatureMethod", algorithm(signatureMethod))
        writer.open("ds:Reference", [("URI", "")])
        writer.open("ds:Transforms")
        writer.element("ds:Transform", algorithm(dsig + "enveloped-signature"))
        writer.close()
        writer.element("ds:DigestMethod", algorithm(digestMethod))
        writer.element("ds:DigestValue", [], digest.base64EncodedString())
        writer.close()
        writer.close()
        writer.element("ds:SignatureValue", [], value.base64EncodedString())
        writer.open("ds:KeyInfo")
        writer.element("ds:KeyName", [], keyName)
        writer.open("ds:X509Data")
        writer.element("ds:X509Certificate", [], certificate.base64EncodedString())
        writer.close()
        writer.close()
        writer.close()
    }
}

/// A stub: it signs nothing, its signature says so, and it refuses production.
///
///     let xml = try await message.xml(signedBy: StubSigner(), for: .test)
public struct StubSigner: CustomsSigner {
    public init() {}

    /// - Throws: `CustomsError` with `customsStubSigner` in production.
    public func sign(_ canonical: [UInt8], for mode: CustomsMode) throws(CustomsError) -> CustomsSignature {
        guard mode == .test else { throw CustomsError(.customsStubSigner) }
        let note = Data("stub: not a signature".utf8)
        return CustomsSignature(
            signatureMethod: "urn:keruen:stub", digestMethod: "urn:keruen:stub", digest: note, value: note,
            keyName: "STUB", certificate: note)
    }
}
