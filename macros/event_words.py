"""The words of my klantarena, in both languages: those of its form, and those of its scripts.

`{braces}` hold what differs; the scripts fill them in. All of them travel to the browser, in
assets/javascripts/event-data.js.
"""

from html import escape

from handbook.model import Language, Words

_WORDS = {
    # The form.
    "no_script": Words(
        nl=(
            "Het formulier heeft JavaScript nodig, en dat staat hier uit. Zonder kan het ook: "
            "elk sjabloon vul je in met Word. Of maak een bestand met klantarena event, vul het "
            "in, en laat klantarena fill de kit maken."
        ),
        en=(
            "The form needs JavaScript, and that is off here. You can do without: fill in each "
            "template in Word. Or make a file with klantarena event, fill it in, and let "
            "klantarena fill make the kit."
        ),
    ),
    "form": Words(nl="Gegevens van jullie klantarena", en="Details of your klantarena"),
    "summary": Words(nl="In het kort", en="In short"),
    "which": Words(nl="Welke klantarena?", en="Which klantarena?"),
    "new": Words(nl="Nog een klantarena", en="Another klantarena"),
    "remove": Words(nl="Deze wissen", en="Delete this one"),
    "remove_sure": Words(
        nl="Wil je {name} uit deze browser wissen? Een bestand dat je bewaarde, blijft bestaan.",
        en="Delete {name} from this browser? A file that you saved stays where it is.",
    ),
    "unnamed": Words(nl="Mijn klantarena", en="My klantarena"),
    "choose": Words(nl="Kies", en="Choose"),
    "count": Words(nl="{filled} van {total} ingevuld", en="{filled} of {total} filled in"),
    "modes": Words(nl="Ronde 2 en ronde 3", en="Round 2 and round 3"),
    "modes_lead": Words(
        nl="Kies een vaste combinatie, of kies per ronde. De hele site en de kit gaan mee.",
        en="Choose a fixed combination, or choose for each round. The site and the kit follow.",
    ),
    "presets": Words(nl="Vaste combinatie", en="Fixed combination"),
    "kit_language": Words(nl="Taal van de kit", en="Language of the kit"),
    "kit_nl": Words(nl="Nederlands", en="Dutch"),
    "kit_en": Words(nl="Engels", en="English"),
    "kit_both": Words(nl="Allebei", en="Both"),
    "empty_gives": Words(nl="Leeg wordt dit: {value}.", en="Left empty, this is {value}."),
    # What is wrong with a field, and what to write.
    "wrong_long": Words(
        nl="Dat is te lang: er passen {most} tekens in.",
        en="That is too long: it holds {most} characters.",
    ),
    "wrong_date": Words(
        nl="Vul een hele datum in die bestaat: dag, maand en jaar.",
        en="Fill in a whole date that exists: day, month and year.",
    ),
    "wrong_time": Words(
        nl="Vul een hele tijd in: uren en minuten.", en="Fill in a whole time: hours and minutes."
    ),
    "wrong_email": Words(
        nl="Dit is nog geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.",
        en="This is not an e-mail address yet. Write it like name@example.org.",
    ),
    "wrong_number": Words(
        nl="Schrijf een getal in cijfers, met hooguit twee cijfers achter de komma.",
        en="Write a number in digits, with two decimals at the most.",
    ),
    "wrong_choice": Words(
        nl="Kies een van de antwoorden uit de lijst.", en="Choose one of the answers in the list."
    ),
    "wrong_checkbox": Words(nl="Schrijf true of false.", en="Write true or false."),
    "day_past": Words(
        nl="Deze dag is al geweest. Klopt het jaar?", en="This day has been. Is the year right?"
    ),
    "day_holiday": Words(
        nl="Dit is een feestdag: {holiday}.", en="This is a public holiday: {holiday}."
    ),
    "day_weekend": Words(nl="Deze dag valt in het weekend.", en="This day is in the weekend."),
    # The programme and the timeline.
    "working_days": Words(
        nl="Valt een moment in het weekend of op een feestdag? Neem dan een werkdag.",
        en="Does a moment fall in the weekend or on a public holiday? Then take a working day.",
    ),
    "programme": Words(nl="Jullie dag", en="Your day"),
    "timeline": Words(nl="Jullie tijdpad", en="Your timeline"),
    "time": Words(nl="Tijd", en="Time"),
    "what": Words(nl="Wat", en="What"),
    "day": Words(nl="Datum", en="Date"),
    "chairs": Words(nl="Stoelen", en="Chairs"),
    "chairs_value": Words(
        nl="{chairs} in de binnenring, {employees_least} tot {employees_most} in de buitenring",
        en="{chairs} in the inner ring, {employees_least} to {employees_most} in the outer ring",
    ),
    "progress": Words(nl="Hoeveel er is ingevuld", en="How much is filled in"),
    "to_download": Words(nl="Naar de kit", en="To the kit"),
    "stays_here": Words(nl="Alles blijft in deze browser.", en="Everything stays in this browser."),
    "save_too": Words(nl="Bewaar het ook als bestand", en="Save it as a file too"),
    "also_saved": Words(nl="Het staat ook in een bestand.", en="It stands in a file as well."),
    "not_kept": Words(
        nl="Deze browser bewaart niets. Bewaar je klantarena als bestand voor je weggaat.",
        en="This browser keeps nothing. Save your klantarena as a file before you leave.",
    ),
    "team_only": Words(nl="zonder klanten", en="without customers"),
    "no_start": Words(
        nl="Vul een begintijd in, dan staan hier de tijden.",
        en="Fill in a starting time, and the times will stand here.",
    ),
    "no_date": Words(
        nl="Vul de datum van de bijeenkomst in, dan staan hier alle datums.",
        en="Fill in the date of the session, and all dates will stand here.",
    ),
    "food_after": Words(
        nl="De afsluiting is om {end} voorbij, dus na {limit}. Zorg voor een maaltijd.",
        en="The closing ends at {end}, so after {limit}. See to a meal.",
    ),
    "ends_by": Words(
        nl="De afsluiting is pas om {end} voorbij. Begin eerder: na {limit} is het te laat.",
        en="The closing does not end until {end}. Begin earlier: after {limit} is too late.",
    ),
    "past": Words(nl="al voorbij", en="already past"),
    "late": Words(
        nl="Dat is kort dag: {count} stappen hadden al klaar moeten zijn.",
        en="That is soon: {count} steps should already be done.",
    ),
    "late_one": Words(
        nl="Dat is kort dag: één stap had al klaar moeten zijn.",
        en="That is soon: one step should already be done.",
    ),
    "moved_weekend": Words(
        nl="eigenlijk {date}, maar dat is in het weekend",
        en="really {date}, but that is in the weekend",
    ),
    "moved_holiday": Words(
        nl="eigenlijk {date}, maar dan is het {holiday}", en="really {date}, but that is {holiday}"
    ),
    "school_holidays": Words(
        nl="Schoolvakanties staan hier niet bij. Kijk zelf of er een in de weken ervoor valt.",
        en="School holidays are not in here. See for yourself whether one falls in these weeks.",
    ),
    # Guests.
    "guest_counts": Words(nl="Tel", en="Count"),
    "guest_add": Words(nl="Nog een gast", en="Another guest"),
    "guest_remove": Words(nl="Weghalen", en="Take away"),
    "guest_remove_who": Words(nl="Haal {who} weg", en="Take {who} away"),
    "guest_number": Words(nl="gast {number}", en="guest {number}"),
    "guest": Words(nl="gast", en="guest"),
    "guest_count": Words(
        nl="Op de lijst: {guests}. Uitgenodigd: {invited}. Komt: {accepted}. Was er: {came}.",
        en="On the list: {guests}. Invited: {invited}. Coming: {accepted}. Were there: {came}.",
    ),
    "ask_first": Words(
        nl="Vraag door tot er {needed} ja zeggen. Dan zitten er {customers}.",
        en="Keep asking until {needed} say yes. Then {customers} will sit there.",
    ),
    "ask_more": Words(
        nl="Vraag er nog {more}: met {needed} keer ja zitten er straks {customers}.",
        en="Ask {more} more: with {needed} acceptances, {customers} will sit there.",
    ),
    "enough": Words(
        nl="Genoeg: {accepted} komen, en dan zitten er straks {customers}.",
        en="Enough: {accepted} are coming, so {customers} will sit there.",
    ),
    "chairs_short": Words(
        nl="Er komen {accepted} klanten en er staan {chairs} stoelen. Zet er stoelen bij.",
        en="{accepted} customers are coming and there are {chairs} chairs. Add chairs.",
    ),
    "too_few": Words(
        nl="Met minder dan {least} klanten kun je de dag beter verzetten.",
        en="With fewer than {least} customers it is better to move the day.",
    ),
    "paste": Words(nl="Plakken uit Excel", en="Paste from Excel"),
    "paste_label": Words(nl="Plak hier de rijen", en="Paste the rows here"),
    "paste_hint": Words(
        nl=(
            "Kopieer de rijen in Excel, het liefst met de koppen erboven. Zonder koppen lees ik "
            "ze in de volgorde van de tabel."
        ),
        en=(
            "Copy the rows in Excel, with their headings if you can. Without headings I read "
            "them in the order of the table."
        ),
    ),
    "paste_button": Words(nl="Zet in de lijst", en="Put in the list"),
    "paste_none": Words(
        nl="Hier staat geen gast in. Kopieer de rijen in Excel en plak ze hier.",
        en="There is no guest in this. Copy the rows in Excel and paste them here.",
    ),
    "paste_many": Words(
        nl="Dat zijn meer dan {most} rijen. Kopieer alleen de gasten.",
        en="That is more than {most} rows. Copy the guests only.",
    ),
    "pasted": Words(nl="{count} gasten erbij.", en="{count} guests added."),
    "pasted_one": Words(nl="Eén gast erbij.", en="One guest added."),
    "delete_on": Words(nl="Gasten wissen na", en="Delete guests after"),
    "delete_hint": Words(
        nl="Na die dag wist de lijst zichzelf, zodra je hier weer komt.",
        en="After that day the list deletes itself, as soon as you are here again.",
    ),
    "delete_default": Words(
        nl="Leeg is dat {date}. Daarna wist de lijst zichzelf, zodra je hier weer komt.",
        en="Left empty, that is {date}. Then the list deletes itself when you are here again.",
    ),
    "delete_unknown": Words(
        nl="Vul deze dag in, of de datum van de bijeenkomst. Anders blijft de lijst staan.",
        en="Fill in this day, or the date of the session. If not, the list stays.",
    ),
    "erased": Words(
        nl="De gasten van {name} zijn gewist: de bewaartijd liep tot en met {date}.",
        en="The guests of {name} were deleted: they were to be kept until {date}.",
    ),
    # The other lists.
    "row_add": Words(nl="Nog een rij", en="Another row"),
    "row_number": Words(nl="Rij {number}", en="Row {number}"),
    "rows": Words(nl="{count} rijen", en="{count} rows"),
    "rows_one": Words(nl="één rij", en="one row"),
    "rows_none": Words(nl="leeg", en="empty"),
    "list_used": Words(nl="Komt in: {files}.", en="Goes into: {files}."),
    # Files of an event.
    "save": Words(nl="Bewaar als bestand", en="Save as a file"),
    "load": Words(nl="Open een bestand", en="Open a file"),
    "clear": Words(nl="Wis alles", en="Delete everything"),
    "clear_sure": Words(
        nl="Wil je alles wissen wat je op deze site hebt ingevuld? Dat kan niet terug.",
        en="Delete everything that you filled in on this site? It cannot be undone.",
    ),
    "cleared": Words(nl="Alles is gewist.", en="Everything is deleted."),
    "saved": Words(nl="Bewaard als {file}.", en="Saved as {file}."),
    "loaded": Words(nl="{name} staat nu in het formulier.", en="{name} is now in the form."),
    "file": Words(nl="Het bestand", en="The file"),
    "file_head": Words(
        nl="Een klantarena, bewaard op de site. Ook klantarena fill leest dit bestand.",
        en="A klantarena, saved on the site. klantarena fill reads this file too.",
    ),
    "file_no_event": Words(
        nl="Dit is geen bestand van een klantarena. Kies een bestand dat op .yml eindigt.",
        en="This is not a file of a klantarena. Choose a file that ends in .yml.",
    ),
    "file_problems": Words(
        nl="Er is niets geopend, want in het bestand klopt dit nog niet:",
        en="Nothing was opened, since this is not right in the file yet:",
    ),
    "file_unknown": Words(
        nl="die naam ken ik niet; haal de regel weg of verbeter de naam",
        en="I do not know that name; take the line out or mend the name",
    ),
    "file_mapping": Words(
        nl="hier horen regels met een naam en een dubbele punt",
        en="lines with a name and a colon belong here",
    ),
    "file_list": Words(
        nl="hier hoort een lijst, met een streepje voor elke rij",
        en="a list belongs here, with a dash before each row",
    ),
    "file_many": Words(nl="hier passen hooguit {most} rijen", en="this holds {most} rows at most"),
    "file_text": Words(nl="hier hoort één tekst of getal", en="one text or number belongs here"),
    "file_language": Words(nl="schrijf nl of en", en="write nl or en"),
    "file_preset": Words(nl="die combinatie bestaat niet", en="there is no such combination"),
    "unreadable_line": Words(
        nl="Regel {line} van het bestand kan ik niet lezen. Zet de tekst tussen aanhalingstekens.",
        en="I cannot read line {line} of the file. Put the text in quotes.",
    ),
    # Word files.
    "filled_for": Words(nl="Ingevuld voor", en="Filled in for"),
    "change": Words(nl="aanpassen", en="change"),
    "show_empty": Words(nl="leeg tonen", en="show it empty"),
    "ticked": Words(nl="aangevinkt", en="ticked"),
    "download_filled": Words(nl="Download ingevuld", en="Download filled in"),
    "download_letters": Words(
        nl="Download ingevuld, {count} brieven", en="Download filled in, {count} letters"
    ),
    "kit_contents": Words(
        nl="De kit bestaat nu uit {files} Word-bestanden, met brieven voor {guests} gasten.",
        en="The kit now has {files} Word files, with letters for {guests} guests.",
    ),
    "kit_contents_one": Words(
        nl="De kit bestaat nu uit {files} Word-bestanden, met brieven voor één gast.",
        en="The kit now has {files} Word files, with letters for one guest.",
    ),
    "kit_contents_none": Words(
        nl=(
            "De kit bestaat nu uit {files} Word-bestanden. Wie je op de lijst zet, krijgt eigen "
            "brieven."
        ),
        en=(
            "The kit now has {files} Word files. Everyone you put on the list gets letters of "
            "their own."
        ),
    ),
    "kit_button": Words(nl="Download de hele kit", en="Download the whole kit"),
    "calendar_button": Words(
        nl="Alleen het tijdpad, voor je agenda", en="The timeline alone, for your calendar"
    ),
    "kit_busy": Words(nl="De kit wordt gemaakt", en="Making the kit"),
    "cancel": Words(nl="Stop", en="Stop"),
    "cancelled": Words(nl="Gestopt. Er is niets gemaakt.", en="Stopped. Nothing was made."),
    "kit_ready": Words(
        nl="Klaar: {file}, met {count} bestanden.", en="Ready: {file}, with {count} files."
    ),
    "no_file": Words(
        nl="Het sjabloon {file} is niet te bereiken. Kijk of je internet het doet.",
        en="The template {file} cannot be reached. See whether you are online.",
    ),
    "no_file_on_disk": Words(
        nl="Het sjabloon {file} staat hier niet. Pak eerst de hele zip uit, en open hem dan.",
        en="The template {file} is not here. Unpack the whole zip first, and then open it.",
    ),
    "too_old": Words(
        nl=(
            "Deze browser is te oud om Word-bestanden in te vullen. Gebruik een nieuwe Chrome, "
            "Edge, Firefox of Safari, of vul het sjabloon in met Word."
        ),
        en=(
            "This browser is too old to fill in Word files. Use a new Chrome, Edge, Firefox or "
            "Safari, or fill in the template in Word."
        ),
    ),
    "drop": Words(nl="Sleep een Word-bestand hierheen", en="Drag a Word file to this place"),
    "drop_or": Words(nl="of klik om er een te kiezen", en="or click to choose one"),
    "fill_broken": Words(
        nl=(
            "Dit bestand is beschadigd of is geen Word-bestand. Open het in Word en bewaar het "
            "opnieuw als .docx."
        ),
        en=(
            "This file is damaged, or is not a Word file. Open it in Word and save it again as "
            ".docx."
        ),
    ),
    "fill_old_word": Words(
        nl=(
            "Dit is een bestand van een oude Word (.doc), of een met een wachtwoord. Open het in "
            "Word en bewaar het als .docx, zonder wachtwoord."
        ),
        en=(
            "This is a file of an old Word (.doc), or one with a password. Open it in Word and "
            "save it as .docx, without a password."
        ),
    ),
    "fill_too_large": Words(
        nl=(
            "Dit bestand is te groot; een ingevuld sjabloon is nooit groter dan 20 MB. Haal er "
            "grote foto's uit, of kies een ander bestand."
        ),
        en=(
            "This file is too large; a filled-in template is never larger than 20 MB. Take large "
            "photos out of it, or choose another file."
        ),
    ),
    "fill_no_document": Words(
        nl="In dit bestand zit geen Word-document. Kies een bestand dat eindigt op .docx.",
        en="There is no Word document in this file. Choose a file that ends in .docx.",
    ),
    "fill_no_blanks": Words(
        nl=(
            "In dit bestand staan geen plekken die wij kennen. Kies een sjabloon uit de kit. "
            "Sommige programma's laten de plekken weg als ze een .docx bewaren; Word laat ze staan."
        ),
        en=(
            "In this file stands no blank that we know. Choose a template of the kit. Some "
            "programs leave the blanks out when they save a .docx; Word keeps them."
        ),
    ),
    "any_filled": Words(nl="{file} is ingevuld.", en="{file} is filled in."),
}


# The texts that come with a filled kit: they speak the language of the kit, not of the page.
_KIT = {
    "guest": Words(nl="gast", en="guest"),
    "guest_number": Words(nl="gast {number}", en="guest {number}"),
    "mail_subject": Words(nl="Onderwerp", en="Subject"),
    "calendar_file": Words(nl="Tijdpad.ics", en="Timeline.ics"),
    "to_fill_file": Words(nl="Nog invullen.txt", en="Still to fill in.txt"),
    "to_fill_title": Words(nl="Nog invullen", en="Still to fill in"),
    "to_fill_once": Words(
        nl="Bij Mijn klantarena of in event.yml, met de nummers van de bestanden waarin het staat:",
        en="On My klantarena or in event.yml, with the numbers of the files that hold it:",
    ),
    "to_fill_many": Words(nl="in {count} bestanden", en="in {count} files"),
    "to_fill_guests": Words(nl="Van deze gasten weet je nog niet:", en="Of these guests you lack:"),
    "to_fill_letters": Words(
        nl="In Word, voordat je de brief verstuurt:", en="In Word, before you send the letter:"
    ),
    "to_fill_none": Words(nl="Alles is ingevuld.", en="Everything is filled in."),
}


def word(name: str, language: Language) -> str:
    """Return a word or sentence, ready to stand in HTML."""
    return escape(_WORDS[name][language])


def words(language: Language) -> dict[str, str]:
    """Return all of them in one language, with their braces, for the scripts."""
    return {name: said[language] for name, said in _WORDS.items()}


def kit_texts(language: Language) -> dict[str, str]:
    """Return the words of the texts that come with a kit in this language."""
    return {name: said[language] for name, said in _KIT.items()}
