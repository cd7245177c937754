// Keeps a reader's place on a page over a reload: how far it was scrolled, and what was unfolded.
(() => {
  "use strict";
  const name = `preview ${location.pathname}`;

  const folds = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((each) => {
      const words = each.id || each.querySelector("summary")?.textContent || "";
      const times = (seen.get(words) || 0) + 1;
      seen.set(words, times);
      return [each, `${words} ${times}`];
    });
  };

  const blocks = () => {
    const seen = new Map();
    return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, tr, dt, dd, pre, figure, summary")]
      .filter((each) => !each.closest("#preview-part"))
      .map((each) => {
        const words = `${each.tagName} ${each.textContent.trim().slice(0, 120)}`;
        const times = (seen.get(words) || 0) + 1;
        seen.set(words, times);
        return [each, `${words} ${times}`];
      });
  };

  const keep = () => {
    const [mark, words] = blocks().find(([each]) => {
      const box = each.getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.top < innerHeight;
    }) || [null, ""];
    const place = {
      x: scrollX,
      y: scrollY,
      words,
      top: mark ? mark.getBoundingClientRect().top : 0,
      open: folds().filter(([each]) => each.open).map(([, words]) => words),
      shut: folds().filter(([each]) => !each.open).map(([, words]) => words),
    };
    try {
      sessionStorage.setItem(name, JSON.stringify(place));
    } catch {
      // a browser that keeps nothing shows the page from its top
    }
  };

  const kept = () => {
    try {
      return JSON.parse(sessionStorage.getItem(name) || "null");
    } catch {
      return null;
    }
  };

  const scroll = (place) => {
    const [mark] = (place.y > 0 && blocks().find(([, words]) => words === place.words)) || [null];
    const y = mark ? scrollY + mark.getBoundingClientRect().top - place.top : place.y;
    scrollTo({ left: place.x, top: y, behavior: "instant" });
  };

  const [visit] = performance.getEntriesByType("navigation");
  const place = visit && visit.type === "reload" ? kept() : null;
  if (place) {
    history.scrollRestoration = "manual";
    for (const [each, words] of folds()) {
      if (place.open.includes(words)) each.open = true;
      else if (place.shut.includes(words)) each.open = false;
    }
    scroll(place);
    let isMoved = false;
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(kind, () => { isMoved = true; }, { once: true, passive: true });
    }
    addEventListener("load", () => requestAnimationFrame(() => {
      if (!isMoved) scroll(place);
      history.scrollRestoration = "auto";
      document.documentElement.dataset.preview = "placed";
    }), { once: true });
  }
  addEventListener("pagehide", keep);
})();
