/// CEB623: to take back an import list before it is released (撤销申请单); taken only with a signature.
public struct ListCancellation: CEBDocument {
    public static var kind: CEBKind { .listCancellation }

    public var application: ListApplication

    public init(_ application: ListApplication) { self.application = application }

    public func fill(_ fields: inout CEBFields) { application.fill(&fields) }
}
