extension DocumentNode {
    /// The value as JSON on one line: what is a line of JSON Lines. Scalars are strings, as they were written.
    ///
    ///     try DocumentReader().read("id: dutar\nweight: 2.6 kg", as: "a.yaml").json     // {"id":"dutar","weight":"2.6 kg"}
    public var json: String {
        var writer = JSONWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(to json: inout JSONWriter) {
        switch content {
        case .null: json.null()
        case .scalar(let text): json.value(text)
        case .list(let elements):
            json.array { json in for element in elements { element.write(to: &json) } }
        case .map(let entries):
            json.object { json in
                for entry in entries {
                    json.name(entry.key)
                    entry.value.write(to: &json)
                }
            }
        }
    }
}
