/* An event as a file: the same event.yml that the command line takes. What a file holds is checked
   first, all of it; a file with a mistake changes nothing here. */
(function (klantarena) {
  "use strict";

  var store = klantarena.store;
  var sentence = klantarena.sentence;
  var values = klantarena.values;
  var data = klantarena.data;
  var PLAIN = ["language", "preset", "choices", "working_days", "delete_on", "tasks", "programme", "local"];
  var LARGEST = 2e6;
  var TASK = { who: { type: "text" }, done: { type: "checkbox" }, date: { type: "date" } };
  var NOTE = { note: { type: "long" } };
  var IDENTIFIER = /^[a-z][a-z0-9_]*$/;

  /* ── Writing ───────────────────────────────────────────────────────────────────────────── */

  /* The text of event.yml; what is empty is left out. */
  function written(event) {
    var kept = {};
    PLAIN.concat(Object.keys(data.groups), Object.keys(data.lists)).forEach(function (key) {
      var value = kept[key] !== undefined ? kept[key] : event[key];
      if (value === undefined || value === "" || key === "preset") return;
      if (Array.isArray(value) ? value.length : typeof value !== "object" || Object.keys(value).length) kept[key] = value;
    });
    // What the form goes by where nobody chose, the command line does not know.
    kept.choices = store.choices();
    kept.language = event.language || document.documentElement.lang;
    return sentence("file_head").replace(/^/gm, "# ") + "\n" + klantarena.yaml.write(kept);
  }

  /* Whether a name is one of ours; every object knows names such as "constructor" by itself. */
  function has(known, name) {
    return Object.prototype.hasOwnProperty.call(known, name);
  }

  /* ── Reading ───────────────────────────────────────────────────────────────────────────── */

  /* The event in a text of YAML. Raises a Refusal with everything that is wrong. */
  function read(text) {
    var found = klantarena.yaml.read(text);
    var problems = [];
    var event = {};

    function wrong(where, reason, more) {
      problems.push(where + ": " + sentence(reason, more));
    }

    function isMapping(value, where) {
      if (value && typeof value === "object" && !Array.isArray(value)) return true;
      if (value !== "") wrong(where, "file_mapping");
      return false;
    }

    function text_of(value, field, where) {
      if (typeof value !== "string") return wrong(where, "file_text");
      var cleaned = values.clean(value);
      var mistake = values.mistake(field, cleaned);
      if (mistake) return wrong(where, "wrong_" + mistake);
      if (field.type !== "time" || !cleaned) return cleaned;
      // However its hours and minutes were parted: a field for a time shows only this.
      return klantarena.schedule.clock(klantarena.schedule.minutes(cleaned), "en").padStart(5, "0");
    }

    function record(value, columns, where) {
      var kept = {};
      if (!isMapping(value, where)) return kept;
      Object.keys(value).forEach(function (key) {
        var place = where + "." + key;
        if (!has(columns, key)) return wrong(place, "file_unknown");
        if (value[key] === "") return;
        var cleaned = text_of(value[key], columns[key], place);
        if (cleaned) kept[key] = columns[key].type === "checkbox" ? cleaned === "true" : cleaned;
      });
      return kept;
    }

    /* What is said about each of these names. */
    function records(value, where, names, read) {
      var kept = {};
      if (!isMapping(value, where)) return kept;
      Object.keys(value).forEach(function (name) {
        var place = where + "." + name;
        if (!names.includes(name)) return wrong(place, "file_unknown");
        var held = read(value[name], place);
        if (Object.keys(held).length) kept[name] = held;
      });
      return kept;
    }

    function recordOf(columns) {
      return function (value, where) {
        return record(value, columns, where);
      };
    }

    /* The blanks of one template; which it has, only its Word file knows. */
    function blanks(value, where) {
      if (!isMapping(value, where)) return {};
      var columns = {};
      Object.keys(value).forEach(function (name) {
        if (IDENTIFIER.test(name)) columns[name] = { type: "long" };
      });
      return record(value, columns, where);
    }

    if (!isMapping(found, sentence("file"))) throw new klantarena.Refusal("file_no_event");
    Object.keys(found).forEach(function (key) {
      var value = found[key];
      if (value === "") return;
      if (has(data.groups, key)) event[key] = record(value, data.groups[key], key);
      else if (has(data.lists, key)) {
        if (!Array.isArray(value)) return wrong(key, "file_list");
        if (value.length > data.most_rows) return wrong(key, "file_many", { most: data.most_rows });
        event[key] = value
          .map(function (row, place) {
            return record(row, data.lists[key].columns, key + "." + (place + 1));
          })
          .filter(function (row) {
            return Object.keys(row).length;
          });
      } else if (key === "working_days") {
        if (/^(true|false)$/.test(value)) event.working_days = value === "true";
        else wrong(key, "wrong_checkbox");
      } else if (key === "delete_on") {
        var day = text_of(value, { type: "date" }, key);
        if (day) event.delete_on = day;
      } else if (key === "language") {
        var languages = Array.from(new Set([].concat(value)));
        if (
          languages.length &&
          languages.every(function (one) {
            return data.languages.includes(one);
          })
        )
          event.language = languages.length === 1 ? languages[0] : languages;
        else wrong(key, "file_language");
      } else if (key === "preset") {
        if (has(data.presets, value)) event.choices = Object.assign({}, data.presets[value]);
        else wrong(key, "file_preset");
      } else if (key === "choices") {
        if (!isMapping(value, key)) return;
        Object.keys(value).forEach(function (choice) {
          if (!has(data.modes, choice)) wrong(key + "." + choice, "file_unknown");
          else if (!data.modes[choice].includes(value[choice])) wrong(key + "." + choice, "wrong_choice");
        });
        event.choices = Object.assign({}, store.usual(), value);
      } else if (key === "tasks") event.tasks = records(value, key, Object.keys(data.tasks), recordOf(TASK));
      else if (key === "programme") event.programme = records(value, key, blocks(), recordOf(NOTE));
      else if (key === "local") event.local = records(value, key, templates(), blanks);
      else wrong(key, "file_unknown");
    });
    if (problems.length) throw new klantarena.Refusal("file_problems", { problems: problems });
    return event;
  }

  function blocks() {
    return Object.values(data.programme).flatMap(function (programme) {
      return programme.map(function (block) {
        return block.id;
      });
    });
  }

  function templates() {
    return klantarena.kits[document.documentElement.lang].files.map(function (file) {
      return file.id;
    });
  }

  klantarena.files = { written: written, read: read };

  /* ── On the page ───────────────────────────────────────────────────────────────────────── */

  var answer = document.querySelector("[data-files-answer]");
  if (!answer) return;

  function say(words, problems) {
    var pieces = [klantarena.element("p", {}, words)];
    if (problems && problems.length)
      pieces.push(
        klantarena.element.apply(
          null,
          ["ul", {}].concat(
            problems.map(function (problem) {
              return klantarena.element("li", {}, problem);
            })
          )
        )
      );
    answer.replaceChildren.apply(answer, pieces);
  }

  function save() {
    var event = klantarena.event.shown();
    var name = values.safeName(klantarena.event.nameOf(event), sentence("unnamed")) + ".yml";
    klantarena.give(name, "text/yaml", new TextEncoder().encode(written(event)));
    store.nowSaved();
    say(sentence("saved", { file: name }));
  }

  async function load(file) {
    try {
      if (file.size > LARGEST) throw new klantarena.Refusal("file_no_event");
      var event = read(new TextDecoder().decode(await file.arrayBuffer()));
      // A file that was saved here before takes the place of nothing: both stay, side by side.
      if (event.choices) store.choosing(event.choices);
      klantarena.event.hold(event, null);
      store.nowSaved();
      say(sentence("loaded", { name: klantarena.event.nameOf(event) }));
    } catch (error) {
      say(klantarena.excuse(error), error.values.problems);
    }
  }

  klantarena.files.load = function (file) {
    document.getElementById("keep").scrollIntoView();
    return load(file);
  };
  document.querySelector("[data-save-event]").addEventListener("click", save);
  document.querySelector("[data-load-event]").addEventListener("change", function (event) {
    if (event.target.files[0]) load(event.target.files[0]);
    // The same file once more is a change too.
    event.target.value = "";
  });
  document.querySelector("[data-clear-events]").addEventListener("click", function () {
    if (!confirm(sentence("clear_sure"))) return;
    store.clear();
    say(sentence("cleared"));
  });
})((window.klantarena = window.klantarena || {}));
