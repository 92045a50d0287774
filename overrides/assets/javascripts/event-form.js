/* The form of my klantarena: what is typed goes into the visitor's event at once, and stays in this
   browser. Fields are those of the page; what is wrong with one is said beside it. */
(function (klantarena) {
  "use strict";

  var form = document.querySelector("[data-event-form]");
  if (!form) return;
  var store = klantarena.store;
  var all = klantarena.all;
  var sentence = klantarena.sentence;
  var chooser = form.querySelector("[data-chosen-event]");
  var shownIdentifier = null;
  var changing = false;
  var fields = all("[name]", form).filter(function (input) {
    return input.name in klantarena.data.fields;
  });

  function fieldOf(input) {
    return klantarena.data.fields[input.name];
  }

  /* ── One event ─────────────────────────────────────────────────────────────────────────── */

  function valueOf(event, path) {
    var parts = path.split(".");
    var value = (event[parts[0]] || {})[parts[1]];
    return value === undefined ? "" : String(value);
  }

  function setValue(event, path, value) {
    var parts = path.split(".");
    if (!value) {
      if (event[parts[0]]) delete event[parts[0]][parts[1]];
    } else (event[parts[0]] = event[parts[0]] || {})[parts[1]] = value;
  }

  function typed(input) {
    if (input.type === "checkbox") return input.checked ? "true" : "";
    return klantarena.values.clean(input.value);
  }

  /* ── Showing ───────────────────────────────────────────────────────────────────────────── */

  function tell(input, words) {
    var message = document.getElementById(input.id + "-message");
    if (message.textContent !== words) message.textContent = words;
  }

  /* Say what is wrong with a field, or what is odd about it; gives whether it can be kept. */
  function judge(input) {
    var value = typed(input);
    var wrong = input.validity.badInput ? fieldOf(input).type : klantarena.values.mistake(fieldOf(input), value);
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    tell(input, wrong ? sentence("wrong_" + wrong, { most: klantarena.data.longest }) : odd(input, value));
    return !wrong;
  }

  function odd(input, value) {
    if (input.name !== "event.date" || !value) return "";
    if (value < store.today()) return sentence("day_past");
    var holiday = klantarena.schedule.reason(value);
    if (holiday) return sentence("day_holiday", { holiday: holiday });
    return klantarena.schedule.isFree(value) ? sentence("day_weekend") : "";
  }

  /* Put an event in the form. What is wrong in a field, and so not kept, stays to be mended. */
  function show(event) {
    var same = changing || shownIdentifier === store.currentIdentifier();
    fields.forEach(function (input) {
      if (same && (input === document.activeElement || input.hasAttribute("aria-invalid"))) return;
      var value = valueOf(event, input.name);
      if (input.type === "checkbox") input.checked = value === "true";
      else if (input.value !== value) input.value = value;
      judge(input);
    });
    shownIdentifier = store.currentIdentifier();
    var languages = [].concat(event.language || document.documentElement.lang).join(" ");
    all("[name=kit-language]", form).forEach(function (input) {
      input.checked = input.value === languages;
    });
    showDefaults(event);
    showChosen();
    showEvents();
    showCounts();
  }

  /* Beside a field that may stay empty: what is then filled in. */
  function showDefaults(event) {
    var language = document.documentElement.lang;
    var values = klantarena.values.resolve(event, { language: language, choices: store.choices() });
    fields.forEach(function (input) {
      if (!(input.name in klantarena.data.defaults)) return;
      var hint = document.getElementById(input.id + "-hint");
      if (hint.dataset.usual === undefined) hint.dataset.usual = hint.textContent;
      var value = values[input.name];
      if (value && input.type === "date") value = klantarena.schedule.written(value, klantarena.data.day_format, language);
      hint.textContent = value && !typed(input) ? sentence("empty_gives", { value: value }) : hint.dataset.usual;
    });
  }

  /* Of a group that is closed: what is chosen in it. */
  function showChosen() {
    all("[data-chosen]", form).forEach(function (chosen) {
      var group = chosen.closest("details");
      var words = all("select", group).map(function (list) {
        return list.selectedOptions[0].textContent;
      });
      all(":checked", group).forEach(function (input) {
        if (input.labels && input.labels.length && input.type === "radio") words.push(input.labels[0].textContent);
      });
      chosen.textContent = words.join(" · ");
    });
  }

  function showEvents() {
    var known = store.list();
    var current = store.currentIdentifier();
    chooser.replaceChildren.apply(
      chooser,
      known.map(function (one) {
        return new Option(klantarena.event.nameOf(one.event), one.identifier, false, one.identifier === current);
      })
    );
    if (!current) chooser.prepend(new Option(sentence("unnamed"), "", true, true));
    chooser.closest(".event__several").classList.toggle("is-alone", known.length < 2);
    form.querySelector("[data-remove-event]").disabled = !current;
    form.querySelector("[data-new-event]").disabled = !current;
  }

  function isFilled(input) {
    return typed(input) !== "" && !input.hasAttribute("aria-invalid");
  }

  function showCounts() {
    var sum = { filled: 0, total: 0 };
    all("[data-count]", form).forEach(function (count) {
      var group = fields.filter(function (input) {
        return input.name.startsWith(count.dataset.count + ".");
      });
      var filled = group.filter(isFilled).length;
      sum.filled += filled;
      sum.total += group.length;
      count.textContent = sentence("count", { filled: filled, total: group.length });
      count.classList.toggle("is-full", filled === group.length);
    });
    form.dataset.filled = sum.filled;
    form.dataset.total = sum.total;
  }

  /* ── Keeping ───────────────────────────────────────────────────────────────────────────── */

  function change(input) {
    var good = judge(input);
    // The first thing that is typed makes an event; it is still the one in the form.
    changing = true;
    klantarena.event.change(function (event) {
      var value = good ? typed(input) : "";
      // A tick is no text: that is how the file tells them apart too.
      setValue(event, input.name, value && input.type === "checkbox" ? true : value);
    });
    changing = false;
  }

  var waiting = new Map();
  fields.forEach(function (input) {
    // Not at every key: halfway a word there is nothing wrong yet.
    input.addEventListener("input", function () {
      clearTimeout(waiting.get(input));
      waiting.set(input, setTimeout(change, 400, input));
    });
    input.addEventListener("change", function () {
      clearTimeout(waiting.get(input));
      change(input);
    });
  });
  // Whoever leaves the page in the middle of a word has written it all the same.
  window.addEventListener("pagehide", function () {
    waiting.forEach(function (timer, input) {
      clearTimeout(timer);
      if (typed(input) !== valueOf(klantarena.event.shown(), input.name)) change(input);
    });
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  all("[name=kit-language]", form).forEach(function (input) {
    input.addEventListener("change", function () {
      var chosen = input.value.split(" ");
      klantarena.event.change(function (event) {
        event.language = chosen.length === 1 ? chosen[0] : chosen;
      });
    });
  });

  chooser.addEventListener("change", function () {
    store.choose(chooser.value);
  });
  form.querySelector("[data-new-event]").addEventListener("click", function () {
    store.choose(null);
    fields[0].focus();
  });
  form.querySelector("[data-remove-event]").addEventListener("click", function () {
    var event = store.current();
    if (event && confirm(sentence("remove_sure", { name: klantarena.event.nameOf(event) })))
      store.remove(store.currentIdentifier());
  });

  klantarena.event.follow(show);
})((window.klantarena = window.klantarena || {}));
