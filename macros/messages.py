"""The sentences of calculators and drawings, in both languages.

`{braces}` hold what differs; the calculators' script fills them in the same way.
"""

from handbook.model import Language, Words

_MESSAGES = {
    # Room plan.
    "room_title": Words(nl="De zaal met twee ringen", en="The room with two rings"),
    "room_description": Words(
        nl=(
            "Plattegrond van een vierkante zaal, op schaal. In het midden een ring met {chairs} "
            "plekken voor klanten en één voor de gespreksleider, daaromheen een ring met "
            "{employees} plekken voor medewerkers. Een doorgang loopt van de deur naar de "
            "binnenring. In beide ringen is de plek naast de doorgang voor een rolstoel."
        ),
        en=(
            "Plan of a square room, to scale. In the middle a ring with {chairs} places for "
            "customers and one for the facilitator, around it a ring with {employees} places for "
            "employees. A passage leads from the door to the inner ring. In both rings the place "
            "beside the passage is for a wheelchair."
        ),
    ),
    "room_legend": Words(
        nl=(
            "● klant · ○ medewerker · ◆ gespreksleider · vak met streepjes: plek voor een "
            "rolstoel. Maten in meters."
        ),
        en=(
            "● customer · ○ employee · ◆ facilitator · dashed square: place for a wheelchair. "
            "Measures in metres."
        ),
    ),
    "room_caption": Words(
        nl=(
            "Met {chairs} stoelen voor klanten heb je een zaal van ongeveer {side} bij {side} "
            "meter nodig. In de buitenring passen dan hooguit {outside} stoelen."
        ),
        en=(
            "With {chairs} chairs for customers you need a room of about {side} by {side} "
            "metres. The outer ring then holds {outside} chairs at the most."
        ),
    ),
    "room_door": Words(nl="deur", en="door"),
    "room_customers": Words(nl="Klanten die je wilt", en="Customers you want"),
    "room_inside": Words(nl="Stoelen in de binnenring", en="Chairs in the inner ring"),
    "room_outside": Words(nl="Passen in de buitenring", en="Fit in the outer ring"),
    "room_side": Words(nl="Zaal", en="Room"),
    # Timeline and programme.
    "timeline_title": Words(nl="Het tijdpad op een lijn", en="The timeline on a line"),
    "timeline_caption": Words(
        nl=(
            "Elke streep op de lijn is een maand. Rond de dag is het druk; daarna is er een "
            "lange adem nodig."
        ),
        en=(
            "Each stroke on the line is a month. It is busy around the day; after that you "
            "need stamina."
        ),
    ),
    "moment_before": Words(nl="{distance} vóór", en="{distance} before"),
    "moment_after": Words(nl="{distance} na", en="{distance} after"),
    "moment_day": Words(nl="de dag", en="the day"),
    "programme_title": Words(nl="De dag als balk", en="The day as a bar"),
    "programme_end": Words(nl="Einde", en="End"),
    "programme_caption": Words(
        nl=(
            "Hoe hoger het vak, hoe langer het duurt. Gevuld met een cijfer: een ronde. "
            "Licht: iedereen is er. Streepjes: klanten zijn er nog niet."
        ),
        en=(
            "The taller the box, the longer it takes. Filled, with a number: a round. Light: "
            "everyone is there. Dashed: customers are not there yet."
        ),
    ),
    # Listening.
    "levels_title": Words(nl="Waar je aandacht is", en="Where your attention is"),
    "levels_caption": Words(
        nl="○ jij als medewerker · ● de klant · de pijl wijst naar waar je aandacht is",
        en="○ you, the employee · ● the customer · the arrow points to where your attention is",
    ),
    "attention_1": Words(nl="jezelf", en="yourself"),
    "attention_2": Words(nl="de woorden van de klant", en="the customer's words"),
    "attention_3": Words(nl="de wereld van de klant", en="the customer's world"),
    # Workshops.
    "with_people": Words(nl="Met {people} mensen", en="With {people} people"),
    "for_people": Words(nl="Voor {people}", en="For {people}"),
    "groups_of": Words(nl="groepjes van {people}", en="groups of {people}"),
    "card_of_level": Words(nl="Kaart van niveau {level}", en="Card of level\u00a0{level}"),
    "arena_title": Words(
        nl="De mini-arena met {people} mensen", en="The mini-arena with {people} people"
    ),
    # Help to choose.
    "yes": Words(nl="Ja", en="Yes"),
    "no": Words(nl="Nee", en="No"),
    "none": Words(nl="Nergens ja?", en="No yes at all?"),
    "choose": Words(nl="Kies {mode}", en="Choose {mode}"),
    "suits": Words(nl="Past bij {whom}", en="Suits {whom}"),
    "your_choice": Words(nl="Jullie keuze", en="Your choice"),
    "your_choice_shown": Words(
        nl="Het handboek laat je daarna overal deze vorm zien.",
        en="From then on the handbook shows you this form everywhere.",
    ),
    # Calculators: fields.
    "people_title": Words(nl="Hoeveel mensen vraag je?", en="How many people do you ask?"),
    "customers_label": Words(
        nl="Hoeveel klanten wil je in de binnenring?",
        en="How many customers do you want in the inner ring?",
    ),
    "customers_hint": Words(
        nl="Een getal van {least} tot en met {most}.", en="A number from {least} to {most}."
    ),
    "acceptances": Words(nl="Toezeggingen die je nodig hebt", en="Acceptances you need"),
    "careful": Words(
        nl="Toezeggingen bij een avond of een groep die vaak afzegt",
        en="Acceptances for an evening, or a group that often cancels",
    ),
    "chairs": Words(nl="Stoelen in de binnenring", en="Chairs in the inner ring"),
    "chairs_value": Words(
        nl="{chairs}, en één voor de gespreksleider", en="{chairs}, and one for the facilitator"
    ),
    "employees": Words(nl="Medewerkers in de buitenring", en="Employees in the outer ring"),
    "employees_value": Words(nl="{least} tot {most}", en="{least} to {most}"),
    "least": Words(
        nl="Verzet de dag bij minder klanten dan", en="Move the day with fewer customers than"
    ),
    "room": Words(nl="Zaal, ongeveer", en="Room, about"),
    "people_caption": Words(
        nl="Aantallen per aantal klanten", en="Numbers for each number of customers"
    ),
    "column_customers": Words(nl="Klanten", en="Customers"),
    "column_acceptances": Words(nl="Toezeggingen en stoelen", en="Acceptances and chairs"),
    "column_careful": Words(nl="Wie vaak afzegt", en="If many cancel"),
    "column_employees": Words(nl="Medewerkers", en="Employees"),
    "column_least": Words(nl="Verzet onder", en="Move below"),
    "column_room": Words(nl="Zaal", en="Room"),
    "speaking_title": Words(
        nl="Hoelang kan elke klant praten?", en="How long can each customer speak?"
    ),
    "speaking_customers": Words(nl="Hoeveel klanten zijn er?", en="How many customers are there?"),
    "minutes_label": Words(
        nl="Hoeveel minuten duurt ronde 1?", en="How many minutes does round 1 take?"
    ),
    "minutes_hint": Words(
        nl="Wij raden {least} tot {most} minuten aan.", en="We advise {least} to {most} minutes."
    ),
    "speaking": Words(nl="Tijd per klant, ongeveer", en="Time per customer, about"),
    "speaking_value": Words(nl="{minutes} minuten", en="{minutes} minutes"),
    "speaking_value_one": Words(nl="1 minuut", en="1 minute"),
    "speaking_value_none": Words(nl="nog geen minuut", en="less than a minute"),
    "speaking_note": Words(
        nl="De tijd die de gespreksleider zelf praat, gaat hier nog af.",
        en="The time the facilitator speaks still has to come off this.",
    ),
    "speaking_caption": Words(nl="Minuten per klant", en="Minutes per customer"),
    "column_minutes": Words(nl="Ronde 1 van {minutes} minuten", en="Round 1 of {minutes} minutes"),
    "cell_minutes": Words(nl="{minutes} per klant", en="{minutes} per customer"),
    "start_title": Words(nl="Hoe laat begint wat?", en="What starts when?"),
    "start_label": Words(nl="Hoe laat komen de klanten?", en="When do the customers come in?"),
    "start_hint": Words(nl="Bijvoorbeeld {example}.", en="Such as {example}."),
    "team_only": Words(nl="zonder klanten", en="without customers"),
    "dates_title": Words(nl="Welke datums horen bij jouw dag?", en="Which dates go with your day?"),
    "date_label": Words(nl="Wanneer is de bijeenkomst?", en="When is the session?"),
    "date_hint": Words(
        nl="Dag, maand en jaar. De datum blijft op dit apparaat.",
        en="Day, month and year. The date stays on this device.",
    ),
    "past": Words(nl="al voorbij", en="already past"),
    # Calculators: what is wrong, and what to write.
    "number_empty": Words(
        nl="Vul een getal in, bijvoorbeeld {example}.", en="Fill in a number, such as {example}."
    ),
    "number_unreadable": Words(
        nl="Dat lees ik niet als getal. Schrijf het in cijfers, bijvoorbeeld {example}.",
        en="I cannot read that as a number. Write it in digits, such as {example}.",
    ),
    "number_broken": Words(
        nl="Schrijf een heel getal, zonder komma, bijvoorbeeld {example}.",
        en="Write a whole number, without a decimal point, such as {example}.",
    ),
    "customers_few": Words(
        nl=(
            "Met minder dan {least} klanten is er geen ring. Schrijf een getal van {least} "
            "tot en met {most}."
        ),
        en=(
            "With fewer than {least} customers there is no ring. Write a number from {least} "
            "to {most}."
        ),
    ),
    "customers_many": Words(
        nl=(
            "In de binnenring passen hooguit {most} klanten: meer komen niet aan de beurt. "
            "Schrijf een getal van {least} tot en met {most}."
        ),
        en=(
            "The inner ring holds {most} customers at the most: more do not get a turn. Write"
            " a number from {least} to {most}."
        ),
    ),
    "minutes_few": Words(
        nl="Een ronde duurt minstens een minuut. Wij raden {least} tot {most} minuten aan.",
        en="A round takes a minute at the least. We advise {least} to {most} minutes.",
    ),
    "minutes_many": Words(
        nl="Dat is langer dan een dag duurt. Wij raden {least} tot {most} minuten aan.",
        en="That is longer than the day lasts. We advise {least} to {most} minutes.",
    ),
    "minutes_short": Words(
        nl="Let op: korter dan {least} minuten is te krap om op gang te komen.",
        en="Mind: under {least} minutes is too short for people to get going.",
    ),
    "minutes_long": Words(
        nl="Let op: na {most} minuten zijn mensen moe. Las dan een pauze in.",
        en="Mind: after {most} minutes people are tired. Put in a break.",
    ),
    "time_empty": Words(
        nl="Vul een tijd in, bijvoorbeeld {example}.", en="Fill in a time, such as {example}."
    ),
    "time_unreadable": Words(
        nl="Dat lees ik niet als tijd. Schrijf bijvoorbeeld {example}.",
        en="I cannot read that as a time. Write it like {example}.",
    ),
    "time_unknown": Words(
        nl=(
            "Die tijd bestaat niet: uren lopen tot 23 en minuten tot 59. Schrijf bijvoorbeeld"
            " {example}."
        ),
        en=(
            "There is no such time: hours go up to 23 and minutes up to 59. Write it like "
            "{example}."
        ),
    ),
    "time_early": Words(
        nl="Let op: {time} is heel vroeg. Bedoel je {later}?",
        en="Mind: {time} is very early. Do you mean {later}?",
    ),
    "needs_food": Words(
        nl=(
            "De afsluiting is om {end} voorbij, dus na {limit}. Zorg voor een maaltijd, niet "
            "alleen voor drankjes."
        ),
        en="The closing ends at {end}, so after {limit}. See to a meal, not only to drinks.",
    ),
    "too_late": Words(
        nl=(
            "De afsluiting is pas om {end} voorbij. Dat is later dan {limit}: laat de klanten"
            " uiterlijk om {latest} komen."
        ),
        en=(
            "The closing does not end until {end}. That is later than {limit}: have the "
            "customers come in at {latest} at the latest."
        ),
    ),
    "date_empty": Words(
        nl="Vul een hele datum in: dag, maand en jaar.",
        en="Fill in a whole date: day, month and year.",
    ),
    "date_far": Words(
        nl="Klopt het jaar? Ik reken met datums tot en met {year}.",
        en="Is the year right? I reckon with dates up to and including {year}.",
    ),
    "date_old": Words(
        nl="Klopt het jaar? Die dag is al jaren geleden.",
        en="Is the year right? That day was years ago.",
    ),
    "date_past": Words(
        nl="Deze dag is al geweest. Organiseer je er nog een, kies dan een dag na vandaag.",
        en="This day has already been. If you are planning one, choose a day after today.",
    ),
    "date_soon": Words(
        nl=(
            "Dat is kort dag: {count} van de stappen vooraf hadden al klaar moeten zijn. Met "
            "een dag vanaf {date} haal je ze allemaal."
        ),
        en=(
            "That is soon: {count} of the steps beforehand should already be done. With a day"
            " from {date} on you can take them all."
        ),
    ),
}


def message(name: str, language: Language, **values: object) -> str:
    """Return a sentence, with its values filled in."""
    return _MESSAGES[name][language].format(**values)


def templates(names: tuple[str, ...], language: Language) -> dict[str, str]:
    """Return sentences as they are, with their braces, for the script."""
    return {name: _MESSAGES[name][language] for name in names}
