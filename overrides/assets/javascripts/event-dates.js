/* What follows from an event: the programme with its times, the timeline with its dates, and a
   small summary beside the form. */
(function (klantarena) {
  "use strict";

  var place = document.querySelector("[data-event-dates]");
  var summary = document.querySelector("[data-event-summary]");
  if (!place || !summary) return;
  var element = klantarena.element;
  var sentence = klantarena.sentence;
  var schedule = klantarena.schedule;
  var language = document.documentElement.lang;
  var working = document.querySelector("[data-working-days]");
  // Word joiners keep the times on one line.
  var DASH = "\u2060\u2013\u2060";

  function day(text, format) {
    var when = element("time", { datetime: text });
    when.textContent = schedule.written(text, format || klantarena.data.day_format, language);
    return when;
  }

  function times(block) {
    return schedule.clock(block.start, language) + DASH + schedule.clock(block.end, language);
  }

  function blocksOf(event) {
    var start = schedule.minutes((event.event || {}).start_time);
    return start === null ? [] : schedule.programme(klantarena.store.choices(), start);
  }

  /* ── The programme ─────────────────────────────────────────────────────────────────────── */

  function programme(blocks) {
    if (!blocks.length) return element("p", {}, sentence("no_start"));
    var rows = blocks.map(function (block) {
      var name = element("td", {}, block.name);
      if (!block.for_customers) name.append(" ", element("small", {}, "(" + sentence("team_only") + ")"));
      return element("tr", {}, element("td", {}, times(block)), name);
    });
    var table = element("table", { class: "times" });
    table.append(
      element("caption", { class: "for-screen-readers" }, sentence("programme")),
      element(
        "thead",
        {},
        element("tr", {}, element("th", { scope: "col" }, sentence("time")), element("th", { scope: "col" }, sentence("what")))
      ),
      element.apply(null, ["tbody", {}].concat(rows))
    );
    var closing = blocks.find(function (block) {
      return block.id === klantarena.data.closing;
    });
    return element("div", {}, element("div", { class: "table" }, table), warning(closing));
  }

  /* What somebody should know whose day ends late. */
  function warning(closing) {
    var end = klantarena.values.spoken(closing.end, language);
    var limit = null;
    if (closing.end > klantarena.data.ends_by) limit = "ends_by";
    else if (closing.end > klantarena.data.food_after) limit = "food_after";
    if (!limit) return "";
    return element(
      "p",
      { class: "event__message" },
      sentence(limit, { end: end, limit: klantarena.values.spoken(klantarena.data[limit], language) })
    );
  }

  /* ── The timeline ──────────────────────────────────────────────────────────────────────── */

  function timeline(event, moments) {
    if (!moments.length) return element("p", {}, sentence("no_date"));
    var today = klantarena.store.today();
    var late = moments.filter(function (moment) {
      return moment.day < today && moment.day < event.event.date;
    });
    var items = moments.map(function (moment) {
      var past = moment.day < today;
      var when = element("span", { class: "timeline__when" }, day(moment.day, "dddd " + klantarena.data.day_format));
      if (past) when.append(" ", element("b", {}, sentence("past")));
      var item = element("li", {}, when, element("span", { class: "timeline__what" }, moment.name));
      if (moment.day === event.event.date) item.className = "timeline__moment--day";
      if (past) item.classList.add("is-past");
      if (moment.meant !== moment.day) item.append(element("small", { class: "timeline__moved" }, moved(moment.meant)));
      return item;
    });
    var said = element("div", {});
    if (late.length && event.event.date >= today)
      said.append(
        element("p", { class: "event__message" }, sentence(late.length === 1 ? "late_one" : "late", { count: late.length }))
      );
    said.append(element.apply(null, ["ol", { class: "timeline" }].concat(items)));
    said.append(element("p", { class: "event__hint" }, sentence("school_holidays")));
    return said;
  }

  function moved(meant) {
    var holiday = schedule.reason(meant);
    var date = schedule.written(meant, klantarena.data.day_format_short, language);
    return holiday
      ? sentence("moved_holiday", { date: date, holiday: holiday })
      : sentence("moved_weekend", { date: date });
  }

  /* ── Beside the form ───────────────────────────────────────────────────────────────────── */

  function shownSummary(event, blocks) {
    var form = document.querySelector("[data-event-form]");
    var said = event.event || {};
    var filled = Number(form.dataset.filled || 0);
    var total = Number(form.dataset.total || 1);
    var people = klantarena.data.people[klantarena.store.choices().round3];
    var facts = [];
    if (said.date && schedule.isDay(said.date)) facts.push([sentence("day"), day(said.date)]);
    if (blocks.length) {
      var closing = blocks.find(function (block) {
        return block.id === klantarena.data.closing;
      });
      var welcome = blocks.find(function (block) {
        return block.id === klantarena.data.welcome;
      });
      facts.push([sentence("time"), times({ start: welcome.start, end: closing.end })]);
    }
    facts.push([sentence("chairs"), sentence("chairs_value", people)]);
    var list = element.apply(
      null,
      ["dl", {}].concat(
        facts.map(function (fact) {
          return element("div", {}, element("dt", {}, fact[0]), element("dd", {}, fact[1]));
        })
      )
    );
    var bar = element("progress", { max: total, value: filled, "aria-label": sentence("progress") });
    summary.replaceChildren(
      element("p", { class: "event__name" }, klantarena.event.nameOf(event)),
      bar,
      element("p", { class: "event__filled" }, sentence("count", { filled: filled, total: total })),
      list,
      element("p", {}, element("a", { href: "#download" }, sentence("to_download"))),
      keeping()
    );
  }

  /* Where it all stands: browsers at work forget, files do not. */
  function keeping() {
    if (!klantarena.event.kept) return element("p", { class: "event__message" }, sentence("not_kept"));
    var said = element("p", { class: "event__hint" }, sentence("stays_here") + " ");
    if (klantarena.store.isSaved()) said.append(sentence("also_saved"));
    else said.append(element("a", { href: "#keep" }, sentence("save_too")));
    return said;
  }

  if (working)
    working.addEventListener("change", function () {
      klantarena.event.change(function (event) {
        if (working.checked) delete event.working_days;
        else event.working_days = false;
      });
    });

  klantarena.event.follow(function (event) {
    var blocks = blocksOf(event);
    working.checked = event.working_days !== false;
    place.replaceChildren(
      element("div", {}, element("h3", {}, sentence("programme")), programme(blocks)),
      element("div", {}, element("h3", {}, sentence("timeline")), timeline(event, schedule.moments(event)))
    );
    shownSummary(event, blocks);
  });
})((window.klantarena = window.klantarena || {}));
