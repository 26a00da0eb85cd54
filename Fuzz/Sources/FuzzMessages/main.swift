import Foundation
import FuzzDriver

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let messages = try Messages()
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        messages.check(UnsafeBufferPointer(start: start, count: count))
        return 0
    })
