/* Filled Word files, made in this browser from the published ones: one template, or the whole kit
   with a letter for each guest. Nothing is sent anywhere. */
(function (klantarena) {
  "use strict";

  var store = klantarena.store;
  var values = klantarena.values;
  var sentence = klantarena.sentence;
  var WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  var ZIP = "application/zip";
  // A browser takes some files at a time; more would wait for each other.
  var AT_ONCE = 4;

  /* ── One template ──────────────────────────────────────────────────────────────────────── */

  /* Which values a document asks for; what it says about itself goes first. */
  function wantedOf(source, language) {
    var choices = store.choices();
    Object.keys(source.choices).forEach(function (name) {
      if (source.choices[name]) choices[name] = source.choices[name];
    });
    return { language: source.language || language, choices: choices, template: source.template };
  }

  function isLetter(source) {
    return source.paths.some(function (path) {
      return path.startsWith("guest.");
    });
  }

  /* The filled files of one template, as {name, content, text, values, paths, labels}: a letter for
     each guest it is for. `made` hears of every file, and may stop it all by raising. */
  async function filesOf(event, file, language, made) {
    return filledFrom(event, await klantarena.word.open(await klantarena.wordFiles.load(file.place)), file, language, made);
  }

  async function filledFrom(event, source, file, language, made) {
    var wanted = Object.assign(wantedOf(source, language), { guests: file.guests });
    var guests = isLetter(source) ? values.guestsFor(event, file.guests) : [];
    var names = new Set();
    var list = [];
    var shared = values.resolve(event, wanted);
    for (var guest of guests.length ? guests : [null]) {
      var own = values.forGuest(shared, guest, wanted.language);
      var filled = await source.fill(own, language);
      var name = guest ? letterName(file, guest, names) : file.name;
      list.push(Object.assign(filled, { name: name, values: own, paths: source.paths, labels: source.labels }));
      made();
    }
    return list;
  }

  function letterName(file, guest, names) {
    var base = file.name.replace(/\.docx$/, "") + " - " + values.safeName(values.clean(guest.name || ""), file.unnamed || sentence("guest"));
    var name = base;
    for (var number = 2; names.has(name.toLowerCase()); number++) name = base + " (" + number + ")";
    names.add(name.toLowerCase());
    return file.folder + "/" + name + ".docx";
  }

  async function zipped(list) {
    var entries = [];
    for (var file of list)
      entries.push(await klantarena.zip.packed(file.name, file.content, !file.name.endsWith(".docx")));
    return klantarena.zip.write(entries);
  }

  /* Give the visitor what became of one file: the file itself, or its letters in a zip. */
  async function giveAll(list) {
    if (list.length > 1) return klantarena.give(list[0].name.split("/")[0] + ".zip", ZIP, await zipped(list));
    klantarena.give(list[0].name.slice(list[0].name.lastIndexOf("/") + 1), WORD, list[0].content);
  }

  function unnumbered() {}

  klantarena.kit = { filledFrom: filledFrom, giveAll: giveAll };

  /* ── On the page of a template ─────────────────────────────────────────────────────────── */

  function offer(item) {
    var link = item.querySelector("a[download]");
    var button = klantarena.element("button", { type: "button", class: "button button--second", hidden: true });
    var answer = klantarena.element("p", { class: "event__message", role: "status" });
    link.after(button);
    item.append(answer);
    button.addEventListener("click", async function () {
      answer.textContent = "";
      button.setAttribute("aria-busy", "true");
      try {
        await download(link);
      } catch (error) {
        answer.textContent = klantarena.excuse(error);
      }
      button.removeAttribute("aria-busy");
    });
    return button;
  }

  async function download(link) {
    if (!klantarena.zip.possible()) throw new klantarena.Refusal("too_old");
    var sheet = document.querySelector("[data-kit-page]");
    var name = link.getAttribute("download");
    var file = {
      place: klantarena.wordFiles.placeOf(link.href),
      name: name,
      folder: name.replace(/( \([^()]*\))?\.docx$/, ""),
      guests: sheet.dataset.guests
    };
    await giveAll(await filesOf(store.current(), file, document.documentElement.lang, unnumbered));
  }

  if (document.querySelector("[data-kit-page]")) {
    var buttons = klantarena.all(".downloads__file").map(offer);
    klantarena.event.follow(function () {
      var event = store.current();
      var letters = event && document.querySelector(".sheet [data-path^='guest.']");
      var count = letters ? values.guestsFor(event, document.querySelector("[data-kit-page]").dataset.guests).length : 1;
      buttons.forEach(function (button) {
        button.hidden = !event;
        button.textContent = sentence(count > 1 ? "download_letters" : "download_filled", { count: count });
      });
    });
  }

  /* ── The whole kit ─────────────────────────────────────────────────────────────────────── */

  var place = document.querySelector("[data-event-kit]");
  if (!place) return;
  var answer = place.querySelector("[data-kit-answer]");
  var progress = place.querySelector("[data-kit-progress]");
  var bar = progress.querySelector("progress");
  var button = place.querySelector("[data-download-kit]");
  var cancelled = false;

  /* The files of the kit for these choices, of every language that is asked for. */
  function contents(event) {
    var choices = store.choices();
    var languages = [].concat(event.language || document.documentElement.lang);
    return languages.flatMap(function (language) {
      return klantarena.kits[language].files
        .filter(function (file) {
          return Object.keys(file.choices).every(function (name) {
            return file.choices[name] === choices[name];
          });
        })
        .map(function (file) {
          return Object.assign(
            {
              language: language,
              within: languages.length > 1 ? language + "/" : "",
              unnamed: klantarena.kits[language].words.guest
            },
            file
          );
        });
    });
  }

  /* How many files that gives: a letter for each guest it is for. */
  function total(event, files) {
    return files.reduce(function (sum, file) {
      return sum + (file.letter ? Math.max(1, values.guestsFor(event, file.guests).length) : 1);
    }, 0);
  }

  async function makeKit(event, files, made) {
    var results = new Array(files.length);
    var next = 0;
    async function work() {
      while (next < files.length) {
        var number = next++;
        results[number] = await filesOf(event, files[number], files[number].language, made);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    var list = results.flatMap(function (some, number) {
      return some.flatMap(function (one) {
        return withMail(one, files[number]);
      });
    });
    new Set(files.map(languageOf)).forEach(function (language) {
      list.push(toFill(event, language, files, results));
      var dates = klantarena.calendar(event, language);
      var name = klantarena.kits[language].words.calendar_file;
      if (dates) list.push({ name: files.find(isOf(language)).within + name, content: new TextEncoder().encode(dates) });
    });
    return zipped(list);
  }

  function isOf(language) {
    return function (file) {
      return file.language === language;
    };
  }

  function languageOf(file) {
    return file.language;
  }

  /* A file of the kit, and beside a letter what it says as an e-mail. */
  function withMail(made, file) {
    var word = { name: file.within + made.name, content: made.content };
    if (!file.letter || !file.subjects.length) return [word];
    var text = klantarena.texts.mail(made.text, file, made.values, file.language, klantarena.kits[file.language].words);
    return [word, { name: word.name.replace(/\.docx$/, ".txt"), content: klantarena.texts.bytes(text) }];
  }

  /* The list of what is still empty in the files of one language. */
  function toFill(event, language, files, results) {
    var kit = klantarena.kits[language];
    var within = "";
    var made = files.flatMap(function (file, number) {
      if (file.language !== language) return [];
      within = file.within;
      return [Object.assign({ file: file }, results[number][0])];
    });
    var text = klantarena.texts.toFill(made, values.rowsOf(event, "guests"), kit);
    return { name: within + kit.words.to_fill_file, content: klantarena.texts.bytes(text) };
  }

  async function run() {
    var event = klantarena.event.shown();
    var files = contents(event);
    var done = 0;
    cancelled = false;
    answer.textContent = "";
    bar.max = total(event, files);
    bar.value = 0;
    progress.hidden = false;
    button.disabled = true;
    try {
      if (!klantarena.zip.possible()) throw new klantarena.Refusal("too_old");
      var made = await makeKit(event, files, function () {
        if (cancelled) throw new klantarena.Refusal("cancelled");
        bar.value = ++done;
      });
      var name = values.safeName(klantarena.event.nameOf(event), sentence("unnamed")) + ".zip";
      klantarena.give(name, ZIP, made);
      answer.textContent = sentence("kit_ready", { file: name, count: done });
    } catch (error) {
      answer.textContent = klantarena.excuse(error);
    }
    progress.hidden = true;
    button.disabled = false;
    button.focus();
  }

  button.addEventListener("click", run);
  place.querySelector("[data-cancel-kit]").addEventListener("click", function () {
    cancelled = true;
  });
  place.querySelector("[data-download-calendar]").addEventListener("click", function () {
    var event = klantarena.event.shown();
    var language = [].concat(event.language || document.documentElement.lang)[0];
    var dates = klantarena.calendar(event, language);
    if (!dates) return (answer.textContent = sentence("no_date"));
    klantarena.give(klantarena.kits[language].words.calendar_file, "text/calendar", new TextEncoder().encode(dates));
  });
  klantarena.event.follow(function (event) {
    var files = contents(event);
    var guests = values.rowsOf(event, "guests").length;
    var words = ["kit_contents_none", "kit_contents_one"][guests] || "kit_contents";
    place.querySelector("[data-kit-contents]").textContent = sentence(words, {
      files: total(event, files),
      guests: guests
    });
  });

  klantarena.kit.make = makeKit;
  klantarena.kit.contents = contents;
})((window.klantarena = window.klantarena || {}));
