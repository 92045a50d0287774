/* What the scripts of my klantarena say, and how they put it on a page. The words themselves come
   from assets/javascripts/event-data.js, which is made from macros/event_words.py. */
(function (klantarena) {
  "use strict";

  /* Something that cannot be done, with the name of the sentence that says so. */
  function Refusal(reason, values) {
    this.reason = reason;
    this.values = values || {};
  }
  Refusal.prototype = Object.create(Error.prototype);

  function filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? values[name] : whole;
    });
  }

  /* A sentence in the language of the page, with its values filled in. */
  function sentence(name, values) {
    return filled(klantarena.data.words[name], values);
  }

  /* What to say about something that went wrong. */
  function excuse(error) {
    if (!(error instanceof Refusal)) throw error;
    return sentence(error.reason, error.values);
  }

  /* An element with attributes and contents; text stays text, whatever is in it. */
  function element(name, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] === true) made.setAttribute(key, "");
      else if (attributes[key] !== false && attributes[key] !== null) made.setAttribute(key, attributes[key]);
    });
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  /* Give the visitor a file. */
  function give(name, type, bytes) {
    var address = URL.createObjectURL(new Blob([bytes], { type: type }));
    var link = element("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () {
      URL.revokeObjectURL(address);
    }, 60000);
  }

  Object.assign(klantarena, {
    Refusal: Refusal,
    filled: filled,
    sentence: sentence,
    excuse: excuse,
    element: element,
    all: all,
    give: give
  });
})((window.klantarena = window.klantarena || {}));
