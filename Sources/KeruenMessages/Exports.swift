@_exported public import KeruenText
