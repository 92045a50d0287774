/* The timeline of an event as a calendar file (RFC 5545): each moment a day with a reminder. Line
   for line what generators/calendar.py writes. */
(function (klantarena) {
  "use strict";

  // Octets of a line, its break not counted; what is longer goes on behind a space (3.1).
  var LONGEST_LINE = 74;
  // Nine in the morning on the day before.
  var REMINDER = "-PT15H";

  function escaped(text) {
    // A \N of somebody's own is read as a line break, as the library of the command line does.
    text = text.replace(/\\N/g, "\n");
    return text.replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\n/g, "\\n");
  }

  function folded(line) {
    var lines = [];
    var held = [];
    var length = 0;
    Array.from(line).forEach(function (sign) {
      var size = new TextEncoder().encode(sign).length;
      if (held.length && length + size > LONGEST_LINE) {
        // An escape is not torn apart.
        var kept = held.length > 1 && /[\\^]/.test(held[held.length - 1]) ? [held.pop()] : [];
        lines.push(held.join(""));
        held = kept;
        length = kept.length;
      }
      held.push(sign);
      length += size;
    });
    lines.push(held.join(""));
    return lines.join("\r\n ") + "\r\n";
  }

  function plain(day) {
    return day.replace(/-/g, "");
  }

  function dayAfter(day) {
    return new Date(Date.parse(day + "T00:00:00Z") + 86400000).toISOString().slice(0, 10);
  }

  /* A 32-bit number for a text, FNV-1a, as eight hexadecimal digits. */
  function fingerprint(text) {
    var number = 0x811c9dc5;
    new TextEncoder().encode(text).forEach(function (byte) {
      number = Math.imul(number ^ byte, 0x01000193) >>> 0;
    });
    return number.toString(16).padStart(8, "0");
  }

  function holds(only, choices) {
    return Object.keys(only).every(function (name) {
      return !only[name].length || only[name].includes(choices[name]);
    });
  }

  /* The calendar of an event in a language, or "" where it has no day. */
  function calendar(event, language) {
    var known = klantarena.kits[language].calendar;
    var choices = klantarena.store.choices();
    var values = klantarena.values.resolve(event, { language: language, choices: choices });
    var moments = klantarena.schedule.moments(event);
    if (!moments.length) return "";
    var number = fingerprint(
      ["organisation.name", "event.title", "event.date"]
        .map(function (path) {
          return values[path] || "";
        })
        .join("\n")
    );
    var place = ["venue.name", "venue.address"]
      .filter(function (path) {
        return path in values;
      })
      .map(function (path) {
        return values[path];
      })
      .join(", ");
    var lines = ["BEGIN:VCALENDAR", "PRODID:" + known.product, "VERSION:2.0"];
    moments.forEach(function (moment) {
      var summary = escaped(known.name + ": " + known.moments[moment.id]);
      var tasks = known.tasks
        .filter(function (task) {
          return task.moment === moment.id && holds(task.only, choices);
        })
        .map(function (task) {
          return "- " + task.text + " (" + klantarena.values.oneLine(values["tasks." + task.id + ".who"] || task.role) + ")";
        });
      lines.push(
        "BEGIN:VEVENT",
        "UID:" + moment.id + "-" + number + "@" + known.host,
        "DTSTAMP:" + plain(known.edition) + "T000000Z",
        "DTSTART;VALUE=DATE:" + plain(moment.day),
        "DTEND;VALUE=DATE:" + plain(dayAfter(moment.day)),
        "SUMMARY:" + summary
      );
      if (tasks.length) lines.push("DESCRIPTION:" + escaped(tasks.join("\n")));
      if (place && moment.day === values["event.date"])
        lines.push("LOCATION:" + escaped(klantarena.values.oneLine(place)));
      lines.push(
        "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + summary,
        "TRIGGER:" + REMINDER, "END:VALARM", "END:VEVENT"
      );
    });
    lines.push("END:VCALENDAR");
    return lines.map(folded).join("");
  }

  klantarena.calendar = calendar;
})((window.klantarena = window.klantarena || {}));
