import Foundation
import FuzzDriver

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let lines = try Lines()
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        lines.check(UnsafeBufferPointer(start: start, count: count))
        return 0
    })
