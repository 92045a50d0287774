/* The lists of the registry besides the guests, such as themes and actions: each a group that opens,
   with a row of fields for each of its rows. */
(function (klantarena) {
  "use strict";

  var all = klantarena.all;
  var sentence = klantarena.sentence;
  var values = klantarena.values;
  var shownIdentifier = null;
  var number = 0;

  function editor(place) {
    var list = place.dataset.list;
    var columns = klantarena.data.lists[list].columns;
    var rows = place.querySelector("[data-rows]");
    var pattern = place.querySelector("template").content.firstElementChild;
    var count = place.querySelector("[data-row-count]");
    var waiting = null;

    function columnOf(input) {
      return input.name.slice(input.name.lastIndexOf(".") + 1);
    }

    function valueOf(input) {
      if (input.type === "checkbox") return input.checked ? "true" : "";
      return values.clean(input.value);
    }

    /* Say what is wrong with a field; gives whether it can be kept. */
    function judge(input) {
      var column = columns[columnOf(input)];
      var wrong = input.validity.badInput ? column.type : values.mistake(column, valueOf(input));
      var message = document.getElementById(input.id + "-message");
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      message.textContent = wrong ? sentence("wrong_" + wrong, { most: klantarena.data.longest }) : "";
      return !wrong;
    }

    function add(held) {
      var row = pattern.cloneNode(true);
      number += 1;
      ["id", "for", "aria-describedby"].forEach(function (attribute) {
        all("[" + attribute + "]", row).forEach(function (element) {
          element.setAttribute(attribute, element.getAttribute(attribute).replace(/-row-/g, "-" + number + "-"));
        });
      });
      rows.append(row);
      all("[name]", row).forEach(function (input) {
        var value = (held || {})[columnOf(input)];
        if (input.type === "checkbox") input.checked = values.isTicked(value);
        else input.value = value === undefined ? "" : String(value);
        judge(input);
      });
      name();
      return row;
    }

    function name() {
      Array.from(rows.children).forEach(function (row, index) {
        var words = sentence("row_number", { number: index + 1 });
        row.querySelector("legend").textContent = words;
        row.querySelector("[data-remove-row]").setAttribute("aria-label", sentence("guest_remove_who", { who: words }));
      });
    }

    function typed() {
      return filled(
        Array.from(rows.children).map(function (row) {
          var held = {};
          all("[name]", row).forEach(function (input) {
            var value = valueOf(input);
            if (value && judge(input)) held[columnOf(input)] = input.type === "checkbox" ? true : value;
          });
          return held;
        })
      );
    }

    function filled(held) {
      return values.rowsOf({ [list]: held }, list);
    }

    function keep() {
      clearTimeout(waiting);
      waiting = null;
      klantarena.event.change(function (event) {
        var held = typed();
        if (held.length) event[list] = held;
        else delete event[list];
      });
    }

    /* Put the rows of an event on the page; what stands there already stays as it is typed. */
    function show(event, another) {
      var held = filled(event[list] || []);
      var differs = !waiting && JSON.stringify(held) !== JSON.stringify(typed());
      if (another || differs || !rows.children.length) {
        rows.replaceChildren();
        held.forEach(add);
        if (!held.length) add();
      }
      count.textContent = held.length
        ? sentence(held.length === 1 ? "rows_one" : "rows", { count: held.length })
        : sentence("rows_none");
      count.classList.toggle("is-full", held.length > 0);
    }

    rows.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 400);
    });
    rows.addEventListener("change", keep);
    window.addEventListener("pagehide", function () {
      if (waiting) keep();
    });
    rows.addEventListener("click", function (event) {
      var button = event.target.closest("[data-remove-row]");
      if (!button) return;
      var row = button.closest("fieldset");
      var next = (row.nextElementSibling || row.previousElementSibling || add()).querySelector("[name]");
      row.remove();
      name();
      next.focus();
      keep();
    });
    place.querySelector("[data-add-row]").addEventListener("click", function () {
      add().querySelector("[name]").focus();
    });
    return show;
  }

  /* The names of the templates in which a list stands. */
  function templatesWith(list) {
    var titles = klantarena.kits[document.documentElement.lang].files
      .filter(function (file) {
        return file.lists.includes(list);
      })
      .map(function (file) {
        return file.title;
      });
    return Array.from(new Set(titles));
  }

  var editors = all("[data-list]").flatMap(function (place) {
    var titles = templatesWith(place.dataset.list);
    // A list of the registry that no template holds is nothing to fill in.
    place.hidden = !titles.length;
    place.querySelector("[data-list-used]").textContent = sentence("list_used", { files: titles.join(", ") });
    return titles.length ? [editor(place)] : [];
  });
  klantarena.event.follow(function (event) {
    var another = shownIdentifier !== klantarena.store.currentIdentifier() && shownIdentifier !== null;
    shownIdentifier = klantarena.store.currentIdentifier();
    editors.forEach(function (show) {
      show(event, another);
    });
  });
})((window.klantarena = window.klantarena || {}));
