/* The room screen, and the facilitator's view of it.

   The page holds every block of the day; this script shows one at a time. #screen is for the
   room, #facilitator for the facilitator. Where they are, and the clock, stays in this browser,
   so that it survives a reload and windows of the same browser follow each other. Which mode
   holds is the work of choices.js. */
(function () {
  "use strict";

  var room = document.querySelector("[data-room]");
  if (!room) return;
  var root = document.documentElement;
  var known = JSON.parse(room.dataset.room);
  var sentences = JSON.parse(room.dataset.sentences);
  var site = new URL(root.dataset.root + "/", location).pathname;
  var key = site + ".room-screen";
  var MINUTE = 60000;

  function find(selector) {
    return room.querySelector(selector);
  }

  function all(selector) {
    return Array.from(document.querySelectorAll(selector));
  }

  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  /* ── The event ─────────────────────────────────────────────────────────────────────────── */

  /* What this visitor filled in for the event, and when customers come in, in minutes after
     midnight. Without an event all is as the handbook says. */
  function event() {
    var filled = (window.klantarena && window.klantarena.store.current()) || {};
    var start = /^(\d{1,2})[:.](\d{2})$/.exec((filled.event || {}).start_time || "");
    return { filled: filled, welcome: start ? start[1] * 60 + Number(start[2]) : known.welcome };
  }

  var usual = new Map(
    all(".brief .blank").map(function (blank) {
      return [blank, blank.textContent];
    })
  );

  function clockTime(minutes) {
    return fill(known.clock, {
      hours: Math.floor(minutes / 60) % 24,
      minutes: String(minutes % 60).padStart(2, "0")
    });
  }

  function within(time, minutes) {
    write(time, time.textContent.replace(/\d+\D\d+/, clockTime(minutes)));
  }

  /* Times and names of the event, in the programme and in what the facilitator says. */
  function showEvent() {
    var now = event();
    var later = now.welcome - known.welcome;
    all(".room-screen time").forEach(function (time) {
      within(time, Number(time.dataset.start) + later);
    });
    var items = blocks();
    all(".brief [data-path^='times.']").forEach(function (time) {
      var item = items.find(function (one) {
        return one.dataset.block === time.dataset.path.split(".")[1];
      });
      if (item) within(time, Number(item.querySelector("time").dataset.start) + later);
    });
    usual.forEach(function (shown, blank) {
      var path = blank.dataset.path.split(".");
      var words = (now.filled[path[0]] || {})[path[1]];
      blank.classList.toggle("is-filled", Boolean(words));
      write(blank, words || shown);
    });
  }

  /* The blocks of the day with the modes that are chosen, in order. */
  function blocks() {
    return all(".schedule > li").filter(function (item) {
      return !item.closest("[data-round2][hidden], [data-round3][hidden]");
    });
  }

  /* ── Where we are ──────────────────────────────────────────────────────────────────────── */

  /* block: the one that is shown. clocks: by block, `until` which moment it runs, or how much it
     had `left` when it was stopped. clock: whether the room sees it. */
  var state = {};

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(key));
      if (kept && typeof kept === "object") state = kept;
      else state = {};
    } catch (error) {
      /* no storage, or something else wrote there: what we know ourselves holds */
    }
    if (!state.clocks || typeof state.clocks !== "object") state.clocks = {};
  }

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch (error) {
      /* it then holds for this window only */
    }
  }

  function change(make) {
    read();
    make();
    keep();
    show();
  }

  /* The place of the block that is shown; one that is not held with these modes gives the next. */
  function place(items) {
    var order = all(".stage").map(function (stage) {
      return stage.dataset.block;
    });
    var at = order.indexOf(state.block);
    var here = items.findIndex(function (item) {
      return order.indexOf(item.dataset.block) >= at;
    });
    return here < 0 ? items.length - 1 : here;
  }

  function move(step) {
    change(function () {
      var items = blocks();
      var here = place(items);
      go(items, here, Math.min(Math.max(here + step, 0), items.length - 1));
    });
  }

  function go(items, here, there) {
    if (here === there) return;
    var runs = Boolean(clockOf(items[here]).until);
    // Whoever goes back by mistake finds the clock of that block still running.
    items.slice(there + (there < here ? 1 : 0)).forEach(function (item) {
      delete state.clocks[item.dataset.block];
    });
    state.block = items[there].dataset.block;
    if (runs && !state.clocks[state.block]) start(items[there]);
  }

  /* ── The clock ─────────────────────────────────────────────────────────────────────────── */

  function clockOf(item) {
    return state.clocks[item.dataset.block] || { left: item.dataset.minutes * MINUTE };
  }

  function left(item) {
    var clock = clockOf(item);
    return clock.until ? clock.until - Date.now() : clock.left;
  }

  function start(item) {
    state.clocks[item.dataset.block] = { until: Date.now() + left(item) };
  }

  function run(item) {
    if (clockOf(item).until) state.clocks[item.dataset.block] = { left: left(item) };
    else start(item);
  }

  function more(item) {
    var clock = clockOf(item);
    state.clocks[item.dataset.block] = clock.until
      ? { until: clock.until + MINUTE }
      : { left: clock.left + MINUTE };
  }

  /* "over", the number of minutes of the last signal that was reached, or nothing. */
  function signal(time) {
    if (time <= 0) return "over";
    return known.signals.reduce(function (reached, minutes) {
      return time <= minutes * MINUTE ? String(minutes) : reached;
    }, "");
  }

  function timeLeft(time) {
    var minutes = Math.ceil(Math.abs(time) / MINUTE) || 1;
    var name = (time <= 0 ? "over" : "left") + (minutes === 1 ? "_one" : "");
    return { minutes: minutes, sentence: fill(sentences[name], { minutes: minutes }) };
  }

  /* Until when the clock runs, or that it does not. */
  function stands(clock) {
    if (!clock.until) return sentences.still;
    var end = new Date(clock.until);
    return fill(sentences.until, { time: clockTime(end.getHours() * 60 + end.getMinutes()) });
  }

  var signalled = { block: null, name: "" };

  function showClock() {
    var items = blocks();
    var item = items[place(items)];
    var time = left(item);
    var whole = item.dataset.minutes * MINUTE;
    var told = timeLeft(time);
    var reached = signal(time);
    var last = String(known.signals[known.signals.length - 1]);
    var clock = find("[data-clock]");

    // One for the calm signals, two for the last of them, three for over time.
    room.dataset.signal = reached === "over" ? 3 : reached === last ? 2 : reached ? 1 : 0;
    clock.classList.toggle("clock--runs", Boolean(clockOf(item).until));
    write(find("[data-clock-number]"), (time <= 0 ? "+" : "") + told.minutes);
    write(find("[data-clock-unit]"), told.minutes === 1 ? sentences.minute : sentences.minutes);
    write(find("[data-clock-signal]"), reached ? told.sentence : stands(clockOf(item)));
    find("[data-clock-hand]").style.strokeDashoffset = 100 - Math.min(Math.max((100 * time) / whole, 0), 100);
    write(find("[data-run-text]"), clockOf(item).until ? sentences.hold : sentences.run);

    var shown = find("[data-room-clock]");
    shown.hidden = !state.clock;
    write(shown, state.clock ? (reached === "over" ? sentences.wrap_up : told.sentence) : "");

    if (signalled.block === item.dataset.block && reached && reached !== signalled.name) {
      if (view() === "facilitator") {
        write(find("[data-said]"), told.sentence);
        if (state.vibrate && navigator.vibrate) navigator.vibrate(200);
      }
    }
    signalled = { block: item.dataset.block, name: reached };
  }

  // Writing the same text again would wake screen readers.
  function write(element, text) {
    if (element.textContent !== String(text)) element.textContent = text;
  }

  /* ── What is shown ─────────────────────────────────────────────────────────────────────── */

  function view() {
    var name = location.hash.slice(1);
    return name === "screen" || name === "facilitator" ? name : "";
  }

  function show() {
    showEvent();
    var items = blocks();
    var here = place(items);
    var item = items[here];
    var told = find(".stage.is-current");
    all(".stage, .brief").forEach(function (part) {
      part.classList.toggle("is-current", part.dataset.block === item.dataset.block);
      // On paper each block has a sheet of its own, but for those that are not held.
      part.classList.toggle("is-held", items.some(function (one) {
        return one.dataset.block === part.dataset.block;
      }));
    });
    write(find("[data-title]"), nameOf(item));
    items.forEach(function (one, number) {
      one.classList.toggle("is-past", number < here);
      if (number === here) one.setAttribute("aria-current", "step");
      else one.removeAttribute("aria-current");
    });
    all("[data-next]").forEach(function (next) {
      var stage = next.closest("[data-block]");
      var at = stage ? items.findIndex(function (one) {
        return one.dataset.block === stage.dataset.block;
      }) : here;
      var coming = items[at + 1];
      next.hidden = !coming;
      write(next, coming ? fill(sentences.next, { block: nameOf(coming) }) : "");
    });
    all("[data-room-do=back]").forEach(function (button) {
      button.disabled = here === 0;
    });
    all("[data-room-do=on]").forEach(function (button) {
      button.disabled = here === items.length - 1;
    });
    all("[data-keep]").forEach(function (box) {
      box.checked = Boolean(state[box.dataset.keep]);
    });
    // A block that comes up is said; the one that was there when the screen opened is not.
    if (told && told.dataset.block !== item.dataset.block && view()) write(find("[data-said]"), nameOf(item));

    var kept = document.querySelector("[data-kept]");
    kept.hidden = here === 0 && !Object.keys(state.clocks).length;
    write(kept.querySelector("[data-kept-at]"), fill(sentences.kept, { block: nameOf(item) }));
    showClock();
    fit();
  }

  function nameOf(item) {
    return item.querySelector("span").textContent;
  }

  /* The letters are as large as fits; on a phone the page scrolls instead. */
  function fit() {
    if (view() !== "screen") return;
    [find(".stage.is-current"), find(".screen__side")].forEach(function (box) {
      box.style.removeProperty("--fit");
      if (getComputedStyle(box).overflowY !== "hidden") return;
      // What runs out of a box into its margin does not count as too much: ask its head as well.
      var parts = [box, box.firstElementChild];
      var least = 50;
      var most = 150;
      while (least < most) {
        var middle = Math.ceil((least + most) / 2);
        box.style.setProperty("--fit", middle / 100);
        if (parts.every(fits)) least = middle;
        else most = middle - 1;
      }
      box.style.setProperty("--fit", least / 100);
    });
  }

  function fits(box) {
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  }

  /* ── Opening and closing ───────────────────────────────────────────────────────────────── */

  function open() {
    var opened = view();
    var was = root.dataset.view;
    room.hidden = !opened;
    if (opened) root.dataset.view = opened;
    else delete root.dataset.view;
    show();
    if (opened && opened !== was) room.focus({ preventScroll: true });
    if (opened) window.scrollTo(0, 0);
    else if (was) document.querySelector(".launch a[href='#" + was + "']").focus();
    stayAwake();
  }

  function close() {
    if (document.fullscreenElement) document.exitFullscreen();
    history.pushState(null, "", location.pathname + location.search);
    open();
  }

  function fillScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) root.requestFullscreen();
  }

  /* A screen that goes dark in the middle of a story would be worse than none. */
  var lock = null;

  function sleeps(it) {
    all("[data-sleeps]").forEach(function (note) {
      note.hidden = !it;
    });
  }

  function stayAwake() {
    if (!view()) {
      if (lock) lock.release();
      return;
    }
    if (!("wakeLock" in navigator)) {
      sleeps(true);
      return;
    }
    if (lock || document.visibilityState !== "visible") return;
    navigator.wakeLock.request("screen").then(
      function (granted) {
        lock = granted;
        sleeps(false);
        granted.addEventListener("release", function () {
          lock = null;
        });
        if (!view()) granted.release();
      },
      function () {
        sleeps(true);
      }
    );
  }

  /* ── Keys, clicks, swipes ──────────────────────────────────────────────────────────────── */

  var actions = {
    on: function () {
      move(1);
    },
    back: function () {
      move(-1);
    },
    fill: fillScreen,
    scheme: function () {
      document.querySelector("[data-scheme-button]").click();
    },
    close: close,
    run: function () {
      change(function () {
        var items = blocks();
        run(items[place(items)]);
      });
    },
    more: function () {
      change(function () {
        var items = blocks();
        more(items[place(items)]);
      });
    },
    restart: function () {
      change(function () {
        state = { clocks: {}, clock: state.clock, vibrate: state.vibrate };
      });
      document.querySelector(".launch a").focus();
    }
  };

  var everywhere = {
    ArrowRight: "on",
    PageDown: "on",
    ArrowLeft: "back",
    PageUp: "back",
    Escape: "close",
    f: "fill",
    F: "fill"
  };
  // The facilitator's view can be longer than the phone: there these keys scroll.
  var onScreen = { ArrowDown: "on", ArrowUp: "back", " ": "on", Enter: "on" };

  document.addEventListener("keydown", function (pressed) {
    if (!view() || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    var name = pressed.key;
    if ((name === " " || name === "Enter") && pressed.target.closest("button, a, input, summary")) return;
    var action = everywhere[name] || (view() === "screen" && onScreen[name]);
    if (action) actions[action]();
    else if (view() === "screen" && (name === "Home" || name === "End")) move(name === "Home" ? -99 : 99);
    else return;
    pressed.preventDefault();
  });

  document.addEventListener("click", function (clicked) {
    var button = clicked.target.closest("[data-room-do]");
    if (button) actions[button.dataset.roomDo]();
    else if (view() === "screen" && !swiped && !clicked.target.closest(".controls")) move(1);
    swiped = false;
  });

  room.addEventListener("change", function (changed) {
    var box = changed.target.closest("[data-keep]");
    if (!box) return;
    change(function () {
      state[box.dataset.keep] = box.checked;
    });
  });

  var touched = null;
  var swiped = false;
  room.addEventListener(
    "touchstart",
    function (touch) {
      var finger = touch.changedTouches[0];
      swiped = false;
      touched = touch.touches.length === 1 ? { x: finger.clientX, y: finger.clientY } : null;
    },
    { passive: true }
  );
  room.addEventListener("touchend", function (touch) {
    var finger = touch.changedTouches[0];
    if (!touched || view() !== "screen") return;
    var across = finger.clientX - touched.x;
    var down = finger.clientY - touched.y;
    touched = null;
    if (Math.abs(across) < 60 || Math.abs(across) < 2 * Math.abs(down)) return;
    swiped = true;
    move(across < 0 ? 1 : -1);
  });

  /* Buttons and pointer leave the screen when nobody reaches for them. */
  var idle;
  function wake() {
    room.classList.remove("is-idle");
    clearTimeout(idle);
    idle = setTimeout(function () {
      room.classList.add("is-idle");
    }, 3000);
  }
  ["pointermove", "pointerdown", "focusin"].forEach(function (name) {
    room.addEventListener(name, wake);
  });

  /* ── Begin ─────────────────────────────────────────────────────────────────────────────── */

  document.querySelector("[data-launch]").hidden = false;
  find("[data-room-do=fill]").hidden = !document.fullscreenEnabled;
  find("[data-can-vibrate]").hidden = !navigator.vibrate;
  read();
  open();
  wake();
  setInterval(function () {
    if (view()) showClock();
  }, 500);

  // Another window of this browser: the other view, another choice of modes, another event.
  window.addEventListener("storage", function (changed) {
    if (changed.key !== null && !changed.key.startsWith(site)) return;
    read();
    show();
  });
  document.addEventListener("change", function (changed) {
    if (changed.target.closest("select[data-choice]")) show();
  });
  window.addEventListener("hashchange", open);
  window.addEventListener("popstate", open);
  window.addEventListener("resize", fit);
  document.addEventListener("fullscreenchange", fit);
  document.addEventListener("visibilitychange", function () {
    stayAwake();
    if (view()) showClock();
  });
})();
