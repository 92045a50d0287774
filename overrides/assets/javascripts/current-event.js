/* The event that this visitor works on: what it holds, what it is called, how it changes. */
(function (klantarena) {
  "use strict";

  var store = klantarena.store;
  var listeners = [];

  /* The current event, or what a new one begins with: the day starts when the handbook says so. */
  function shown() {
    return store.current() || { event: { start_time: klantarena.data.welcome_at } };
  }

  /* What people call an event: its title, or else its subject. */
  function nameOf(event) {
    var said = event.event || {};
    return said.title || said.theme || klantarena.sentence("unnamed");
  }

  /* The day after which its guests are forgotten, or null where nothing says so. */
  function forgottenAfter(event) {
    if (event.delete_on) return event.delete_on;
    var moment = klantarena.schedule.moments(event).find(function (one) {
      return one.id === klantarena.data.delete_moment;
    });
    return moment ? moment.day : null;
  }

  /* Change the current event; what is typed first makes it one. */
  function change(make) {
    var event = shown();
    make(event);
    hold(event, store.currentIdentifier());
  }

  /* Keep an event and go on with it; without a name it is a new one. */
  function hold(event, identifier) {
    event.choices = store.choices();
    klantarena.event.kept = store.keep(event, identifier, forgottenAfter(event));
  }

  /* Hear of the event now, and whenever it is another one or has changed. */
  function follow(listener) {
    listeners.push(listener);
    listener(shown());
  }

  function tell() {
    listeners.forEach(function (listener) {
      listener(shown());
    });
  }

  /* The choice of modes belongs to the event; choices.js has kept it by now. */
  function chosen(event) {
    if (!event.target.closest("select[data-choice], [data-preset], .tabbed-set--choice > input")) return;
    if (store.current()) change(function () {});
    else tell();
  }

  store.follow(tell);
  document.addEventListener("change", chosen);
  document.addEventListener("click", chosen);

  klantarena.event = {
    shown: shown,
    nameOf: nameOf,
    forgottenAfter: forgottenAfter,
    change: change,
    hold: hold,
    follow: follow,
    kept: true
  };
})((window.klantarena = window.klantarena || {}));
