/* The choice of a mode for round 2 and round 3: made once, followed on every page.

   Linked are: sets of tabs whose labels are names of modes, the chooser of a Word template, and
   every element with data-round2 or data-round3 (one mode, or several). What is chosen stays in this browser. */
(function () {
  "use strict";

  var source = document.querySelector("[data-choices]");
  if (!source) return;
  var known = JSON.parse(source.textContent);
  var names = Object.keys(known.default);
  // Other sites may live on the same host: the key begins with the path of this one.
  var key = new URL(document.documentElement.dataset.root + "/", location).pathname + ".choices";

  function read() {
    var kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(key)) || {};
    } catch (error) {
      /* no storage, or something else wrote there: begin with the default */
    }
    var state = {};
    names.forEach(function (name) {
      state[name] = kept[name] in known.modes[name] ? kept[name] : known.default[name];
    });
    return state;
  }

  function keep(state) {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch (error) {
      /* the choice then holds for this page only */
    }
  }

  function choose(name, mode) {
    var state = read();
    state[name] = mode;
    keep(state);
    show(state);
  }

  /* The sets of tabs that stand for a choice, as [choice, mode by place, inputs]. */
  function tabs() {
    var found = [];
    document.querySelectorAll(".tabbed-set").forEach(function (set) {
      var labels = Array.from(set.querySelectorAll(":scope > .tabbed-labels > label"));
      names.forEach(function (name) {
        var modes = labels.map(function (label) {
          return Object.keys(known.modes[name]).find(function (mode) {
            return known.modes[name][mode] === label.textContent.trim();
          });
        });
        if (modes.length && modes.every(Boolean)) {
          found.push([name, modes, Array.from(set.querySelectorAll(":scope > input"))]);
        }
      });
    });
    return found;
  }

  function fits(element, state) {
    return names.every(function (name) {
      var wanted = element.getAttribute("data-" + name);
      return !wanted || wanted.split(" ").includes(state[name]);
    });
  }

  function show(state) {
    tabs().forEach(function (set) {
      set[1].forEach(function (mode, place) {
        set[2][place].checked = mode === state[set[0]];
      });
    });
    document.querySelectorAll("[data-round2], [data-round3]").forEach(function (element) {
      element.hidden = !fits(element, state);
    });
    document.querySelectorAll("select[data-choice]").forEach(function (select) {
      select.value = state[select.dataset.choice];
    });
    document.querySelectorAll("[data-preset]").forEach(function (button) {
      var preset = known.presets[button.dataset.preset];
      var chosen = names.every(function (name) {
        return preset[name] === state[name];
      });
      button.setAttribute("aria-pressed", String(chosen));
    });
  }

  function start() {
    document.documentElement.classList.add("with-choices");
    tabs().forEach(function (set) {
      set[2].forEach(function (input, place) {
        input.addEventListener("change", function () {
          var before = input.getBoundingClientRect().top;
          choose(set[0], set[1][place]);
          // Text above may have become longer or shorter: stay with the tab.
          window.scrollBy({ top: input.getBoundingClientRect().top - before, behavior: "instant" });
        });
      });
      set[2][0].parentElement.classList.add("tabbed-set--choice");
    });
    document.querySelectorAll("[data-chooser]").forEach(function (chooser) {
      chooser.hidden = false;
    });
    document.querySelectorAll("select[data-choice]").forEach(function (select) {
      select.addEventListener("change", function () {
        choose(select.dataset.choice, select.value);
      });
    });
    document.querySelectorAll("[data-preset]").forEach(function (button) {
      button.addEventListener("click", function () {
        var preset = known.presets[button.dataset.preset];
        keep(preset);
        show(preset);
      });
    });
    show(read());
  }

  // Another tab of the browser, or the way back: follow.
  window.addEventListener("storage", function (event) {
    if (event.key === key) show(read());
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show(read());
  });

  // With instant navigation Material brings in the text of the next page by itself.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
