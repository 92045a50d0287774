"""What customers get still fits its page when it is filled in, with names of an ordinary length."""

from pathlib import Path

import pytest

from generators.fill.form import filled
from generators.personal import Source, kit_sources
from handbook.event import Event, parse_event
from handbook.model import Handbook, Language
from handbook.templates import templates
from macros.event import guests_for, values, values_of_guest, values_of_template
from tests.word.rendering import Printed, empty_pages, pdfs

EVENT = """
organisation:
  name: Woningstichting De Linde en Omstreken
  department: Wonen, wijken en leefbaarheid
  address: Burgemeester Lindemanlaan 1184, 1234 AB Voorbeeldstad
  contact_name: Annemarie van den Heuvel-Bos
  contact_email: annemarie.vandenheuvel-bos@voorbeeld.nl
  contact_phone: 06 00 00 00 00
  website: www.voorbeeld.nl/klantarena
  privacy_officer: functionaris.gegevensbescherming@voorbeeld.nl
  complaints: klachten@voorbeeld.nl, of bel 000 000 00 00
event:
  title: Klantarena over reparaties en onderhoud in uw woning
  theme: reparaties en onderhoud in en om uw woning
  reason: >-
    Veel huurders moeten twee keer bellen voor hun reparatie klaar is, en horen tussendoor niets.
    Wij willen weten hoe dat voor u was, en wat wij beter kunnen doen.
  date: 2027-09-23
  start_time: "13:30"
  daypart: afternoon
  language: Nederlands, met een tolk Arabisch
venue:
  name: Wijkcentrum en ontmoetingsplaats De Boom
  address: Burgemeester Boomstraat 212, 1234 CD Voorbeeldstad
  room: Grote zaal op de begane grond
  route: >-
    Bus 1 en 12 stoppen voor de deur, halte Boomstraat. Van het station is het tien minuten lopen.
    De zaal is rechts van de ingang.
  parking: Gratis parkeren achter het gebouw, inrit aan de Takstraat
  access: Geen drempels, een aangepast toilet en een ringleiding
team:
  commissioning_manager: Ruth de Wit-Janssen
  lead: Annemarie van den Heuvel-Bos
  facilitator: Willemijn van Oosterhout
  closing_manager: Ruth de Wit-Janssen
hospitality:
  gift: een plant en een kaart van de buurt
  travel_allowance: wij betalen uw buskaartje, uw benzine of uw taxi, op de dag zelf
  catering: soep en brood, ook vegetarisch en halal
recording:
  planned: yes
  purpose: het verslag maken
  legal_basis: uw toestemming
  retention: tot het verslag klaar is, hooguit zes weken
guests:
  - name: mevrouw Johanna van den Berg-van Leeuwen
    salutation: mevrouw Van den Berg-van Leeuwen
    contact: 06 00 00 00 01, of via haar dochter
    needs: een plek voor een rolstoel, dicht bij de deur, en iemand die meekomt
    accepted: true
    came: true
"""
# For the blanks that one template has of its own, by a word in their names.
SENTENCE = "U hoort voortaan dezelfde dag wanneer de vakman komt."
A_FEW_WORDS = "tot zes weken na het gesprek"
SHORT = {
    **dict.fromkeys(("date", "due", "until", "by", "new", "time"), "23 september 2027"),
    **dict.fromkeys(("amount", "km", "trip"), "heen en terug"),
}


@pytest.fixture(scope="module")
def event(handbook: Handbook) -> Event:
    return parse_event(EVENT, handbook, [], "event.yml").event


def written(handbook: Handbook, event: Event, source: Source) -> bytes:
    """Return what the guest gets: in a letter with a sentence in each blank of its own."""
    said = SENTENCE if source.is_letter and source.subjects else A_FEW_WORDS
    own = {}
    for path in source.form.labels:
        group, *steps = path.split(".")
        if group == "local":
            known = (SHORT[word] for word in steps[0].split("_") if word in SHORT)
            own[path] = next(known, said)
    guests = guests_for(event, source.guests)
    shared = values(handbook, event, source.language, source.choices)
    mine = values_of_template(handbook, event, source.language, source.template, guests)
    guest = values_of_guest(handbook, guests[0], source.language)
    return filled(source.form, own | shared | mine | guest)


@pytest.fixture(scope="module")
def sources(handbook: Handbook, project: Path, event: Event) -> dict[str, tuple[Source, int]]:
    """Return everything that customers read, with the pages that it may take."""

    def read(language: Language) -> dict[str, int]:
        return {
            one.identifier: one.word.pages
            for one in templates(project, handbook, language)
            if one.word.reader == "customer"
        }

    return {
        f"{language}/{source.name}": (source, pages[source.template])
        for language in handbook.languages
        for pages in [read(language)]
        for source in kit_sources(handbook, project, language, event.choices)
        if source.template in pages
    }


@pytest.fixture(scope="module")
def on_paper(
    handbook: Handbook, event: Event, sources: dict[str, tuple[Source, int]]
) -> dict[str, Printed]:
    return pdfs({name: written(handbook, event, source) for name, (source, _) in sources.items()})


@pytest.mark.xdist_group("word files on paper")
def test_what_customers_read_takes_no_more_pages_when_it_is_filled_in(
    sources: dict[str, tuple[Source, int]], on_paper: dict[str, Printed]
) -> None:
    """The number of pages is the one its template says, and none of them is empty."""
    assert {name: len(pdf.pages) for name, pdf in on_paper.items()} == {
        name: pages for name, (_, pages) in sources.items()
    }
    assert {name: found for name, pdf in on_paper.items() if (found := empty_pages(pdf))} == {}


@pytest.mark.xdist_group("word files on paper")
def test_a_letter_that_is_filled_in_has_no_blank_left(
    handbook: Handbook, sources: dict[str, tuple[Source, int]], on_paper: dict[str, Printed]
) -> None:
    """A customer reads no bracket: what a team knows and writes is enough for every letter."""
    letters = [
        name for name, (source, _) in sources.items() if source.is_letter and source.subjects
    ]
    assert len(letters) > len(handbook.languages)
    for name in letters:
        text = " ".join(on_paper[name].pages)
        assert "[" not in text, name
