"use strict";
{
  const root = document.documentElement;
  root.classList.add("scripted");

  // The statement under the pointer or the focus: its words and its note, together.
  const marks = () => {
    const keyed = [...document.querySelectorAll("[data-key]")];
    if (!keyed.length) return;
    const acts = new Map(keyed.map(({ dataset }) => [dataset.key, dataset.act ?? ""]));
    const parts = [...document.querySelectorAll("[data-of]")].map((element) => ({
      element,
      keys: element.dataset.of.split(" ").map((play) => play.split(":")[1]),
    }));
    let pinned = null;
    let shown = null;
    const keyAt = (target) => {
      const found = target.closest?.("[data-key], [data-of]");
      return found ? (found.dataset.key ?? found.dataset.of.split(" ")[0].split(":")[1]) : null;
    };
    const show = (key) => {
      if (key === shown) return;
      shown = key;
      for (const { element, keys } of parts) element.classList.toggle("on", keys.includes(key));
      for (const element of keyed) element.classList.toggle("on", element.dataset.key === key);
      document.body.classList.toggle("showing", key !== null);
      document.body.dataset.act = acts.get(key) ?? "";
    };
    const pin = (key) => show((pinned = key));
    const follow = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.dataset.key) return;
      pin(target.dataset.key);
      target.focus({ preventScroll: true });
    };
    document.addEventListener("mouseover", ({ target }) => show(keyAt(target) ?? pinned));
    document.addEventListener("focusin", ({ target }) => keyAt(target) && pin(keyAt(target)));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && pin(null));
    document.addEventListener("click", (event) => {
      const { target } = event;
      if (target.closest(".ref")) event.preventDefault();
      if (!target.closest(".note")) pin(keyAt(target));
    });
    addEventListener("hashchange", follow);
    follow();
  };

  // The page as it is now, once the ledger has changed; whoever is reading in it is asked first.
  const live = () => {
    if (!document.querySelector("[data-live]")) return;
    let source = null;
    let state = null;
    const busy = () => {
      const there = document.querySelector("[data-live]");
      return there.contains(document.activeElement) || scrollY > 200 || there.querySelector("details[open]");
    };
    const refresh = () => {
      document.querySelector(".fresh")?.remove();
      htmx.ajax("GET", location.pathname + location.search, { target: "#live", select: "#live", swap: "outerHTML" });
    };
    const offer = () => {
      if (document.querySelector(".fresh")) return;
      const button = Object.assign(document.createElement("button"), { className: "fresh", textContent: "The ledger has changed: show" });
      button.addEventListener("click", refresh);
      document.querySelector("main").prepend(button);
    };
    const open = () => {
      if (document.hidden || source) return;
      source = new EventSource("/events");
      source.addEventListener("pulse", ({ data }) => {
        if (state !== null && data !== state) busy() ? offer() : refresh();
        state = data;
      });
    };
    const close = () => {
      source?.close();
      source = null;
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    addEventListener("pagehide", close);
    addEventListener("pageshow", open);
    open();
  };

  // What is being added, step by step.
  const progress = () => {
    const there = document.querySelector("[data-job]");
    if (!there) return;
    const source = new EventSource(`${location.pathname}/events`);
    source.addEventListener("job", () => htmx.ajax("GET", location.pathname, { target: "#job", select: "#job", swap: "outerHTML" }));
    source.addEventListener("over", () => source.close());
    addEventListener("pagehide", () => source.close());
  };

  // Who decides is the same person as last time.
  const kept = () => {
    for (const field of document.querySelectorAll("[data-keep]")) {
      field.value ||= localStorage.getItem(field.dataset.keep) ?? "";
      field.form.addEventListener("submit", () => localStorage.setItem(field.dataset.keep, field.value));
    }
  };

  const copying = () => {
    for (const link of document.querySelectorAll("[data-copy]")) {
      link.addEventListener("click", (event) => {
        if (!navigator.clipboard) return;
        event.preventDefault();
        navigator.clipboard.writeText(link.href).then(() => (link.textContent = "Copied"));
      });
    }
  };

  // "/" goes to the search, j and k from one claim to the next.
  const keys = () => {
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
      if (event.key === "/") {
        event.preventDefault();
        document.getElementById("seek").focus();
      }
      const step = { j: 1, k: -1 }[event.key];
      const heads = [...document.querySelectorAll(".card h2 a")];
      if (!step || !heads.length) return;
      const at = heads.findIndex((head) => head.closest(".card").contains(document.activeElement));
      heads[at < 0 ? 0 : Math.min(Math.max(at + step, 0), heads.length - 1)].focus();
    });
  };

  addEventListener("DOMContentLoaded", () => [marks, live, progress, kept, copying, keys].forEach((start) => start()));
}
