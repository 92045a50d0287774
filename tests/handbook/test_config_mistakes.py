"""Every mistake in handbook.yml is told with its line, its key and what to write instead."""

import pytest

from handbook.load import load
from tests.handbook.mistakes import Mistake, Write, problems_in, real_text

MISTAKES = {
    "a word where minutes belong": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        r"usual: \d+",
        "usual: many",
        "rounds.round1.minutes.usual",
        '^"many" is not a whole number$',
        "^write a number of minutes, like 75$",
    ),
    "minutes between quotes": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        r"usual: (\d+)",
        r'usual: "\1"',
        "rounds.round1.minutes.usual",
        "stands between quotes",
        "write it without them",
    ),
    "minutes with a fraction": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        r"usual: \d+",
        "usual: 70.5",
        "rounds.round1.minutes.usual",
        "70.5 is not a whole number",
        "a number of minutes",
    ),
    "a decimal comma": Mistake(
        ("rings:", "    overbooking:"),
        r"value: [\d.]+",
        'value: "1,4"',
        "rings.inner.overbooking.value",
        '"1,4" is not a number',
        "write a point: 1.4",
    ),
    "no minutes at all": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        r"usual: \d+",
        "usual: null",
        "rounds.round1.minutes.usual",
        "nothing is not a whole number",
        "a number of minutes",
    ),
    "zero minutes": Mistake(
        ("programme:", "    - id: opening", "      minutes:"),
        r"usual: \d+",
        "usual: 0",
        "programme.blocks[opening].minutes.usual",
        "0 is too small",
        "at least 1",
    ),
    "too many minutes": Mistake(
        ("programme:", "    - id: opening", "      minutes:"),
        r"usual: \d+",
        "usual: 6000",
        "programme.blocks[opening].minutes.usual",
        "6000 is too large",
        "at most 600",
    ),
    "a number alone where keys belong": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        r"minutes: .*",
        "minutes: 75",
        "rounds.round1.minutes",
        "75 stands where keys are expected",
        "usual:, source:",
    ),
    "usual below least": Mistake(
        ("programme:", "    - id: set_up", "      minutes:"),
        r"least: \d+",
        "least: 99",
        "programme.blocks[set_up].minutes.usual",
        "less than least, which is 99",
        "write at least 99",
    ),
    "least above most": Mistake(
        ("programme:", "    - id: opening", "      minutes:"),
        r"least: \d+",
        "least: 99",
        "programme.blocks[opening].minutes.least",
        "99 is more than most",
        "the smaller number at least",
    ),
    "usual above most": Mistake(
        ("rounds:", "  round2:", "    minutes:"),
        r"most: \d+",
        "most: 1",
        "rounds.round2.minutes.usual",
        "more than most, which is 1",
        "at most 1",
    ),
    "no English text in a line": Mistake(
        ("rounds:", "  round1:", "    name:"),
        r", en: [^}]*",
        "",
        "rounds.round1.name.en",
        "the English text is missing",
        "add a line en:",
    ),
    "no Dutch text in a block": Mistake(
        ("rounds:", "  round1:", "    purpose:"),
        r"      nl: .*\n",
        "",
        "rounds.round1.purpose.nl",
        "the Dutch text is missing",
        "add a line nl:",
    ),
    "an empty English text": Mistake(
        ("rounds:", "  round1:", "    purpose:", "      en:"),
        r"en: .*",
        "en:",
        "rounds.round1.purpose.en",
        "the English text is empty",
        "write it behind en:",
    ),
    "a text of spaces": Mistake(
        ("rounds:", "  round1:", "    purpose:", "      nl:"),
        r"nl: .*",
        'nl: "   "',
        "rounds.round1.purpose.nl",
        "the Dutch text is empty",
        "write it behind nl:",
    ),
    "a text in one language": Mistake(
        ("rounds:", "  round1:", "    name:"),
        r"name: .*",
        "name: De klant vertelt",
        "rounds.round1.name",
        "is not a text in two languages",
        "nl: with the Dutch text",
    ),
    "a text in a third language": Mistake(
        ("rounds:", "  round1:", "    name:"),
        r"\}",
        ", de: Der Kunde}",
        "rounds.round1.name.de",
        "not a language of the handbook",
        "nl: or en:",
    ),
    "a text that is cut at a comma": Mistake(
        ("rounds:", "  round1:", "    name:"),
        r"nl: [^,]*",
        "nl: Wij luisteren, u vertelt",
        "rounds.round1.name.u vertelt",
        "cut off at a comma",
        "in quotes",
    ),
    "a number where a text belongs": Mistake(
        ("rounds:", "  round1:", "    name:"),
        r"nl: [^,]*",
        "nl: 12",
        "rounds.round1.name.nl",
        "12 is not read as text",
        'put it in quotes: "12"',
    ),
    "brackets in a text": Mistake(
        ("rounds:", "  round1:", "    purpose:", "      en:"),
        r"en: .*",
        "en: {what: customers say}",
        "rounds.round1.purpose.en",
        "stands where one text is expected",
        "put it in quotes",
    ),
    "a misspelt key": Mistake(
        ("rounds:", "  round1:", "    minutes:"),
        "usual:",
        "usaul:",
        "rounds.round1.minutes.usaul",
        "this key is not known",
        "^did you mean usual[?]$",
    ),
    "a misspelt part": Mistake(
        ("ground_rules:",),
        "ground_rules:",
        "groundrules:",
        "groundrules",
        "this key is not known",
        "^did you mean ground_rules[?]$",
    ),
    "a part that does not exist": Mistake(
        ("rounds:",),
        r"^",
        "zzz: 1\n",
        "zzz",
        "this key is not known",
        "write one of: edition, .*, or remove it",
        told=("zzz:",),
    ),
    "a fourth round": Mistake(
        ("choices:",),
        r"^",
        "  round4: {}\n",
        "rounds.round4",
        "this key is not known",
        "did you mean round",
        told=("  round4:",),
    ),
    "a missing key": Mistake(
        ("rounds:", "  round1:", "    speaks:"),
        r".*\n",
        "",
        "rounds.round1.speaks",
        "this key is missing",
        "add speaks: .Who may speak",
        told=("rounds:", "  round1:"),
    ),
    "a missing part": Mistake(
        ("default_preset:",),
        r".*\n",
        "",
        "default_preset",
        "this key is missing",
        "add default_preset:",
        told=("#",),
    ),
    "a colour that is too short": Mistake(
        ("brand:", "  ink:"),
        r'"#.*"',
        '"#12"',
        "brand.ink",
        '^"#12" is not a colour$',
        'six digits or letters a to f, like "#0E5A64"',
    ),
    "a colour without quotes": Mistake(
        ("brand:", "  ink:"),
        r'"(#.*)"',
        r"\1",
        "brand.ink",
        "here a colour is missing",
        "in quotes",
    ),
    "a time with a point": Mistake(
        ("programme:", "  food_after:"),
        r"(\d):",
        r"\1.",
        "programme.food_after",
        "is not a time",
        'like "15:30"',
    ),
    "a time that does not exist": Mistake(
        ("programme:", "  food_after:"),
        r'".*"',
        '"25:00"',
        "programme.food_after",
        '"25:00" is not a time',
        'like "15:30"',
    ),
    "a distance without a sign": Mistake(
        ("moments:", "  - id: invitation", "    offset:"),
        r'"-',
        '"',
        "moments[invitation].offset",
        "is not a distance in time",
        'like "-8 weeks"',
    ),
    "a distance in Dutch": Mistake(
        ("moments:", "  - id: invitation", "    offset:"),
        "weeks",
        "weken",
        "moments[invitation].offset",
        "is not a distance in time",
        "days, weeks or months",
    ),
    "a fact that does not exist": Mistake(
        ("rounds:", "  round1:", "    source:"),
        r"\[F\d+",
        "[F229",
        "rounds.round1.source[1]",
        '"F229" is not a source',
        "F001 to F228, like F053, or own",
    ),
    "a source without brackets": Mistake(
        ("rounds:", "  round1:", "    source:"),
        r"source: .*",
        "source: F053",
        "rounds.round1.source",
        '"F053" is not a list',
        r"brackets around it: \[F053\]",
    ),
    "no source": Mistake(
        ("rounds:", "  round1:", "    source:"),
        r"source: .*",
        "source: []",
        "rounds.round1.source",
        "the list is empty",
        r"like \[F053\] or \[own\]",
    ),
    "an identifier with a capital": Mistake(
        ("questions:", "      - id: idea"),
        "idea",
        "Idea one",
        "questions.customers.items[Idea one].id",
        '"Idea one" is not a name for a key',
        "small letters",
    ),
    "a party that does not exist": Mistake(
        ("rounds:", "  round1:", "    speaks:"),
        r"\[customers",
        "[customer",
        "rounds.round1.speaks[1]",
        "not one of the possible values",
        "^did you mean customers[?]$",
    ),
    "a version with two numbers": Mistake(
        ("edition:", "  version:"),
        r"version: .*",
        "version: 1.2",
        "edition.version",
        "1.2 is not read as text",
        "put it in quotes",
    ),
    "a day that does not exist": Mistake(
        ("edition:", "  date:"),
        r"date: .*",
        "date: 2026-02-30",
        "edition.date",
        '"2026-02-30" is not a day of the calendar',
        "like 2026-11-22",
    ),
    "an address without a slash at the end": Mistake(
        ("publication:", "  address:"),
        r"/\n",
        "\n",
        "publication.address",
        "is not the address of a site",
        "a slash at the end",
    ),
    "a key that stands there twice": Mistake(
        ("rounds:", "    source:"),
        r"(    source: .*\n)",
        r"\1\1",
        "rounds.round1.source",
        "stood there before, on line",
        "keep one of the two",
        lines_on=1,
    ),
    "a moment that stands there twice": Mistake(
        ("moments:", "  - id: review"),
        r"(.*\n(?:    .*\n)+)",
        r"\1\1",
        "moments[review].id",
        '"review" is already the id of another',
        "another id",
        lines_on=4,
    ),
    "a question that stands there twice": Mistake(
        ("questions:", "      - id: idea"),
        "idea",
        "service",
        "questions.customers.items[service].id",
        '"service" is already the id of another',
        "another id",
    ),
    "the same id in two checklists": Mistake(
        ("checklists:", "  venue:", "      - id: book_room"),
        "book_room",
        "budget",
        "checklists.venue.items[budget].id",
        "already the id of another one, in checklists.organisation.items",
        "another id",
    ),
    "a role that does not exist": Mistake(
        ("checklists:", "      - id: book_room", "        role:"),
        r"role: .*",
        "role: host_cordinator",
        "checklists.venue.items[book_room].role",
        'there is no role "host_cordinator"',
        "^did you mean host_coordinator[?]$",
    ),
    "a moment that does not exist": Mistake(
        ("checklists:", "      - id: book_room", "        moment:"),
        r"moment: .*",
        "moment: xyz",
        "checklists.venue.items[book_room].moment",
        'there is no moment "xyz"',
        "write one of: start, themes_outline",
    ),
    "a role in the programme that does not exist": Mistake(
        ("programme:", "    - id: closing", "      who:"),
        r"\[lead",
        "[leads",
        "programme.blocks[closing].who[1]",
        'there is no role "leads"',
        "did you mean lead[?]",
    ),
    "a mode of a preset that does not exist": Mistake(
        ("presets:", "  B:", "    round3:"),
        "ring_swap",
        "swap_rings",
        "presets.B.round3",
        'no mode of round3 "swap_rings"',
        "ring_swap",
    ),
    "a mode of a condition that does not exist": Mistake(
        ("programme:", "    - id: conferral", "      only:"),
        "organisation_answer",
        "organization_answer",
        "programme.blocks[conferral].only.round3[1]",
        "no mode of round3",
        "did you mean organisation_answer[?]",
    ),
    "a mode of a step that does not exist": Mistake(
        ("choices:", "  round2:", "    steps:", "        mode:"),
        r"mode: .*",
        "mode: ring_swap",
        "choices.round2.steps[1].mode",
        'no mode of round2 "ring_swap"',
        "write one of: prepared, deepening, clarifying",
    ),
    "a round that does not exist": Mistake(
        ("programme:", "    - id: round3", "      round:"),
        r"round: .*",
        "round: round33",
        "programme.blocks[round3].round",
        "not one of the possible values",
        "did you mean round3[?]",
    ),
    "a preset that does not exist": Mistake(
        ("default_preset:",),
        ": .",
        ": D",
        "default_preset",
        'there is no preset "D"',
        "write one of: A, B, C",
    ),
    "a block to begin with that does not exist": Mistake(
        ("programme:", "  welcome:"),
        "reception",
        "recepton",
        "programme.welcome",
        'no block of the programme "recepton"',
        "did you mean reception[?]",
    ),
    "moments out of order": Mistake(
        ("moments:", "  - id: thank_you", "    offset:"),
        r'".*"',
        '"+8 days"',
        "moments[report].offset",
        "before .*8 days.* of thank_you",
        "from early to late",
        told=("moments:", "  - id: report", "    offset:"),
    ),
    "no moment on the day itself": Mistake(
        ("moments:", "  - id: day", "    offset:"),
        r'".*"',
        '"+1 day"',
        "moments",
        "no moment is the day itself",
        'offset: "0 days"',
        told=("moments:",),
    ),
    "a block without minutes": Mistake(
        ("programme:", "    - id: opening", "      minutes:"),
        r".*\n",
        "",
        "programme.blocks[opening]",
        "this block has no minutes",
        "add minutes:, or round:",
        told=("programme:", "    - id: opening"),
    ),
    "a block with minutes and a round": Mistake(
        ("programme:", "    - id: round1"),
        r"\n",
        "\n      minutes: {usual: 60, source: [own]}\n",
        "programme.blocks[round1]",
        "minutes and a round",
        "keep one of the two",
    ),
    "a round that is held twice": Mistake(
        ("programme:", "    - id: round3", "      round:"),
        "round3",
        "round2",
        "programme.blocks[round3].round",
        "round2 is held twice, and round3 is missing",
        "write round3 in one of the two",
    ),
    "a round that is not held": Mistake(
        ("programme:", "    - id: round2"),
        r".*\n(?:      .*\n)+",
        "",
        "programme.blocks",
        "round2 is missing",
        "add a block with round: round2",
        told=("programme:", "  blocks:"),
    ),
    "rounds out of order": Mistake(
        ("programme:", "    - id: round2"),
        r"((?:    - id: round2|      ).*\n(?:      .*\n)+)(    - id: conferral\n(?:      .*\n)+)"
        r"(    - id: round3\n(?:      .*\n)+)",
        r"\3\2\1",
        "programme.blocks[round2].round",
        "round2 comes after round3",
        "put the three rounds in order",
        told=("programme:", "    - id: round2", "      round:"),
    ),
    "a round that is not described": Mistake(
        ("rounds:", "  round2:"),
        r".*\n(?:    .*\n)+",
        "",
        "rounds",
        "round2 is missing",
        "a klantarena has three",
        told=("rounds:",),
    ),
    "a choice that is not described": Mistake(
        ("choices:", "  round3:"),
        r".*\n(?:    .*\n)+",
        "",
        "choices",
        "round3 is missing",
        "with its modes",
        told=("choices:",),
    ),
    "a break that is moved": Mistake(
        ("programme:", "    - id: break"),
        r"(    - id: break\n(?:      .*\n)+)((?:    - id: round2\n(?:      .*\n)+))",
        r"\2\1",
        "programme.blocks[break]",
        "does not stand between round 1 and round 2",
        "move this block",
        told=("programme:", "    - id: break"),
    ),
    "a break under another name": Mistake(
        ("programme:", "    - id: break"),
        "break",
        "lunch",
        "programme.blocks",
        "there is no break",
        "add a block with id: break",
        told=("programme:", "  blocks:"),
    ),
    "a round that is held with one choice only": Mistake(
        ("programme:", "    - id: round2", "      round:"),
        r"\n",
        "\n      only: {round3: [ring_swap]}\n",
        "programme.blocks[round2].only",
        "a round is always held",
        "remove only:",
        lines_on=1,
    ),
    "a closing that is held with one choice only": Mistake(
        ("programme:", "    - id: closing"),
        r"\n",
        "\n      only: {round3: [ring_swap]}\n",
        "programme.blocks[closing].only",
        "this block is the closing",
        "remove only:",
        lines_on=1,
    ),
    "a closing before the last round": Mistake(
        ("programme:", "  closing:"),
        "closing: closing",
        "closing: opening",
        "programme.closing",
        "opening comes before the last round",
        "a block after it",
    ),
    "a welcome after the first round": Mistake(
        ("programme:", "  welcome:"),
        "welcome: .*",
        "welcome: break",
        "programme.welcome",
        "break comes after the first round",
        "a block before it",
    ),
    "customers before the welcome": Mistake(
        ("programme:", "    - id: briefing", "      audience:"),
        r".*\n",
        "",
        "programme.blocks[briefing]",
        "for everyone, but it comes before reception",
        "audience: employees",
        told=("programme:", "    - id: briefing"),
    ),
    "a day that begins on the day before": Mistake(
        ("programme:", "  welcome_at:"),
        r'".*"',
        '"00:10"',
        "programme.welcome_at",
        "begins on the day before",
        "a later time",
    ),
    "more customers wanted than fit": Mistake(
        ("rings:", "    target:"),
        r"value: \d+",
        "value: 999",
        "rings.inner.target.value",
        "999 is more than most",
        "a larger number at most",
    ),
    "half a customer": Mistake(
        ("rings:", "    target:"),
        r"value: \d+",
        "value: 11.5",
        "rings.inner.target.value",
        "11.5 is not a number of people",
        "a whole number",
    ),
    "more customers in a mode than fit": Mistake(
        ("choices:", "      mixed_groups:", "        customers:"),
        r"value: \d+",
        "value: 100",
        "choices.round3.modes.mixed_groups.customers.value",
        "100 is more than rings.inner.most",
        "at most",
    ),
    "a share above one": Mistake(
        ("rings:", "    least_share:"),
        r"value: [\d.]+",
        "value: 50",
        "rings.inner.least_share.value",
        "50 is too large",
        "from 0.1 to 1",
    ),
    "fewer acceptances than customers": Mistake(
        ("rings:", "    overbooking:"),
        r"value: [\d.]+",
        "value: 0.9",
        "rings.inner.overbooking.value",
        "0.9 is too small",
        "from 1 to 3",
    ),
    "careful overbooking that is less careful": Mistake(
        ("rings:", "    careful_overbooking:"),
        r"value: [\d.]+",
        "value: 1.01",
        "rings.inner.overbooking.value",
        "more than careful_overbooking, which is 1.01",
        "at most 1.01",
        told=("rings:", "    overbooking:"),
    ),
    "more employees at the least than at the most": Mistake(
        ("rings:", "    least_ratio:"),
        r"value: [\d.]+",
        "value: 9",
        "rings.outer.least_ratio.value",
        "9 is more than most_ratio",
        "at most",
    ),
    "a chair of three hundred metres": Mistake(
        ("rings:", "    chair_pitch:"),
        r"value: [\d.]+",
        "value: 300",
        "rings.room.chair_pitch.value",
        "300 is too large",
        "from 0.1 to 20",
    ),
    "a language that stands there twice": Mistake(
        ("languages:",),
        r"\[.*\]",
        "[nl, nl]",
        "languages",
        "nl stands there twice",
        "each language once",
    ),
    "a page that stands in the menu twice": Mistake(
        ("phases:", "  - id: day", "      - day/round-2"),
        "round-2",
        "round-1",
        "phases[day].pages[5]",
        'the page "day/round-1" stands in the menu twice',
        "remove one",
    ),
    "two modes of one name": Mistake(
        ("choices:", "      ring_swap:", "        name:"),
        r"en: [^}]*",
        "en: Mixed groups",
        "choices.round3.modes.ring_swap.name.en",
        '"Mixed groups" is also the name of mixed_groups',
        "the label of a tab",
    ),
    "levels out of order": Mistake(
        ("listening_levels:", "  - level: 2"),
        "2",
        "3",
        "listening_levels[2].level",
        "3 stands where 2 is expected",
        "1, 2 and 3",
    ),
    "a choice without options": Mistake(
        ("fields:", "  event:", "      title:", "        type:"),
        "text",
        "choice",
        "fields.event.fields.title",
        "a choice needs at least two options",
        "add options:",
        told=("fields:", "  event:", "      title:"),
    ),
    "options without a choice": Mistake(
        ("fields:", "      daypart:", "        type:"),
        "choice",
        "text",
        "fields.event.fields.daypart.options",
        "type text has no options",
        "write type: choice",
        told=("fields:", "      daypart:", "        options:"),
    ),
    "a row with the name of a group": Mistake(
        ("lists:", "  guests:", "    item:"),
        "guest",
        "venue",
        "lists.guests.item",
        '"venue" is already the name of the group venue',
        "another word",
    ),
    "minutes of a workshop that do not add up": Mistake(
        ("training:", "  workshops:", "    half_day:", "      minutes:"),
        r"\d+",
        "230",
        "training.workshops.half_day.minutes",
        "the steps of half_day add up to 240 minutes, not 230",
        "shorten a step by 10, or write 240 here",
    ),
    "a step that takes longer than the workshop has": Mistake(
        ("training:", "    welcome:", "        - minutes:"),
        r"half_day: \d+",
        "half_day: 13",
        "training.workshops.half_day.minutes",
        "add up to 250 minutes, not 240",
        "shorten a step by 10",
        told=("training:", "  workshops:", "    half_day:", "      minutes:"),
    ),
    "a step of a workshop that does not exist": Mistake(
        ("training:", "    two_rings:", "        - minutes:"),
        r"\{half_day: (\d+)\}",
        r"{half_day: \1, long: 5}",
        "training.exercises.two_rings.steps[1].minutes",
        'there is no workshop "long"',
        "write one of: half_day, short",
    ),
    "an exercise that a workshop has no minutes for": Mistake(
        ("training:", "  workshops:", "    short:", "      exercises:"),
        "closing",
        "closing, welcome",
        "training.workshops.short.exercises[5]",
        "no step of welcome has minutes for short",
        "write short: with a number",
    ),
    "an exercise that does not exist": Mistake(
        ("training:", "  workshops:", "    short:", "      exercises:"),
        "judgement",
        "jugdement",
        "training.workshops.short.exercises[2]",
        'there is no exercise "jugdement"',
        "did you mean judgement",
    ),
    "a group in which somebody is left over": Mistake(
        ("training:", "    three_levels:", "      layouts:", "        - {people: 12"),
        "observer: 1",
        "observer: 2",
        "training.exercises.three_levels.layouts[2].parts",
        "4 x 4 people are 16, not 12",
        "so that all 12 have a place",
    ),
    "a number of people without a layout": Mistake(
        ("training:", "    probing:", "      layouts:", "        - {people: 16"),
        r".*\n",
        "",
        "training.exercises.probing.layouts",
        "there are layouts for 8, 12 people, but training.people says 8, 12, 16",
        "write one layout for each of 8, 12, 16",
        told=("training:", "    probing:", "      layouts:"),
    ),
    "a part that nobody can play": Mistake(
        ("training:", "    probing:", "      layouts:", "        - {people: 8"),
        "asker",
        "askr",
        "training.exercises.probing.layouts[1].parts",
        'there is no part "askr"',
        "did you mean asker",
    ),
    "material that is not on the list": Mistake(
        ("training:", "    closing:", "      material:"),
        "handout",
        "handuot",
        "training.exercises.closing.material[1]",
        'there is no material "handuot"',
        "did you mean handout",
    ),
    "material for somebody who is not there": Mistake(
        ("training:", "    listening_card:", "      per:"),
        "outer_ring",
        "everyone",
        "training.material.listening_card.per",
        'there is no part "everyone"',
        "write one of: set, person, group",
    ),
    "braces that mean nothing": Mistake(
        ("training:", "    pause:", "      steps:"),
        r"\{minutes\}",
        "{minuten}",
        "training.exercises.pause.steps[1]",
        "only minutes can stand",
        "write {minutes}",
        lines_on=1,
    ),
    "a form of round 3 that cannot be practised": Mistake(
        ("training:", "  round3:", "    ring_swap:"),
        "ring_swap",
        "ring_swop",
        "training.round3.ring_swop",
        'there is no mode of round3 "ring_swop"',
        "did you mean ring_swap",
    ),
    "two right answers": Mistake(
        ("training:", "  quiz:", "    - id: write_down", "      options:"),
        r"(Have the switchboard checked\.\})\}",
        r"\1, right: true}",
        "training.quiz[write_down].options",
        "2 answers are right",
        "right: true at one",
    ),
    "two replies where there are three levels": Mistake(
        ("training:", "  sentences:", "    - id: unclear_letter", "      replies:"),
        r"(replies:\n)        - .*\n",
        r"\1",
        "training.sentences[unclear_letter].replies",
        "the list is too short",
        "write 3 at the least",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_told_once(name: str, write: Write) -> None:
    """One change gives one message: with the line, the key, what is wrong and what to write."""
    mistake = MISTAKES[name]
    text = mistake.made_in(real_text())
    problems = problems_in(write(text))
    assert [problem.key for problem in problems] == [mistake.key]
    mistake.assert_told(problems[0], text)


def test_a_message_names_file_line_key_reason_and_remedy(write: Write) -> None:
    """What a person reads is one line in a fixed form."""
    mistake = MISTAKES["a word where minutes belong"]
    text = mistake.made_in(real_text())
    (problem,) = problems_in(write(text))
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "usual: many" in words)
    assert str(problem) == (
        f'handbook.yml:{line}: rounds.round1.minutes.usual: "many" is not a whole number; '
        "write a number of minutes, like 75"
    )


def test_all_mistakes_are_told_at_once(write: Write) -> None:
    """Mistakes of every kind, each told once, in the order of the lines."""
    names = [
        "a colour that is too short",
        "no English text in a line",
        "a number alone where keys belong",
        "a mode of a preset that does not exist",
        "half a customer",
        "a role in the programme that does not exist",
        "moments out of order",
        "a fact that does not exist",
        "a role that does not exist",
        "an identifier with a capital",
        "a misspelt part",
        "levels out of order",
        "a choice without options",
    ]
    text = real_text()
    for name in names:
        text = MISTAKES[name].made_in(text)
    problems = problems_in(write(text))
    assert sorted(problem.key for problem in problems) == sorted(
        MISTAKES[name].key for name in names
    )
    assert [problem.line for problem in problems] == sorted(
        problem.line or 0 for problem in problems
    )
    for problem in problems:
        (mistake,) = (MISTAKES[name] for name in names if MISTAKES[name].key == problem.key)
        mistake.assert_told(problem, text)


def test_a_mistake_in_one_item_does_not_hide_those_in_its_neighbours(write: Write) -> None:
    """Items keep their own lines when another item of the same list cannot be read."""
    text = Mistake(
        ("checklists:", "  venue:", "      - id: book_room", "        source:"),
        r"source: .*",
        "source: 7",
        "",
        "",
        "",
    ).made_in(real_text())
    later = Mistake(
        ("checklists:", "      - id: sound", "        role:"),
        r"role: .*",
        "role: nobody",
        "checklists.venue.items[sound].role",
        'there is no role "nobody"',
        "write one of",
    )
    text = later.made_in(text)
    first, second = problems_in(write(text))
    assert first.key == "checklists.venue.items[book_room].source"
    later.assert_told(second, text)


def test_a_role_with_a_mistake_still_exists(write: Write) -> None:
    """Who refers to a role is not blamed for a mistake within that role."""
    text = Mistake(
        ("roles:", "  lead:", "    source:"), r"source: .*", "source: none", "", "", ""
    ).made_in(real_text())
    (problem,) = problems_in(write(text))
    assert problem.key == "roles.lead.source"


def test_a_programme_that_does_not_add_up_names_the_choices_and_the_times(write: Write) -> None:
    """Whoever sets a time that cannot be met reads with which choices, and by how much."""
    text = Mistake(("programme:", "  ends_by:"), r'".*"', '"17:00"', "", "", "").made_in(
        real_text()
    )
    (problem,) = problems_in(write(text))
    assert problem.key == "programme.ends_by"
    assert "round3: mixed_groups" in problem.what
    assert "later than 17:00" in problem.what
    latest = problem.what.partition("ends at ")[2][:5]
    assert f'write "{latest}" here' in problem.remedy
    # Doing what the remedy says mends it.
    load(write(text.replace('ends_by: "17:00"', f'ends_by: "{latest}"')))
