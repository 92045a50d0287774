/* The published Word files, fetched from the site. A page that is read from a disk may not fetch:
   in the offline pack a script stands beside each file, and hands it over as base64. */
(function (klantarena) {
  "use strict";

  var root = new URL(document.documentElement.dataset.root + "/", location);
  var handed = {};

  function addressOf(place) {
    return new URL(place.split("/").map(encodeURIComponent).join("/"), root).href;
  }

  function unreachable(reason, place) {
    return new klantarena.Refusal(reason, { file: place.slice(place.lastIndexOf("/") + 1) });
  }

  async function fetched(place) {
    try {
      var answer = await fetch(addressOf(place));
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      /* no connection: said below */
    }
    throw unreachable("no_file", place);
  }

  /* One script for each file, read when the file is wanted and gone when it is there: all of them
     together would fill the memory of a telephone. */
  function fromDisk(place) {
    return new Promise(function (resolve, reject) {
      var script = klantarena.element("script", { src: addressOf(place) + ".js" });
      function done() {
        var held = handed[place];
        delete handed[place];
        script.remove();
        if (held === undefined) return reject(unreachable("no_file_on_disk", place));
        resolve(
          Uint8Array.from(atob(held), function (sign) {
            return sign.charCodeAt(0);
          })
        );
      }
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      document.head.append(script);
    });
  }

  /* What a script on a disk calls, with the file it stands beside. */
  klantarena.takeFile = function (place, base64) {
    handed[place] = base64;
  };

  klantarena.wordFiles = {
    /* The bytes of a published Word file, by its place in the site. Raises a Refusal. */
    load: location.protocol === "file:" ? fromDisk : fetched,
    /* The place in the site that an address on a page leads to. */
    placeOf: function (address) {
      return decodeURIComponent(new URL(address).pathname.slice(root.pathname.length));
    }
  };
})((window.klantarena = window.klantarena || {}));
