@_exported public import KeruenTrade
