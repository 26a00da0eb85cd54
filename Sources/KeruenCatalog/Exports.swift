@_exported public import KeruenDocuments
@_exported public import KeruenLocalization
