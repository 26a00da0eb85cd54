@_exported public import KeruenSearch
@_exported public import KeruenTrade
