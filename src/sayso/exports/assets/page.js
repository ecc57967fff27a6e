"use strict";
{
  const body = document.body;
  const form = document.querySelector("form");
  const output = document.querySelector("output");
  const keyed = [...document.querySelectorAll("[data-key]")];
  const acts = new Map(keyed.map(({ dataset }) => [dataset.key, dataset.act]));
  // "cue:1-4 content:1-3": the roles a part plays, the innermost statement first.
  const parts = [...document.querySelectorAll("[data-of]")].map((element) => ({
    element,
    plays: element.dataset.of.split(" ").map((play) => play.split(":")),
  }));
  let hidden = new Set();
  let pinned = null;
  let shown = null;

  const keyAt = (target) => {
    const found = target.closest("[data-key], [data-of]");
    if (!found) return null;
    if (found.dataset.key) return found.dataset.key;
    const plays = found.dataset.of.split(" ").map((play) => play.split(":")[1]);
    return plays.find((key) => !hidden.has(key)) ?? null;
  };

  const show = (key) => {
    if (key === shown) return;
    shown = key;
    for (const { element, plays } of parts) element.classList.toggle("on", plays.some((play) => play[1] === key));
    for (const element of keyed) element.classList.toggle("on", element.dataset.key === key);
    body.classList.toggle("showing", key !== null);
    if (key !== null) body.dataset.act = acts.get(key);
  };

  const pin = (key) => show((pinned = key));

  const mark = ({ element, plays }) => {
    const left = plays.filter(([, key]) => !hidden.has(key));
    const contents = left.filter(([role]) => role === "content").map(([, key]) => acts.get(key));
    element.className = ["part", ...left.map(([role]) => role)].join(" ");
    element.dataset.act = contents.at(0) ?? "";
    element.dataset.around = contents.at(-1) ?? "";
  };

  const filter = () => {
    const { name, act } = form.elements;
    const fits = ({ dataset }) => (!name.value || dataset.name === name.value) && (!act.value || dataset.act === act.value);
    pin(null);
    hidden = new Set(keyed.filter((element) => !fits(element)).map((element) => element.dataset.key));
    for (const element of keyed) element.hidden = hidden.has(element.dataset.key);
    for (const block of document.querySelectorAll("article, .voice")) {
      block.hidden = hidden.size > 0 && !block.querySelector("li:not([hidden])");
    }
    parts.forEach(mark);
    output.value = hidden.size > 0 ? `${acts.size - hidden.size} of ${acts.size}` : "";
  };

  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.dataset.key) pin(target.dataset.key);
  };

  document.addEventListener("mouseover", ({ target }) => show(keyAt(target) ?? pinned));
  document.addEventListener("focusin", ({ target }) => keyAt(target) && pin(keyAt(target)));
  document.addEventListener("keydown", ({ key }) => key === "Escape" && pin(null));
  document.addEventListener("click", (event) => {
    // On a wide screen the note already stands beside the words, on a narrow one it comes to them.
    if (event.target.closest(".ref")) event.preventDefault();
    if (!event.target.closest("form")) pin(keyAt(event.target));
  });
  addEventListener("hashchange", follow);

  if (form) {
    form.addEventListener("change", filter);
    form.hidden = false;
  }
  follow();
  document.documentElement.dataset.script = "on";
}
