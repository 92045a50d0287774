/* What an event says, ready to be filled in: one text for each path, as macros/event.py reckons it
   too. The event has the shape of event.yml; which fields and lists there are, and what is filled in
   where somebody left it open, comes with assets/javascripts/event-data.js. */
(function (klantarena) {
  "use strict";

  var GUESTS = "guests";
  // From the narrowest choice of guests to the widest: who has no tick gives way to the next.
  var STEPS = ["came", "accepted", "invited"];

  /* ── Texts ─────────────────────────────────────────────────────────────────────────────── */

  /* A text without what a document cannot hold: one kind of line break, no control signs. */
  function clean(text) {
    var plain = String(text)
      .replace(/\r\n|[\r\v\f\x85\u2028\u2029]/g, "\n")
      .replace(/\t/g, " ")
      .replace(/[\0-\x09\x0b-\x1f\ufffe\uffff]/g, "")
      .replace(/\p{Surrogate}/gu, "");
    plain = stripped(plain);
    // A sign may take two places in JavaScript; it is one all the same.
    var longest = klantarena.data.longest;
    if (plain.length > longest) plain = stripped(Array.from(plain).slice(0, longest).join(""));
    return plain;
  }

  function stripped(text) {
    return text.replace(/^[ \n]+/, "").replace(/[ \n]+$/, "");
  }

  /* A text on one line, for places that have no second. */
  function oneLine(text) {
    return text.replace(/[ \n]*\n[ \n]*/g, " ");
  }

  /* ── What somebody wrote, by the type of the field ─────────────────────────────────────── */

  /* The name of the sentence that says what is wrong with a value, or null. */
  function mistake(field, text) {
    var known = klantarena.data;
    if (text === "") return null;
    if (Array.from(text).length > known.longest) return "long";
    if (field.type === "date")
      return klantarena.schedule.isDay(text) && isYear(text.slice(0, 4)) ? null : "date";
    if (field.type in known.patterns)
      return new RegExp(known.patterns[field.type]).test(text) ? null : field.type;
    if (field.type === "choice") return Object.keys(field.options).includes(text) ? null : "choice";
    if (field.type === "checkbox") return /^(true|false)$/.test(text) ? null : "checkbox";
    return null;
  }

  function isYear(text) {
    return text >= klantarena.data.years[0] && text <= klantarena.data.years[1];
  }

  /* A value as it is filled in: dates and choices by their names in the file, the rest in words. */
  function written(field, value, language) {
    var text = clean(value);
    if (text === "" || mistake(field, text)) return "";
    if (field.type === "time") return spoken(klantarena.schedule.minutes(text), language);
    if (field.type === "number") return digits(text, language);
    return text;
  }

  function spoken(minutes, language) {
    return klantarena.schedule.clock(minutes, language) + (language === "nl" ? " uur" : "");
  }

  function digits(text, language) {
    var parts = text.replace(",", ".").split(".");
    var decimals = (parts[1] || "").replace(/0+$/, "");
    var whole = parts[0].replace(/^(-?)0+(?=\d)/, "$1");
    return whole + (decimals && (language === "nl" ? "," : ".") + decimals);
  }

  /* ── Guests ────────────────────────────────────────────────────────────────────────────── */

  function rowsOf(event, list) {
    var columns = klantarena.data.lists[list].columns;
    return (event[list] || []).filter(function (row) {
      return Object.keys(columns).some(function (column) {
        return isThere(row[column]);
      });
    });
  }

  function isThere(value) {
    return value === true || (typeof value === "string" && clean(value) !== "");
  }

  /* The guests that a template is for: all, or those with a tick; without ticks the step before. */
  function guestsFor(event, wanted) {
    var guests = rowsOf(event, GUESTS);
    for (var step of STEPS.slice(STEPS.indexOf(wanted) < 0 ? STEPS.length : STEPS.indexOf(wanted))) {
      var ticked = guests.filter(function (guest) {
        return isTicked(guest[step]);
      });
      if (ticked.length) return ticked;
    }
    return guests;
  }

  function isTicked(value) {
    return value === true || value === "true";
  }

  /* ── All of it ─────────────────────────────────────────────────────────────────────────── */

  /* The values of an event by path. `wanted` holds the language, the choices, the template's name,
     and which guests it is for; all but the first two may be left out. */
  function resolve(event, wanted) {
    var data = klantarena.data;
    var values = {};
    var language = wanted.language;

    function put(path, text) {
      if (text !== "" && text !== undefined && text !== null) values[path] = text;
    }

    Object.keys(data.fields).forEach(function (path) {
      var parts = path.split(".");
      var group = event[parts[0]] || {};
      put(path, written(data.fields[path], group[parts[1]] === undefined ? "" : group[parts[1]], language));
    });
    var moments = klantarena.schedule.moments(event);
    var days = {};
    moments.forEach(function (moment) {
      days[moment.id] = moment.day;
      put("moments." + moment.id, moment.day);
    });
    var start = klantarena.schedule.minutes((event.event || {}).start_time);
    var blocks = start === null ? [] : klantarena.schedule.programme(wanted.choices, start);
    blocks.forEach(function (block) {
      put("times." + block.id + ".start", klantarena.schedule.clock(block.start, language));
      put("times." + block.id + ".end", klantarena.schedule.clock(block.end, language));
    });
    Object.keys(data.defaults).forEach(function (path) {
      if (path in values) return;
      var from = data.defaults[path];
      if (from.moment) return put(path, days[from.moment]);
      var block = blocks.find(function (one) {
        return one.id === from.end_of;
      });
      if (block) put(path, spoken(block.end, language));
    });
    Object.keys(data.tasks).forEach(function (item) {
      var known = data.tasks[item];
      var own = (event.tasks || {})[item] || {};
      var path = "tasks." + item + ".";
      put(path + "date", own.date ? clean(own.date) : days[known.moment]);
      put(path + "who", own.who && clean(own.who) ? clean(own.who) : values["team." + known.role]);
      if (own.done !== undefined && own.done !== "") put(path + "done", String(own.done));
    });
    Object.keys(event.programme || {}).forEach(function (block) {
      put("programme." + block + ".note", clean((event.programme[block] || {}).note || ""));
    });
    var local = (event.local || {})[wanted.template] || {};
    Object.keys(local).forEach(function (blank) {
      put("local." + blank, clean(local[blank]));
    });
    Object.keys(data.lists).forEach(function (list) {
      var rows = list === GUESTS ? guestsFor(event, wanted.guests) : rowsOf(event, list);
      rows.forEach(function (row, place) {
        putRow("lists." + list + "." + (place + 1) + ".", data.lists[list].columns, row);
      });
    });
    return values;

    function putRow(before, columns, row) {
      Object.assign(values, rowValues(before, columns, row, language));
    }
  }

  function rowValues(before, columns, row, language) {
    var values = {};
    Object.keys(columns).forEach(function (column) {
      var given = row[column] === undefined ? "" : row[column];
      var text = columns[column].type === "checkbox" ? String(isTicked(given)) : written(columns[column], given, language);
      if (text !== "") values[before + column] = text;
    });
    return values;
  }

  /* The same values, for a letter to one guest; without a guest as they are. */
  function forGuest(values, guest, language) {
    if (!guest) return values;
    var own = rowValues("guest.", klantarena.data.lists[GUESTS].columns, guest, language);
    if (!own["guest.salutation"] && own["guest.name"]) own["guest.salutation"] = own["guest.name"];
    return Object.assign({}, values, own);
  }

  /* ── Names of files ────────────────────────────────────────────────────────────────────── */

  /* A name that every system takes for a file, made from what somebody wrote. */
  function safeName(text, fallback) {
    var name = text
      .normalize("NFC")
      .replace(/[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, " ")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, "")
      .replace(/ +/g, " ")
      .replace(/^[ .]+|[ .]+$/g, "");
    var signs = Array.from(name).slice(0, 60);
    while (new TextEncoder().encode(signs.join("")).length > 120) signs.pop();
    name = signs.join("").replace(/[ .]+$/, "") || fallback;
    var stem = name.split(".")[0].toUpperCase();
    return klantarena.data.reserved_names.includes(stem) ? "_" + name : name;
  }

  klantarena.values = {
    clean: clean,
    oneLine: oneLine,
    mistake: mistake,
    rowsOf: rowsOf,
    isThere: isThere,
    guestsFor: guestsFor,
    isTicked: isTicked,
    resolve: resolve,
    forGuest: forGuest,
    spoken: spoken,
    safeName: safeName
  };
})((window.klantarena = window.klantarena || {}));
