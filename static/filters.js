// Filters the rows of a table, or the parts of a list, in place, by what each row answers to; keeps the choice in the page's address.
(function () {
  "use strict";
  const form = document.querySelector("form.filter[data-table]");
  const table = form && document.getElementById(form.dataset.table);
  if (!table) {
    return;
  }
  const controls = [...form.querySelectorAll("select")];
  const bodies = table.tBodies ? [...table.tBodies] : [table];
  const rows = bodies.flatMap((body) => [...(body.rows || body.children)]);
  const status = form.querySelector("[role=status]");
  const marks = [...document.querySelectorAll(".world-maps a")];

  const written = (n) => n.toLocaleString(document.documentElement.lang || undefined);
  const fits = (row, { name, value }) => !value || (row.getAttribute(`data-by-${name}`) || "").split(" ").includes(value);

  function apply() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !controls.every((control) => fits(row, control));
      shown += !row.hidden;
    }
    for (const body of bodies) {
      body.hidden = [...(body.rows || body.children)].every((row) => row.hidden);
      const letter = body.id && document.querySelector(`a[href="#${CSS.escape(body.id)}"]`);
      if (letter) {
        letter.parentElement.hidden = body.hidden;
      }
    }
    const gone = new Set(rows.filter((row) => row.hidden).map((row) => row.querySelector("a").getAttribute("href")));
    for (const mark of marks) {
      mark.classList.toggle("out", gone.has(mark.getAttribute("href")));
    }
    status.textContent = form.dataset.status.replace("{n}", written(shown)).replace("{all}", written(rows.length));
  }

  // Sorting: the heads that offer it get a button each; rows parted by letter come together while in another order.
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const letters = document.querySelector(".letters");
  const home = new Map(rows.map((row, index) => [row, { index, body: row.parentElement }]));
  const { compare } = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  function sort(head) {
    const falls = head.getAttribute("aria-sort") === "ascending";
    const byText = head.dataset.sort === "text";
    const said = ({ cells }) => [...cells[head.cellIndex].childNodes].map((node) => (node.className === "only" ? "" : node.textContent)).join("").trim();
    const ordered = rows.map((row) => [row, byText ? said(row) : ""]).sort(([one, a], [other, b]) => {
      const found = byText ? !a - !b || (falls ? compare(b, a) : compare(a, b)) : 0;
      return found || (home.get(one).index - home.get(other).index) * (falls && !byText ? -1 : 1);
    });
    const isHome = !falls && !byText;
    for (const [row] of ordered) {
      (isHome ? home.get(row).body : bodies[0]).append(row);
    }
    for (const each of heads) {
      each.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", falls ? "descending" : "ascending");
    if (letters) {
      letters.classList.toggle("out", !isHome);
    }
    apply();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  if (heads.length) {
    heads.find((head) => head.dataset.sort === "order").setAttribute("aria-sort", "ascending");
  }

  function keep() {
    const kept = new URLSearchParams(controls.filter((control) => control.value).map((control) => [control.name, control.value]));
    history.replaceState(null, "", location.pathname + (`${kept}` && `?${kept}`) + location.hash);
  }

  function changed() {
    apply();
    keep();
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  const asked = new URLSearchParams(location.search);
  for (const control of controls) {
    control.value = asked.get(control.name) || "";
    control.selectedIndex = Math.max(control.selectedIndex, 0);
  }
  apply();
})();
