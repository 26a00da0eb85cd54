/// Words and what stands for each of their characters, found by the longest that begins at a place of a text.
///
/// A node's children lie in one hash table of all nodes, keyed by the node and the character: nothing is allocated and
/// nothing counted while a text is read.
final class PhraseTrie: Sendable {
    private let nodes: Nodes
    /// By node: where its word's values begin, or -1 where no word ends.
    private let starts: [Int32]
    private let values: [UInt16]

    /// The first of two same words counts. A word has as many values as characters.
    init(_ words: [(characters: [UInt32], values: [UInt16])]) {
        var nodes = Nodes()
        var starts: [Int32] = [-1]
        var values: [UInt16] = []
        for word in words where word.characters.count == word.values.count {
            var node = 0
            for character in word.characters {
                if let child = nodes.child(of: node, by: character) {
                    node = child
                } else {
                    nodes.add(starts.count, to: node, by: character)
                    node = starts.count
                    starts.append(-1)
                }
            }
            guard starts[node] < 0 else { continue }
            starts[node] = Int32(values.count)
            values += word.values
        }
        (self.nodes, self.starts, self.values) = (nodes, starts, values)
    }

    /// The node of words that begin with a character; nil where none does.
    func firstNode(_ character: UInt32) -> Int? { nodes.child(of: 0, by: character) }

    func value(_ at: Int) -> Int { Int(values[at]) }

    /// The longest word that begins at a place of a text: its characters' values, and where it ends.
    func longest(in text: Span<UInt8>, at start: Int) -> (values: Range<Int>, end: Int)? {
        guard let first = HanCharacter(text, start), let node = firstNode(first.scalar) else { return nil }
        return longest(in: text, from: node, behind: first.end)
    }

    /// The same where the first character is read, and its node known.
    @inline(__always)
    func longest(in text: Span<UInt8>, from node: Int, behind end: Int) -> (values: Range<Int>, end: Int)? {
        var found = starts[node] < 0 ? nil : (node: node, length: 1, end: end)
        var (node, length, at) = (node, 1, end)
        while at < text.count, let character = HanCharacter(text, at),
            let child = nodes.child(of: node, by: character.scalar)
        {
            (node, length, at) = (child, length + 1, character.end)
            if starts[node] >= 0 { found = (node, length, at) }
        }
        return found.map { found in
            let first = Int(starts[found.node])
            return (first..<first + found.length, found.end)
        }
    }
}

/// The edges of a trie in one hash table with open addressing.
private struct Nodes {
    /// node << 32 | character; 0 is an empty place.
    private var keys: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var children: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var count = 0
    private var mask: Int { keys.count - 1 }

    @inline(__always)
    func child(of node: Int, by character: UInt32) -> Int? {
        let key = UInt64(node) << 32 | UInt64(character)
        var at = Self.place(key) & mask
        while keys[at] != 0 {
            if keys[at] == key { return Int(children[at]) }
            at = (at + 1) & mask
        }
        return nil
    }

    mutating func add(_ child: Int, to node: Int, by character: UInt32) {
        count += 1
        if count * 2 > keys.count { grow() }
        place(UInt64(node) << 32 | UInt64(character), UInt32(child))
    }

    private mutating func place(_ key: UInt64, _ child: UInt32) {
        var at = Self.place(key) & mask
        while keys[at] != 0 { at = (at + 1) & mask }
        keys[at] = key
        children[at] = child
    }

    private mutating func grow() {
        let old = zip(keys, children).filter { $0.0 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        children = Array(repeating: 0, count: keys.count)
        for (key, child) in old { place(key, child) }
    }

    @inline(__always)
    private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
