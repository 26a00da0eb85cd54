"""Buyers and what they type: numbers with right check digits that belong to nobody."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """What somebody types, by `autocomplete` as HTML calls it; documents by their own names."""

    fields: dict[str, str]
    documents: dict[str, str] = field(default_factory=dict)


BUYERS = {
    "cn": Person(
        {
            "name": "王小明", "tel": "138 1234 5678", "address-level1": "北京市", "address-level2": "北京市",
            "address-level3": "东城区", "street-address": "东四十条甲 22 号 3 单元 101 室", "address-line1": "东四十条甲 22 号",
            "postal-code": "100007", "email": "wang@example.com",
        },
        {"resident-id": "11010519491231002X"}),
    "kz": Person(
        {
            "family-name": "Әбілқасымова", "given-name": "Айгүл", "additional-name": "Серікқызы", "name": "Әбілқасымова Айгүл",
            "tel": "+7 701 234 56 78", "address-level1": "Алматы", "address-level2": "Алматы", "address-level3": "",
            "street-address": "Абай даңғылы, 10, 25-пәтер", "address-line1": "Абай даңғылы, 10", "postal-code": "050000",
            "email": "aigul@example.com",
        },
        {"iin": "061211600012"}),
    "ru": Person(
        {
            "family-name": "Щербакова", "given-name": "Ольга", "additional-name": "Юрьевна", "name": "Щербакова Ольга",
            "tel": "+7 912 345-67-89", "address-level1": "", "address-level2": "Москва", "address-level3": "",
            "street-address": "ул. Мясницкая, д. 12, кв. 5", "address-line1": "ул. Мясницкая, д. 12", "postal-code": "101000",
            "email": "olga@example.com",
        },
        {"ru-passport": "4512 123456", "inn": "500100732259"}),
}

# Somebody who travels: letters as in a passport.
TRAVELLER = {"surname": "SEITKALI", "given-name": "AIGERIM", "number": "N12345678", "country": "KZ", "expires": "2034-05-31"}
