/* The events of this visitor, in this browser and nowhere else: several side by side, one of them
   the current one. An event has the shape of event.yml. After its deletion date the people on its
   lists are forgotten, on whichever page the visitor comes back. */
(function (klantarena) {
  "use strict";

  // Other sites may live on the same host: every key begins with the path of this one.
  var site = new URL(document.documentElement.dataset.root + "/", location).pathname;
  var INDEX = site + ".events";
  var EVENT = site + ".event.";
  var CHOICES = site + ".choices";
  var listeners = [];

  function get(key) {
    try {
      var kept = JSON.parse(localStorage.getItem(key));
      return kept && typeof kept === "object" ? kept : null;
    } catch (error) {
      /* no storage, or something else wrote there */
      return null;
    }
  }

  /* Whether it could be kept: a browser may have no room, or keep nothing at all. */
  function set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch (error) {
      return false;
    }
  }

  function index() {
    var kept = get(INDEX) || {};
    return {
      current: typeof kept.current === "string" ? kept.current : null,
      order: Array.isArray(kept.order) ? kept.order.map(String) : [],
      erased: Array.isArray(kept.erased) ? kept.erased : []
    };
  }

  function told(event) {
    listeners.forEach(function (listener) {
      listener(event);
    });
  }

  function read(identifier) {
    var kept = get(EVENT + identifier);
    return kept && kept.event ? kept.event : null;
  }

  /* All events, as {identifier, event}, in the order in which they were made. */
  function list() {
    return index().order.flatMap(function (identifier) {
      var event = read(identifier);
      return event ? [{ identifier: identifier, event: event }] : [];
    });
  }

  function currentIdentifier() {
    var known = index();
    return known.current && read(known.current) ? known.current : null;
  }

  /* The event that the visitor works on, or null. */
  function current() {
    var identifier = currentIdentifier();
    return identifier ? read(identifier) : null;
  }

  /* Keep an event, as the current one, under its name or as a new one; gives whether that could be
     done. `forget` is the day after which the guests on its list are forgotten. */
  function keep(event, identifier, forget) {
    var known = index();
    if (!identifier) {
      var number = 1;
      while (known.order.includes(String(number)) || get(EVENT + number)) number += 1;
      identifier = String(number);
    }
    var kept = set(EVENT + identifier, { event: event, forget: forget || null, saved: false });
    if (!known.order.includes(identifier)) known.order.push(identifier);
    known.current = identifier;
    kept = set(INDEX, known) && kept;
    told(event);
    return kept;
  }

  /* Whether the current event also stands in a file, as it is now. */
  function isSaved() {
    var identifier = currentIdentifier();
    return Boolean(identifier && get(EVENT + identifier).saved);
  }

  function nowSaved() {
    var identifier = currentIdentifier();
    if (!identifier) return;
    set(EVENT + identifier, Object.assign(get(EVENT + identifier), { saved: true }));
    told(current());
  }

  /* Go on with another event, or with none: then the form begins anew. */
  function choose(identifier) {
    var known = index();
    known.current = identifier;
    set(INDEX, known);
    var event = current();
    if (event && event.choices) choosing(event.choices);
    told(event);
  }

  function remove(identifier) {
    var known = index();
    known.order = known.order.filter(function (one) {
      return one !== identifier;
    });
    if (known.current === identifier) known.current = known.order[known.order.length - 1] || null;
    try {
      localStorage.removeItem(EVENT + identifier);
    } catch (error) {
      /* then there was nothing to take away */
    }
    set(INDEX, known);
    told(current());
  }

  /* Take away everything that was ever kept here. */
  function clear() {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key === INDEX || key.startsWith(EVENT)) localStorage.removeItem(key);
      });
    } catch (error) {
      /* then there was nothing to take away */
    }
    told(null);
  }

  /* ── The choice of modes, which choices.js keeps for all pages ─────────────────────────── */

  /* The mode that holds for each choice where nobody chose. */
  function usual() {
    return JSON.parse(document.querySelector("[data-choices]").textContent).default;
  }

  /* The mode that holds now for each choice. */
  function choices() {
    var known = JSON.parse(document.querySelector("[data-choices]").textContent);
    var kept = get(CHOICES) || {};
    var chosen = {};
    Object.keys(known.default).forEach(function (name) {
      chosen[name] = kept[name] in known.modes[name] ? kept[name] : known.default[name];
    });
    return chosen;
  }

  function choosing(chosen) {
    if (!set(CHOICES, chosen)) return;
    // Another tab of the browser would be told by the browser; this one we tell ourselves.
    window.dispatchEvent(new StorageEvent("storage", { key: CHOICES }));
  }

  /* ── Forgetting ────────────────────────────────────────────────────────────────────────── */

  function today() {
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (number) {
        return String(number).padStart(2, "0");
      })
      .join("-");
  }

  /* Forget the guests of events whose day for it has gone by; what was erased, is told later. */
  function forget() {
    var known = index();
    var now = today();
    known.order.forEach(function (identifier) {
      var kept = get(EVENT + identifier);
      if (!kept || !kept.event || !Array.isArray(kept.event.guests) || !kept.event.guests.length) return;
      if (typeof kept.forget !== "string" || kept.forget >= now) return;
      delete kept.event.guests;
      known.erased.push({ identifier: identifier, day: kept.forget });
      set(EVENT + identifier, kept);
    });
    if (known.erased.length) set(INDEX, known);
  }

  /* What was erased since somebody last read it, as {identifier, day}. */
  function erased() {
    return index().erased;
  }

  function readErased() {
    var known = index();
    known.erased = [];
    set(INDEX, known);
  }

  forget();

  // Another tab of the browser changed something: follow.
  window.addEventListener("storage", function (event) {
    if (event.key === INDEX || (event.key || "").startsWith(EVENT)) told(current());
  });

  klantarena.store = {
    list: list,
    current: current,
    currentIdentifier: currentIdentifier,
    keep: keep,
    choose: choose,
    isSaved: isSaved,
    nowSaved: nowSaved,
    remove: remove,
    clear: clear,
    usual: usual,
    choices: choices,
    choosing: choosing,
    today: today,
    erased: erased,
    readErased: readErased,
    follow: function (listener) {
      listeners.push(listener);
    }
  };
})((window.klantarena = window.klantarena || {}));
