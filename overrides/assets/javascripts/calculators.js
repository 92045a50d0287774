/* Calculators. The page holds every number and every sentence, in data
   attributes that macros/calculators.py writes; without this script its tables say it all.
   Which mode is shown is the work of choices.js.
   Nothing that is typed leaves the page. */
(function () {
  "use strict";

  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  function all(element, selector) {
    return Array.from(element.querySelectorAll(selector));
  }

  /* ── Fields ────────────────────────────────────────────────────────────────────────────── */

  /* What a reader of a field gives: a value or nothing, and a sentence or nothing. */
  function good(value, notice) {
    return { value: value, sentence: notice || "" };
  }
  function wrong(sentence) {
    return { value: null, sentence: sentence };
  }

  function show(input, answer) {
    document.getElementById(input.id + "-message").textContent = answer.sentence;
    if (answer.value === null && answer.sentence) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  /* A whole number, or the sentence that says why it is none. */
  function whole(text, messages, example) {
    // A keyboard may give a long dash or a minus sign where a hyphen is meant.
    var typed = text.trim().replace(/^[\u2212\u2013]/, "-");
    if (!typed) return wrong(fill(messages.number_empty, { example: example }));
    if (/^[+-]?\d*[.,]\d+$/.test(typed)) return wrong(fill(messages.number_broken, { example: example }));
    if (!/^[+-]?\d+$/.test(typed)) return wrong(fill(messages.number_unreadable, { example: example }));
    return good(Number(typed));
  }

  function customers(text, numbers, messages) {
    var limits = numbers.customers;
    var answer = whole(text, messages, limits.example);
    if (answer.value === null) return answer;
    if (answer.value < limits.least) return wrong(fill(messages.customers_few, limits));
    if (answer.value > limits.most) return wrong(fill(messages.customers_many, limits));
    return answer;
  }

  function minutes(text, numbers, messages) {
    var limits = numbers.minutes;
    var answer = whole(text, messages, limits.example);
    if (answer.value === null) return answer;
    if (answer.value < 1) return wrong(fill(messages.minutes_few, limits));
    if (answer.value > limits.limit) return wrong(fill(messages.minutes_many, limits));
    if (answer.value < limits.least) return good(answer.value, fill(messages.minutes_short, limits));
    if (answer.value > limits.most) return good(answer.value, fill(messages.minutes_long, limits));
    return answer;
  }

  /* Minutes after midnight from "15.30", "15:30", "15.30 uur", "15u30", "1530", "15" or "3:30 pm". */
  function time(text, numbers, messages) {
    var example = { example: numbers.example };
    var typed = text.trim().toLowerCase().replace(/\s*(uur|h|hours|o'clock)\.?$/, "");
    if (!typed) return wrong(fill(messages.time_empty, example));
    var read =
      /^(\d{1,2})(?:\s*[.:,uh]\s*(\d{2}))?\s*([ap]\.?m\.?)?$/.exec(typed) ||
      /^(\d{1,2})(\d{2})\s*([ap]\.?m\.?)?$/.exec(typed);
    if (!read) return wrong(fill(messages.time_unreadable, example));
    var hours = Number(read[1]);
    var past = Number(read[2] || 0);
    if (read[3]) {
      if (hours < 1 || hours > 12) return wrong(fill(messages.time_unknown, example));
      hours = (hours % 12) + (read[3][0] === "p" ? 12 : 0);
    }
    if (hours > 23 || past > 59) return wrong(fill(messages.time_unknown, example));
    var found = hours * 60 + past;
    if (found < numbers.early && !read[3]) {
      return good(
        found,
        fill(messages.time_early, { time: clock(found, numbers), later: clock(found + 720, numbers) })
      );
    }
    return good(found);
  }

  function digits(number) {
    return (number < 10 ? "0" : "") + number;
  }

  /* "15.30" or "15:30"; times past midnight begin at nought again. */
  function clockShort(found, numbers) {
    var inDay = ((found % 1440) + 1440) % 1440;
    return fill(numbers.clock, { hours: Math.floor(inDay / 60), minutes: digits(inDay % 60) });
  }

  function clock(found, numbers) {
    return fill(numbers.clock_in_text, { clock: clockShort(found, numbers) });
  }

  /* ── Dates: days as numbers, in no time zone ───────────────────────────────────────────── */

  var DAY = 86400000;

  function day(year, month, date) {
    // Through setUTCFullYear, since Date.UTC takes years below 100 for the last century.
    return new Date(0).setUTCFullYear(year, month, date) / DAY;
  }

  function today() {
    var now = new Date();
    return day(now.getFullYear(), now.getMonth(), now.getDate());
  }

  /* The same sums as date_of in handbook/schedule.py: months keep the day of the month where it
     exists, and else take the month's last day. */
  function dayAt(event, offset, unit) {
    if (unit !== "months") return event + offset * (unit === "weeks" ? 7 : 1);
    var start = new Date(event * DAY);
    var month = start.getUTCMonth() + offset;
    var last = new Date(day(start.getUTCFullYear(), month + 1, 0) * DAY);
    return day(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last.getUTCDate()));
  }

  function iso(found) {
    return new Date(found * DAY).toISOString().slice(0, 10);
  }

  /* "vrijdag 12 maart 2027", without the comma that some browsers put after the weekday. */
  function written(found, locale) {
    var parts = {};
    new Intl.DateTimeFormat(locale, {
      weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC"
    })
      .formatToParts(new Date(found * DAY))
      .forEach(function (part) {
        parts[part.type] = part.value;
      });
    return [parts.weekday, parts.day, parts.month, parts.year].join(" ");
  }

  /* ── The calculators ───────────────────────────────────────────────────────────────────── */

  function results(box, values) {
    var shown = box.querySelector(".calculator__results");
    shown.hidden = values === null;
    if (values === null) return;
    all(shown, "[data-result]").forEach(function (result) {
      if (result.textContent !== values[result.dataset.result])
        result.textContent = values[result.dataset.result];
    });
  }

  /* In the table too, the row of this number stands out. */
  function row(box, wanted) {
    all(box, "tbody tr").forEach(function (one) {
      one.classList.toggle("is-yours", one.cells[0].textContent === String(wanted));
    });
  }

  var calculators = {
    people: function (box, numbers, messages) {
      var input = box.querySelector("input");
      var answer = customers(input.value, numbers, messages);
      show(input, answer);
      results(box, answer.value === null ? null : numbers.rows[answer.value]);
      row(box, answer.value);
    },

    speaking: function (box, numbers, messages) {
      // On the page with the whole handbook names begin with that of the page they come from.
      var people = box.querySelector("[name$=customers]");
      var duration = box.querySelector("[name$=minutes]");
      var wanted = customers(people.value, numbers, messages);
      var length = minutes(duration.value, numbers, messages);
      show(people, wanted);
      show(duration, length);
      row(box, wanted.value);
      if (wanted.value === null || length.value === null) return results(box, null);
      var each = Math.floor(length.value / wanted.value + 0.5);
      var sentence = ["speaking_value_none", "speaking_value_one"][each] || "speaking_value";
      results(box, { speaking: fill(messages[sentence], { minutes: each }) });
    },

    programme: function (box, numbers, messages) {
      var input = box.querySelector("input");
      var answer = time(input.value, numbers, messages);
      var known = answer.value !== null;
      show(input, answer);
      all(box, "[data-starts]").forEach(function (times) {
        var both = [times.dataset.starts, times.dataset.ends].map(function (after) {
          return clockShort(answer.value + Number(after), numbers);
        });
        times.textContent = known ? both.join("\u2060\u2013\u2060") : "\u2013";
      });
      all(box, "[data-closing]").forEach(function (warning) {
        var length = Number(warning.dataset.closing);
        var end = answer.value + length;
        var limit = end > numbers.ends_by ? numbers.ends_by : numbers.food_after;
        var sentence = end > numbers.ends_by ? messages.too_late : messages.needs_food;
        var words = fill(sentence, {
          end: clock(end, numbers),
          limit: clock(limit, numbers),
          latest: clock(numbers.ends_by - length, numbers)
        });
        warning.textContent = known && end > limit ? words : "";
      });
    },

    dates: function (box, numbers, messages) {
      var input = box.querySelector("input");
      var now = today();
      var moments = all(box, "[data-offset]");
      function at(moment, event) {
        return dayAt(event, Number(moment.dataset.offset), moment.dataset.unit);
      }
      var answer = readDate();
      show(input, answer);
      moments.forEach(function (moment) {
        moment.hidden = answer.value === null;
        moment.closest("tr").classList.remove("is-past", "is-yours");
        if (answer.value === null) return;
        var found = at(moment, answer.value);
        var when = document.createElement("time");
        when.dateTime = iso(found);
        when.textContent = written(found, numbers.locale);
        moment.replaceChildren(when);
        if (found === answer.value) moment.closest("tr").classList.add("is-yours");
        if (found < now) {
          moment.closest("tr").classList.add("is-past");
          var past = document.createElement("small");
          past.textContent = " (" + messages.past + ")";
          moment.append(past);
        }
      });

      function readDate() {
        if (!input.value) return wrong(input.validity.badInput || input.dataset.used ? messages.date_empty : "");
        input.dataset.used = "yes";
        var typed = input.value.split("-").map(Number);
        var event = day(typed[0], typed[1] - 1, typed[2]);
        var year = new Date(now * DAY).getUTCFullYear();
        if (typed[0] > year + numbers.years)
          return wrong(fill(messages.date_far, { year: year + numbers.years }));
        if (typed[0] < year - numbers.years) return wrong(messages.date_old);
        if (event < now) return good(event, messages.date_past);
        function late(start) {
          return moments.filter(function (moment) {
            return at(moment, start) < now;
          }).length;
        }
        var count = late(event);
        if (!count) return good(event);
        var enough = event;
        while (late(enough)) enough += 1;
        return good(
          event,
          fill(messages.date_soon, { count: count, date: written(enough, numbers.locale) })
        );
      }
    }
  };

  function begin(box) {
    if (box.dataset.ready) return;
    box.dataset.ready = "yes";
    var numbers = JSON.parse(box.dataset.numbers);
    var messages = JSON.parse(box.dataset.messages);
    function reckon() {
      calculators[box.dataset.calculator](box, numbers, messages);
    }
    var waiting;
    all(box, "input").forEach(function (input) {
      // Not at every key: halfway a number there is nothing wrong yet.
      input.addEventListener("input", function () {
        clearTimeout(waiting);
        waiting = setTimeout(reckon, 350);
      });
      input.addEventListener("change", function () {
        clearTimeout(waiting);
        reckon();
      });
    });
    box.querySelector(".calculator__form").hidden = false;
    reckon();
  }

  function start() {
    all(document, "[data-calculator]").forEach(begin);
  }

  // With instant navigation Material brings in the text of the next page by itself.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
