/* The catalogue of the kit in another order: by moment, by who fills it in, by kind. Without this
   script it stands in the order of time. */
(function () {
  "use strict";

  function start() {
    var catalogue = document.querySelector("[data-catalogue]");
    if (!catalogue) return;
    var entries = {};
    catalogue.querySelectorAll("[data-entry]").forEach(function (entry) {
      entries[entry.dataset.entry] = entry;
    });

    function show(order) {
      catalogue.querySelectorAll("[data-view]").forEach(function (view) {
        view.hidden = view.dataset.view !== order;
        if (view.hidden) return;
        view.querySelectorAll("[data-entries]").forEach(function (list) {
          list.dataset.entries.split(" ").forEach(function (name) {
            list.append(entries[name]);
          });
        });
      });
    }

    catalogue.querySelectorAll("[name=order]").forEach(function (radio) {
      radio.addEventListener("change", function () {
        show(radio.value);
      });
      // A browser may remember what was chosen before the page was left.
      if (radio.checked) show(radio.value);
    });
    catalogue.querySelector("fieldset").hidden = false;
  }

  // With instant navigation Material brings in the text of the next page by itself.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
