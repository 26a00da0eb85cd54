"""How a form is filled in: by what its fields say they are for."""

from selenium.webdriver.remote.webelement import WebElement

from people import TRAVELLER, Person


def value(control: WebElement, person: Person) -> str | None:
    """What this person types into a field; nil where it is nothing they know.

    A field says what it is for by `autocomplete`, as browsers and people with a screen reader need it; documents and
    passports, which `autocomplete` knows nothing of, by the end of their name.
    """
    purpose = (control.get_attribute("autocomplete") or "").split(" ")[-1]
    if purpose in person.fields:
        return person.fields[purpose]
    name = control.get_attribute("name") or ""
    for known in (person.documents, TRAVELLER):
        for key, text in known.items():
            if name.lower().replace("_", "-").endswith(key.lower()):
                return text
    return None


def needs(control: WebElement) -> str:
    """What a control is: text, date, radio, checkbox, select or button."""
    if control.tag_name in ("select", "button", "textarea"):
        return {"textarea": "text"}.get(control.tag_name, control.tag_name)
    kind = control.get_attribute("type") or "text"
    return kind if kind in ("radio", "checkbox", "date", "submit") else "text"


def is_required(control: WebElement) -> bool:
    return control.get_attribute("required") is not None or control.get_attribute("aria-required") == "true"
