// Every floor hands on the floor below it, so that a file imports the one module it stands on.
@_exported public import KeruenDiagnostics
