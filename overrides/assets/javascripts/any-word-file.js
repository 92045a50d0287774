/* A Word file of one's own, dropped on the page: filled, and given back. What is no such file gets a
   sentence, and nothing else happens. */
(function (klantarena) {
  "use strict";

  var place = document.querySelector("[data-drop]");
  if (!place) return;
  var answer = place.querySelector("[data-drop-answer]");

  async function fill(file) {
    if (!klantarena.zip.possible()) throw new klantarena.Refusal("too_old");
    // Before it is read: a file that is too large would fill the memory.
    if (file.size > klantarena.word.LARGEST_FILE) throw new klantarena.Refusal("fill_too_large");
    var language = document.documentElement.lang;
    var source = await klantarena.word.open(new Uint8Array(await file.arrayBuffer()));
    var known = klantarena.kits[language].files.find(function (one) {
      return one.id === source.template;
    });
    var named = {
      name: file.name,
      folder: file.name.replace(/\.docx$/i, ""),
      guests: known ? known.guests : "all"
    };
    var event = klantarena.event.shown();
    await klantarena.kit.giveAll(await klantarena.kit.filledFrom(event, source, named, language, function () {}));
  }

  async function take(files) {
    answer.replaceChildren();
    for (var file of files) {
      var words;
      try {
        await fill(file);
        words = klantarena.sentence("any_filled", { file: file.name });
      } catch (error) {
        words = file.name + ": " + klantarena.excuse(error);
      }
      answer.append(klantarena.element("p", {}, words));
    }
  }

  var input = place.querySelector("[data-any-file]");
  input.addEventListener("change", function () {
    take(Array.from(input.files));
    // The same file once more is a change too.
    input.value = "";
  });
  // Anywhere on the page: a file that lands beside the place would open, and the page be gone.
  function holdsFiles(event) {
    return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  }
  document.addEventListener("dragover", function (event) {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    place.classList.add("is-over");
  });
  document.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) place.classList.remove("is-over");
  });
  document.addEventListener("drop", function (event) {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    place.classList.remove("is-over");
    var files = Array.from(event.dataTransfer.files);
    var saved = files.find(function (file) {
      return /\.(ya?ml|json)$/i.test(file.name);
    });
    if (saved) return klantarena.files.load(saved);
    place.scrollIntoView({ block: "nearest" });
    take(files);
  });
})((window.klantarena = window.klantarena || {}));
