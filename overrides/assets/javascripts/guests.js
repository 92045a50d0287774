/* The list of guests: typed in, or pasted from a spreadsheet; counted against what the day needs.
   Whatever is pasted stays text. Its columns are those of the registry. */
(function (klantarena) {
  "use strict";

  var place = document.querySelector("[data-guests]");
  if (!place) return;
  var all = klantarena.all;
  var sentence = klantarena.sentence;
  var element = klantarena.element;
  var values = klantarena.values;
  var columns = klantarena.data.lists.guests.columns;
  var names = Object.keys(columns);
  var rows = place.querySelector("[data-guest-rows]");
  var pattern = document.querySelector("[data-guest-row]");
  var counts = place.querySelector("[data-guest-counts]");
  var pasted = place.querySelector("[data-pasted]");
  var deletion = place.querySelector("[data-delete-on]");
  var shownIdentifier = null;
  var keeping = false;
  var waiting = null;
  var LEAST_ROWS = 3;
  var YES = /^(true|yes|ja|j|y|x|v|1|waar|✓|✔|☑|☒)$/i;

  /* ── Rows ──────────────────────────────────────────────────────────────────────────────── */

  function addRow(guest) {
    var row = pattern.content.firstElementChild.cloneNode(true);
    all("[name]", row).forEach(function (input) {
      var value = (guest || {})[input.name];
      if (input.type === "checkbox") input.checked = values.isTicked(value);
      else input.value = value === undefined ? "" : String(value);
    });
    rows.append(row);
    return row;
  }

  function guestOf(row) {
    var guest = {};
    all("[name]", row).forEach(function (input) {
      if (input.type === "checkbox") {
        if (input.checked) guest[input.name] = true;
        return;
      }
      var text = values.clean(input.value);
      if (text && !values.mistake(columns[input.name], text)) guest[input.name] = text;
    });
    return guest;
  }

  function typedGuests() {
    return Array.from(rows.children).map(guestOf);
  }

  function filled(guests) {
    return values.rowsOf({ guests: guests }, "guests");
  }

  /* Each field says which column of whose row it is. */
  function name() {
    Array.from(rows.children).forEach(function (row, index) {
      var who = row.querySelector("[name=name]").value.trim() || sentence("guest_number", { number: index + 1 });
      all("[name]", row).forEach(function (input) {
        input.setAttribute("aria-label", columns[input.name].label + ", " + who);
      });
      row.querySelector("[data-remove-guest]").setAttribute("aria-label", sentence("guest_remove_who", { who: who }));
    });
  }

  function show(event) {
    var guests = event.guests || [];
    var another = shownIdentifier !== klantarena.store.currentIdentifier() && !keeping;
    var differs = JSON.stringify(filled(typedGuests())) !== JSON.stringify(filled(guests));
    shownIdentifier = klantarena.store.currentIdentifier();
    // What is on the page already, half a word included, stays as it is typed.
    if (another || !rows.children.length || (differs && !waiting)) {
      rows.replaceChildren();
      guests.forEach(addRow);
      while (rows.children.length < LEAST_ROWS) addRow();
      name();
    }
    count(event);
    if (deletion !== document.activeElement) deletion.value = event.delete_on || "";
    var after = klantarena.event.forgottenAfter(event);
    document.getElementById("delete-on-message").textContent =
      guests.length && !after ? sentence("delete_unknown") : "";
    document.getElementById("delete-on-hint").textContent =
      !event.delete_on && after ? sentence("delete_default", { date: written(after) }) : sentence("delete_hint");
  }

  function written(day) {
    return klantarena.schedule.written(day, klantarena.data.day_format, document.documentElement.lang);
  }

  function keep() {
    clearTimeout(waiting);
    waiting = null;
    name();
    keeping = true;
    klantarena.event.change(function (event) {
      var guests = filled(typedGuests());
      if (guests.length) event.guests = guests;
      else delete event.guests;
    });
    keeping = false;
  }

  /* ── Counting ──────────────────────────────────────────────────────────────────────────── */

  function count(event) {
    var guests = values.rowsOf(event, "guests");
    var wanted = klantarena.data.people[klantarena.store.choices().round3];
    function ticked(column) {
      return guests.filter(function (guest) {
        return values.isTicked(guest[column]);
      }).length;
    }
    var accepted = ticked("accepted");
    var careful = (event.event || {}).daypart === "evening";
    var needed = careful ? wanted.careful : wanted.acceptances;
    var lines = [
      element(
        "p",
        {},
        sentence("guest_count", { guests: guests.length, invited: ticked("invited"), accepted: accepted, came: ticked("came") })
      )
    ];
    if (accepted > wanted.chairs)
      lines.push(warning("chairs_short", { accepted: accepted, chairs: wanted.chairs, most: wanted.most }));
    else if (accepted >= needed) lines.push(element("p", {}, sentence("enough", { accepted: accepted, customers: wanted.customers })));
    else if (guests.length)
      lines.push(element("p", {}, sentence("ask_more", { more: needed - accepted, needed: needed, customers: wanted.customers })));
    else lines.push(element("p", {}, sentence("ask_first", { needed: needed, customers: wanted.customers })));
    // Before the last day to sign up there is nothing to worry about yet.
    if (accepted < wanted.least && isClosed(event)) lines.push(warning("too_few", { least: wanted.least }));
    var shown = lines.map(function (line) {
      return line.textContent;
    });
    if (shown.join("\n") !== counts.dataset.shown) {
      counts.dataset.shown = shown.join("\n");
      counts.replaceChildren.apply(counts, lines);
    }
  }

  function isClosed(event) {
    var reply = values.resolve(event, { language: document.documentElement.lang, choices: klantarena.store.choices() })[
      "event.reply_by"
    ];
    return Boolean(reply) && reply < klantarena.store.today();
  }

  function warning(name, numbers) {
    return element("p", { class: "event__message" }, sentence(name, numbers));
  }

  /* ── Pasting ───────────────────────────────────────────────────────────────────────────── */

  /* The cells of what a spreadsheet puts on the clipboard: tabs between them, quotes around a cell
     that holds a line break or a tab. A list with semicolons or commas is read as well. */
  function cells(text) {
    var separator = ["\t", ";", ","].find(function (sign) {
      return text.includes(sign);
    });
    var table = [[]];
    var at = 0;
    text = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    while (at <= text.length) {
      var cell = "";
      var closed = text[at] === '"' ? closing(text, at) : -1;
      var end = closed < 0 ? at : closed + 1;
      if (closed >= 0) cell = text.slice(at + 1, closed).replace(/""/g, '"');
      while (end < text.length && text[end] !== "\n" && text[end] !== separator) cell += text[end++];
      table[table.length - 1].push(cell.trim());
      if (text[end] === "\n") table.push([]);
      at = end + 1;
    }
    return table.filter(function (row) {
      return row.some(Boolean);
    });
  }

  /* Where a cell in quotes ends, or -1 where the quote is just a sign. */
  function closing(text, start) {
    for (var at = start + 1; at < text.length; at++) {
      if (text[at] !== '"') continue;
      if (text[at + 1] !== '"') return at;
      at += 1;
    }
    return -1;
  }

  function same(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /* For each place in a row the column that its heading names, or null where it is no heading. */
  function headings(row) {
    var found = row.map(function (cell) {
      return names.find(function (column) {
        return cell && columns[column].headings.map(same).concat(same(column)).includes(same(cell));
      });
    });
    // One word that happens to be a name of a column is not yet a heading.
    var known = found.filter(Boolean).length;
    return known && known >= row.filter(Boolean).length / 2 ? found : null;
  }

  function guestsFrom(text) {
    var table = cells(text);
    if (!table.length) return [];
    var order = headings(table[0]);
    if (order) table.shift();
    else order = names;
    return table.map(function (row) {
      var guest = {};
      row.forEach(function (cell, index) {
        var column = order[index];
        if (!column) return;
        if (columns[column].type === "checkbox") {
          if (YES.test(cell)) guest[column] = true;
        } else if (cell && !values.mistake(columns[column], values.clean(cell))) guest[column] = values.oneLine(values.clean(cell));
      });
      return guest;
    });
  }

  function paste() {
    var found = filled(guestsFrom(pasted.value));
    var message = document.getElementById("guests-pasted-message");
    if (!found.length) return (message.textContent = sentence("paste_none"));
    // More people than this are no list of guests; somebody pasted the wrong thing.
    var most = klantarena.data.most_rows;
    if (found.length > most) return (message.textContent = sentence("paste_many", { most: most }));
    var before = filled(typedGuests());
    rows.replaceChildren();
    before.concat(found).forEach(addRow);
    pasted.value = "";
    message.textContent = sentence(found.length === 1 ? "pasted_one" : "pasted", { count: found.length });
    keep();
  }

  /* ── Alive ─────────────────────────────────────────────────────────────────────────────── */

  rows.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(keep, 400);
  });
  rows.addEventListener("change", keep);
  window.addEventListener("pagehide", function () {
    if (waiting) keep();
  });
  // A whole table that is pasted into one field spreads over rows.
  rows.addEventListener("paste", function (event) {
    var text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]./.test(text)) return;
    event.preventDefault();
    pasted.value = text;
    paste();
  });
  rows.addEventListener("click", function (event) {
    var button = event.target.closest("[data-remove-guest]");
    if (!button) return;
    var row = button.closest("tr");
    var next = (row.nextElementSibling || row.previousElementSibling || addRow()).querySelector("[name]");
    row.remove();
    next.focus();
    keep();
  });
  place.querySelector("[data-add-guest]").addEventListener("click", function () {
    var row = addRow();
    name();
    row.querySelector("[name]").focus();
  });
  place.querySelector("[data-paste]").addEventListener("click", paste);
  deletion.addEventListener("change", function () {
    var wrong = deletion.validity.badInput || values.mistake({ type: "date" }, deletion.value);
    if (wrong) {
      deletion.setAttribute("aria-invalid", "true");
      document.getElementById("delete-on-message").textContent = sentence("wrong_date");
      return;
    }
    deletion.removeAttribute("aria-invalid");
    klantarena.event.change(function (event) {
      if (deletion.value) event.delete_on = deletion.value;
      else delete event.delete_on;
    });
  });

  /* What was erased since the last visit, said once, where somebody looks for it. */
  function showErased() {
    klantarena.store.erased().forEach(function (one) {
      var known = klantarena.store.list().find(function (event) {
        return event.identifier === one.identifier;
      });
      var words = sentence("erased", {
        name: known ? klantarena.event.nameOf(known.event) : sentence("unnamed"),
        date: written(one.day)
      });
      place.prepend(element("p", { class: "event__message", role: "status" }, words));
    });
    klantarena.store.readErased();
  }

  showErased();
  klantarena.event.follow(show);
})((window.klantarena = window.klantarena || {}));
