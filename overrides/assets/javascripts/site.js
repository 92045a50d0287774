/* Light or dark, the search box, the menu, tables that scroll. Without this script every page
   reads just as well. */
(function () {
  "use strict";

  var root = document.documentElement;
  var site = new URL(root.dataset.root + "/", location).pathname;

  /* Light or dark: the system's own, until somebody chooses. */
  var button = document.querySelector("[data-scheme-button]");
  var system = matchMedia("(prefers-color-scheme: dark)");
  function dark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches;
  }
  function showScheme() {
    button.setAttribute("aria-pressed", String(dark()));
  }
  button.addEventListener("click", function () {
    root.dataset.scheme = dark() ? "light" : "dark";
    try {
      localStorage.setItem(site + ".scheme", root.dataset.scheme);
    } catch (error) {
      /* it then holds for this page only */
    }
    showScheme();
  });
  system.addEventListener("change", showScheme);
  showScheme();

  /* Search: on a phone it opens by its button; Material does the rest. */
  var toggle = document.getElementById("__search");
  var query = document.querySelector("[data-md-component=search-query]");
  var open = document.querySelector("[data-search-button]");
  if (open && query) {
    open.addEventListener("click", function () {
      if (!toggle.checked) toggle.click();
      query.focus();
    });
    // Material listens to keys only; dictation and pasting by mouse press none.
    query.addEventListener("input", function () {
      query.dispatchEvent(new Event("keyup"));
    });
    document.querySelector("[data-search-close]").addEventListener("click", function () {
      if (toggle.checked) toggle.click();
      open.focus();
    });
  }

  /* The menu closes where one expects it to. */
  var menu = document.querySelector(".menu");
  document.addEventListener("click", function (event) {
    if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  /* A page that does not exist: the other language's address for the same place. */
  if (!document.querySelector("[data-choices]")) {
    document.querySelectorAll("[data-language]").forEach(function (link) {
      var here = location.pathname.slice(new URL(root.dataset.home + "/", location).pathname.length);
      // Where one page serves the whole host, the address may be the other language's already.
      if (!location.pathname.startsWith(new URL(link.href).pathname) || !link.dataset.language.endsWith("/"))
        link.href += here;
    });
  }

  /* A table that is wider than the page can be scrolled by keyboard too, and shows that it goes on. */
  function scrolling(table) {
    var wider = table.scrollWidth > table.clientWidth + 1;
    var more = wider && table.scrollLeft + table.clientWidth < table.scrollWidth - 1;
    table.classList.toggle("table--more", more);
    if (wider) {
      table.tabIndex = 0;
      table.setAttribute("role", "group"); // a region would be a landmark, and there are many
      table.setAttribute("aria-label", root.dataset.table);
    } else {
      ["tabindex", "role", "aria-label"].forEach(function (name) {
        table.removeAttribute(name);
      });
    }
  }
  var widths = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      scrolling(entry.target);
    });
  });
  document.querySelectorAll(".table").forEach(function (table) {
    widths.observe(table);
    table.addEventListener("scroll", function () {
      scrolling(table);
    }, { passive: true });
  });
})();
