import Foundation
import FuzzDriver

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let queries = try Queries()
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        queries.check(UnsafeBufferPointer(start: start, count: count))
        return 0
    })
