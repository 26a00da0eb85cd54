@_exported public import KeruenCatalog
