// One import for an app: the whole house but the stores.
@_exported public import KeruenChecks
@_exported public import KeruenSearch
@_exported public import KeruenTrade
