#if SQLite
    import Foundation
    import KeruenSQLite
    import TestSupport

    // One process of a crowd: places orders in a store's file and prints a line for each that the store has acknowledged.
    //
    //   crowd FILE BUYER ORDERS CALLERS [quota]
    //
    // ORDERS 0 goes on until somebody ends it. `+ key id` is an order, `- key` one that was sold out; anything else is a failure.
    // With `quota` fifty people order into China: `- key` is refused by its buyer's year, `x key id` was cancelled.
    let words = CommandLine.arguments
    guard words.count == 5 || words.count == 6 && words[5] == "quota", let buyer = Int(words[2]),
        let orders = Int(words[3]), let callers = Int(words[4])
    else {
        FileHandle.standardError.write(Data("usage: crowd FILE BUYER ORDERS CALLERS [quota]\n".utf8))
        exit(3)
    }
    do {
        let store = try SQLiteStore(path: words[1])
        if words.count == 6 {
            try await QuotaCrowd(store: store, process: buyer).buy(orders, callers: callers)
        } else {
            try await Crowd(store: store, buyer: buyer).place(orders, callers: callers)
        }
    } catch {
        FileHandle.standardError.write(Data("crowd: \(error)\n".utf8))
        exit(1)
    }
#endif
