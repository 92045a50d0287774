/* On the page of a template: the visitor's own values stand in its blanks, as they will stand in
   Word, and its times are those of the visitor's day. */
(function (klantarena) {
  "use strict";

  var sheet = document.querySelector("[data-kit-page]");
  var note = document.querySelector("[data-filled-for]");
  // Without the form there is nothing to show.
  if (!sheet || !note) return;
  var all = klantarena.all;
  var schedule = klantarena.schedule;
  var sentence = klantarena.sentence;
  var language = document.documentElement.lang;
  var form = note.querySelector("a").href;
  var invitation = Array.from(note.childNodes);
  var spans = all("[data-path]");
  var usual = new Map(
    spans.map(function (span) {
      return [span, span.textContent];
    })
  );

  /* The choices that a piece of text is for: those of the visitor, but for what it pins itself. */
  function choicesOf(span) {
    var choices = klantarena.store.choices();
    Object.keys(choices).forEach(function (name) {
      var around = span.closest("[data-" + name + "]");
      var modes = around ? around.getAttribute("data-" + name).split(" ") : [];
      if (modes.length && !modes.includes(choices[name])) choices[name] = modes[0];
    });
    return Object.assign(choices, JSON.parse(span.dataset.pins || "{}"));
  }

  function shownFor(span, value) {
    var kind = span.dataset.kind;
    if (kind === "date") return schedule.isDay(value) ? schedule.written(value, klantarena.data.day_format, language) : "";
    if (kind === "choice") return JSON.parse(span.dataset.options)[value] || "";
    if (kind === "checkbox") return value === "true" ? "\u2612" : "";
    return value;
  }

  function show() {
    var event = klantarena.store.current();
    var guest = event ? klantarena.values.guestsFor(event, sheet.dataset.guests)[0] : null;
    var reckoned = {};

    function valuesWith(choices) {
      var key = JSON.stringify(choices);
      var wanted = { language: language, choices: choices, template: sheet.dataset.kitPage, guests: sheet.dataset.guests };
      reckoned[key] =
        reckoned[key] || klantarena.values.forGuest(klantarena.values.resolve(event, wanted), guest, language);
      return reckoned[key];
    }

    var some = false;
    spans.forEach(function (span) {
      var value = event ? valuesWith(choicesOf(span))[span.dataset.path] : undefined;
      var words = value === undefined ? "" : shownFor(span, value);
      var isBlank = span.classList.contains("blank");
      span.textContent = words || usual.get(span);
      span.classList.toggle("is-filled", isBlank && Boolean(words));
      if (span.dataset.kind === "checkbox")
        span.setAttribute("aria-label", span.dataset.label + (words ? ", " + sentence("ticked") : ""));
      if (isBlank && words) some = true;
    });
    showNote(event && some ? event : null);
  }

  function showNote(event) {
    if (!event) return note.replaceChildren.apply(note, invitation);
    var clear = klantarena.element("button", { type: "button", class: "plain" }, sentence("show_empty"));
    clear.addEventListener("click", function () {
      klantarena.store.choose(null);
      // The note goes away with its button.
      document.getElementById("__content").focus({ preventScroll: true });
    });
    note.replaceChildren(
      sentence("filled_for") + " ",
      klantarena.element("b", {}, klantarena.event.nameOf(event)),
      " · ",
      klantarena.element("a", { href: form }, sentence("change")),
      " · ",
      clear
    );
  }

  klantarena.event.follow(show);
})((window.klantarena = window.klantarena || {}));
