"""What to practise with: cards to cut out, an observation sheet, a quiz, difficult moments."""

from collections.abc import Iterable, Iterator
from html import escape

from handbook.model import Language, ListeningLevel, QuizQuestion, Sentence, Words
from macros.context import Context
from macros.fields import blank, tick_box
from macros.messages import message
from macros.tables import table
from macros.wording import wording

Card = tuple[str, str, str]
"""An id, a title, and the HTML below it."""


def role_cards(context: Context) -> str:
    """Return the customers of the practice arena, as cards to cut out."""
    language = context.language
    return _cards(
        "1x3",
        (
            (
                f"role-{card.id}",
                card.name[language],
                _told(context, "what_happened", card.story)
                + _told(context, "manner", card.manner)
                + _told(context, "beneath", card.beneath),
            )
            for card in context.handbook.training.role_cards
        ),
    )


def case_cards(context: Context) -> str:
    """Return the cases, as cards to cut out."""
    training, language = context.handbook.training, context.language
    return _cards(
        "2x3",
        (
            (
                f"case-{case.id}",
                f"{training.sectors[case.sector][language]}: {_lowered(case.name[language])}",
                f"<p>{_text(case.story, language)}</p>" + _told(context, "beneath", case.beneath),
            )
            for case in training.cases
        ),
    )


def sentence_cards(context: Context) -> str:
    """Return customers' sentences with one reply each, as cards to cut out.

    Their number does not give away the level: each sentence begins at another one.
    """
    language = context.language
    return _cards(
        "2x4",
        (
            (
                f"sentence-{number}",
                str(number),
                f"<p>{wording('says_customer', language)}: "
                f'"{_text(sentence.heard, language)}"</p>'
                f"<p>{wording('says_employee', language)}: "
                f'"{_text(sentence.replies[level - 1], language)}"</p>',
            )
            for number, sentence, level in _numbered(context.handbook.training.sentences)
        ),
    )


def sentence_key(context: Context) -> str:
    """Return which card is of which level, and a question for each one of level 1."""
    language = context.language
    levels = [level.level for level in context.handbook.listening_levels]
    numbers = {
        (sentence.id, level): number
        for number, sentence, level in _numbered(context.handbook.training.sentences)
    }
    return table(
        [
            *(message("card_of_level", language, level=level) for level in levels),
            wording("could_be", language),
        ],
        [
            [
                *(str(numbers[sentence.id, level]) for level in levels),
                f'"{_text(sentence.question, language)}" ({wording(sentence.kind, language)})',
            ]
            for sentence in context.handbook.training.sentences
        ],
        widths=[*[0.14] * len(levels), 1 - 0.14 * len(levels)],
        caption=wording("could_be", language),
    )


def observation(context: Context) -> str:
    """Return the signs of each listening level, with a box for each of three times."""
    language = context.language
    times = ("time_one", "time_two", "time_three")
    parts = []
    for level in context.handbook.listening_levels:
        called = _level(level, context)
        rows = [
            [
                _text(sign.text, language),
                *(
                    tick_box(
                        f"signs.level_{level.level}_{number}.{time}",
                        f"{sign.text[language]}, {wording(time, language)}",
                    )
                    for time in times
                ),
            ]
            for number, sign in enumerate(context.handbook.training.signs, start=1)
            if sign.level == level.level
        ]
        parts.append(
            f"<p><strong>{escape(called)}</strong></p>"
            + table(
                [
                    wording("seen_or_heard", language),
                    *(wording(time, language) for time in times),
                ],
                rows,
                widths=[0.64, 0.12, 0.12, 0.12],
                caption=called,
            )
        )
    return "\n".join(parts)


def quiz(context: Context) -> str:
    """Return the questions with boxes to tick."""
    language = context.language
    return "\n".join(
        f'<h3 id="quiz-{question.id.replace("_", "-")}">{number}. '
        f"{_text(question.text, language)}</h3><ul>"
        + "".join(
            f"<li>{tick_box(f'quiz.{question.id}.{letter}', option.text[language])} "
            f"{_text(option.text, language)}</li>"
            for letter, option in zip("abcd", question.options, strict=False)
        )
        + "</ul>"
        for number, question in enumerate(context.handbook.training.quiz, start=1)
    )


def quiz_answers(context: Context) -> str:
    """Return the answers, and why."""
    language = context.language
    items = "".join(
        f"<li><strong>{_right(question, context)}</strong> {_text(question.reason, language)}</li>"
        for question in context.handbook.training.quiz
    )
    return f"<ol>{items}</ol>"


def quiz_to_try(context: Context) -> str:
    """Return the questions for the site, each with its answer folded away.

    Markdown, so that its headings stand in the contents of the page.
    """
    language = context.language
    return "\n\n".join(
        f"## {number}. {_text(question.text, language)} "
        f"{{: #{question.id.replace('_', '-')} }}\n\n<ul>"
        + "".join(f"<li>{_text(option.text, language)}</li>" for option in question.options)
        + f'</ul><details class="answer"><summary>{wording("answer", language)}</summary>'
        f"<p><strong>{_right(question, context)}</strong> {_text(question.reason, language)}</p>"
        "</details>"
        for number, question in enumerate(context.handbook.training.quiz, start=1)
    )


def rehearsal(context: Context) -> str:
    """Return a section for each difficult moment: what you see, what you say, what you leave.

    Markdown, so that its headings stand in the contents of the page.
    """
    language = context.language
    return "\n\n".join(
        f"## {_text(moment.name, language)} {{: #{moment.id.replace('_', '-')} }}\n\n"
        + _told(context, "see", moment.see)
        + f"<p><strong>{wording('say', language)}:</strong></p><blockquote>"
        + "".join(f'<p>"{_text(said, language)}"</p>' for said in moment.say)
        + "</blockquote>"
        + _told(context, "leave", moment.leave)
        for moment in context.handbook.training.rehearsal
    )


def rehearsal_cards(context: Context) -> str:
    """Return the difficult moments as cards, for whoever plays the other.

    What is left of the last page is cards for moments of one's own.
    """
    language, moments = context.language, context.handbook.training.rehearsal
    cards = [
        (
            f"moment-{moment.id}",
            f"{number}. {moment.name[language]}",
            _told(context, "play", moment.play)
            + _told(context, "see", moment.see)
            + f"<p><strong>{wording('say', language)}:</strong> "
            + " ".join(f'"{_text(said, language)}"' for said in moment.say)
            + "</p>"
            + _told(context, "leave", moment.leave),
        )
        for number, moment in enumerate(moments, start=1)
    ]
    per_page = 3
    for number in range(1, -len(moments) % per_page + 1):
        blanks = "".join(
            f"<p><strong>{wording(name, language)}:</strong> "
            f"{blank(context, f'own_{name}_{number}', wording(name, language))}</p>"
            for name in ("play", "see", "say", "leave")
        )
        cards.append((f"moment-own-{number}", wording("own_moment", language), blanks))
    return _cards(f"1x{per_page}", cards)


def _numbered(sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, Sentence, int]]:
    """Yield each card: its number, its sentence, and the level of its reply."""
    number = 0
    for place, sentence in enumerate(sentences):
        count = len(sentence.replies)
        for turn in range(count):
            number += 1
            yield number, sentence, (place + turn) % count + 1


def _cards(grid: str, cards: Iterable[Card]) -> str:
    drawn = "".join(
        f'<h3 id="{identifier.replace("_", "-")}">{escape(title)}</h3>{text}'
        for identifier, title, text in cards
    )
    return f'<div class="cards" data-grid="{grid}">{drawn}</div>'


def _told(context: Context, name: str, words: Words) -> str:
    language = context.language
    return f"<p><strong>{wording(name, language)}:</strong> {_text(words, language)}</p>"


def _right(question: QuizQuestion, context: Context) -> str:
    (right,) = (option for option in question.options if option.right)
    return _text(right.text, context.language)


def _level(level: ListeningLevel, context: Context) -> str:
    language = context.language
    return f"{wording('level', language)} {level.level}: {level.name[language]}"


def _text(words: Words, language: Language) -> str:
    return escape(words[language], quote=False)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
