import Foundation
import FuzzDriver

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let filters = try Filters()
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        filters.check(UnsafeBufferPointer(start: start, count: count))
        return 0
    })
