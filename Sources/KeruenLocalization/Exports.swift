@_exported public import KeruenMarkets
@_exported public import KeruenMessages
