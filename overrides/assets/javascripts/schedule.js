/* Dates and clock times of an event: the same sums as handbook/schedule.py and macros/event.py.
   Offsets, holidays, names of days and the programme come with assets/javascripts/event-data.js.
   Days are numbers here, in no time zone. */
(function (klantarena) {
  "use strict";

  var DAY = 86400000;

  function day(year, month, date) {
    // Through setUTCFullYear, since Date.UTC takes years below 100 for the last century.
    return new Date(0).setUTCFullYear(year, month, date) / DAY;
  }

  function iso(found) {
    return new Date(found * DAY).toISOString().slice(0, 10);
  }

  /* Whether a text is a day that exists, as 2027-03-12. */
  function isDay(text) {
    if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    var parts = text.split("-").map(Number);
    return iso(day(parts[0], parts[1] - 1, parts[2])) === text;
  }

  function read(text) {
    var parts = text.split("-").map(Number);
    return day(parts[0], parts[1] - 1, parts[2]);
  }

  /* Months keep the day of the month where it exists, and else take the month's last day. */
  function dayAt(event, offset) {
    var found = /^([+-]?\d+) (day|week|month)/.exec(offset);
    var number = Number(found[1]);
    if (found[2] !== "month") return event + number * (found[2] === "week" ? 7 : 1);
    var start = new Date(event * DAY);
    var month = start.getUTCMonth() + number;
    var last = new Date(day(start.getUTCFullYear(), month + 1, 0) * DAY);
    return day(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last.getUTCDate()));
  }

  function isFree(found) {
    var weekday = new Date(found * DAY).getUTCDay();
    return weekday === 0 || weekday === 6 || iso(found) in klantarena.data.holidays;
  }

  /* What came in the way of a day: a holiday's name, or weekend. */
  function reason(text) {
    return klantarena.data.holidays[text] || "";
  }

  /* The working day before; after the session, where there is none left, the one after. */
  function moved(found, event) {
    if (found === event) return found;
    var before = found;
    while (isFree(before)) before -= 1;
    if (found < event || before > event) return before;
    while (isFree(found)) found += 1;
    return found;
  }

  var reckoned = { key: null };

  /* The moments of an event; for many letters the same question comes many times. */
  function moments(event) {
    var key = JSON.stringify([event.event && event.event.date, event.working_days, event.delete_on]);
    if (reckoned.key !== key) reckoned = { key: key, moments: momentsOf(event) };
    return reckoned.moments;
  }

  /* All moments of the timeline, as {id, offset, name, day, meant}; `meant` is the day before it
     was moved to a working day. Nothing where the event has no date. */
  function momentsOf(event) {
    var date = event.event && event.event.date;
    if (!date || !isDay(date)) return [];
    var start = read(date);
    return klantarena.data.moments.map(function (moment) {
      var meant = dayAt(start, moment.offset);
      var found = event.working_days === false ? meant : moved(meant, start);
      var fixed = moment.id === klantarena.data.delete_moment && event.delete_on;
      return {
        id: moment.id,
        name: moment.name,
        day: fixed || iso(found),
        meant: fixed || iso(meant)
      };
    });
  }

  /* A day in words, by the letters that Word uses: d MMMM yyyy. */
  function written(text, format, language) {
    var found = new Date(read(text) * DAY);
    var names = klantarena.data.names[language];
    var date = found.getUTCDate();
    var month = found.getUTCMonth();
    var weekday = (found.getUTCDay() + 6) % 7;
    var year = found.getUTCFullYear();
    return format.replace(/'([^']*)'|d+|M+|y+/g, function (token, literal) {
      if (literal !== undefined) return literal;
      var sign = token[0] + Math.min(token.length, 4);
      return {
        d1: String(date),
        d2: padded(date, 2),
        d3: names.days_short[weekday],
        d4: names.days[weekday],
        M1: String(month + 1),
        M2: padded(month + 1, 2),
        M3: names.months_short[month],
        M4: names.months[month],
        y1: padded(year % 100, 2),
        y2: padded(year % 100, 2),
        y3: padded(year, 4),
        y4: padded(year, 4)
      }[sign];
    });
  }

  function padded(number, length) {
    return String(number).padStart(length, "0");
  }

  /* Minutes after midnight from "15:30" or "15.30", or null. */
  function minutes(text) {
    var found = /^(\d{1,2})[:.](\d{2})$/.exec(text || "");
    return found && found[1] < 24 && found[2] < 60 ? Number(found[1]) * 60 + Number(found[2]) : null;
  }

  /* "15.30" in Dutch, "15:30" in English; past midnight the day begins anew. */
  function clock(found, language) {
    var within = ((found % 1440) + 1440) % 1440;
    return Math.floor(within / 60) + (language === "nl" ? "." : ":") + padded(within % 60, 2);
  }

  /* The blocks of the day with these choices, as {id, name, audience, start, end}. */
  function programme(choices, welcome) {
    var blocks = klantarena.data.programme[choices.round2 + " " + choices.round3];
    return blocks.map(function (block) {
      return Object.assign({}, block, { start: welcome + block.start, end: welcome + block.end });
    });
  }

  klantarena.schedule = {
    isDay: isDay,
    isFree: function (text) {
      return isFree(read(text));
    },
    reason: reason,
    moments: moments,
    written: written,
    minutes: minutes,
    clock: clock,
    programme: programme
  };
})((window.klantarena = window.klantarena || {}));
