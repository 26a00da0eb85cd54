import Foundation
import OrderSimulation

let options = SimulateOptions(CommandLine.arguments.dropFirst())
exit(await options.run() ? 0 : 1)
