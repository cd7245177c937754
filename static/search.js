// Finds words exactly: in the archive on the search page, in the text of a document that a result led to (docs/search.md).
(function () {
  "use strict";

  const LETTERS = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ", ﬁ: "fi", ﬂ: "fl" };
  const OTHER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const IGNORED = /[\xad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200d\u2060]/g;
  // In scripts written without spaces each sign is a word.
  const SIGN = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`;
  const WORD = new RegExp(String.raw`${SIGN}\p{M}*|(?:(?!${SIGN})[\p{L}\p{M}\p{N}\xad\u200b-\u200d\u2060])+`, "gu");

  function words(text) {
    const folded = text.normalize("NFD").toLowerCase().replace(IGNORED, "").replace(OTHER, (one) => LETTERS[one]);
    return folded.match(/[^\0-\x7f]/.test(folded) ? WORD : /[a-z0-9]+/g) || [];
  }

  const spaced = (text) => ` ${words(text).join(" ")} `;

  // Words, “phrases”, beginnings*, -absent.
  function read(query) {
    const terms = [];
    for (const match of query.matchAll(/(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/g)) {
      const [whole, minus, phrase, word] = match;
      const text = phrase === undefined ? word : phrase;
      const own = words(text);
      const isOpen = text.endsWith("*");
      if (own.length) {
        const end = word && !minus && /[\p{L}\p{N}]$/u.test(word) && match.index + whole.length; // where a star would open it
        terms.push({ text, own, isOpen, end, isAbsent: minus === "-", needle: ` ${own.join(" ")}${isOpen ? "" : " "}` });
      }
    }
    return terms.every((term) => term.isAbsent) ? [] : terms;
  }

  const matches = (line, terms) => terms.every((term) => line.includes(term.needle) !== term.isAbsent);

  // Where in a text the terms stand: [start, end], in order, none touching another.
  function stretches(text, terms) {
    const places = [];
    for (const match of text.matchAll(WORD)) {
      for (const word of words(match[0])) {
        places.push([word, match.index, match.index + match[0].length]);
      }
    }
    const found = [];
    for (const { own, isOpen, isAbsent } of terms) {
      const last = own.length - 1;
      for (let at = 0; !isAbsent && at + last < places.length; at += 1) {
        if (own.every((word, nth) => places[at + nth][0] === word || (isOpen && nth === last && places[at + nth][0].startsWith(word)))) {
          found.push([places[at][1], places[at + last][2]]);
        }
      }
    }
    return joined(found.sort((one, other) => one[0] - other[0]));
  }

  function joined(sorted) {
    const found = [];
    for (const [start, end] of sorted) {
      const before = found[found.length - 1];
      if (before && start <= before[1]) {
        before[1] = Math.max(before[1], end);
      } else {
        found.push([start, end]);
      }
    }
    return found;
  }

  function element(name, given, ...children) {
    const made = Object.assign(document.createElement(name), given);
    made.append(...children);
    return made;
  }

  // Marks every paragraph that has all of it; links to paragraphs stay fit for citing.
  function markDocument(terms) {
    const blocks = new Map();
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let block = node.parentElement.closest(".note, .lacuna") ? null : node.parentElement;
      while (block && !/^(p|h|m|fn)\d+$/.test(block.id)) {
        block = block.parentElement;
      }
      blocks.set(block, [...(blocks.get(block) || []), node]);
    }
    blocks.delete(null);
    for (const nodes of blocks.values()) {
      const text = nodes.map((node) => node.data).join("");
      if (matches(spaced(text), terms)) {
        markStretches(nodes, stretches(text, terms).reverse(), text.length);
      }
    }
    for (const link of document.querySelectorAll("a.anchor")) {
      link.href = location.href.split(/[?#]/)[0] + link.hash;
    }
  }

  // From the last to the first, so that what stands before keeps its place.
  function markStretches(nodes, found, behind) {
    for (const node of nodes.reverse()) {
      behind -= node.length;
      for (const [start, end] of found) {
        const from = Math.max(start - behind, 0);
        const to = Math.min(end - behind, node.length);
        if (from < to) {
          node.splitText(to);
          const piece = node.splitText(from);
          piece.replaceWith(element("mark", { className: "found" }, piece.data));
        }
      }
    }
  }

  const form = document.getElementById("search");
  const asked = new URLSearchParams(location.search);
  if (!form) {
    markDocument(read(asked.get("q") || ""));
    return;
  }

  const MANY = 100;
  const AROUND = 100;
  const said = JSON.parse(form.dataset.words);
  const status = document.getElementById("found");
  const results = document.getElementById("results");
  const field = form.elements.q;
  const filters = [...form.querySelectorAll("select")];
  let archive;
  let turn = 0;
  let isTyping;
  let waiting;

  const fill = (words, blanks) => words.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  const say = (key, blanks) => fill(said[key], blanks);
  const written = (n) => n.toLocaleString(document.documentElement.lang || undefined);
  // Which form a number takes stands in a table; beyond it the last two digits decide.
  const nth = (n) => said.plural[n < said.plural.length ? n : said.plural.length - 100 + (n % 100)];
  const count = (key, n) => fill(said[key][nth(n)], { n: written(n) });
  const isWanted = (each) => filters.every(({ name, value }) => !value || (each.answers[name] || []).includes(value));
  const find = (documents, terms) =>
    documents.flatMap((each) => each.passages.filter((passage) => matches(passage[2], terms)).map((passage) => [each, passage]));

  function prepared(documents) {
    for (const passage of documents.flatMap((each) => each.passages)) {
      passage[2] = spaced(passage[1]);
    }
    return documents;
  }

  // Gives a function from terms to documents: all of them, or those that an index finds.
  function load() {
    archive = archive || new Promise((done, failed) => {
      const onload = () => {
        const source = window.munimentText;
        const all = Array.isArray(source) && prepared(source);
        done(all ? () => all : (terms) => source(terms).then(prepared));
      };
      document.head.append(element("script", { src: form.dataset.address, onload, onerror: failed }));
    });
    return archive;
  }

  // While a reader is still typing, the last word may go on.
  function query() {
    const text = field.value.trimStart();
    const isInside = text.split(/["“”„«»]/).length % 2 === 0;
    return isTyping && !isInside && /[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text.trim();
  }

  async function search() {
    const own = (turn += 1);
    const text = query();
    const terms = read(text);
    const kept = new URLSearchParams([["q", text], ...filters.map((each) => [each.name, each.value])].filter((pair) => pair[1]));
    history.replaceState(null, "", location.pathname + (`${kept}` && `?${kept}`));
    const isAsked = terms.length || filters.some((each) => each.value);
    results.replaceChildren();
    results.classList.toggle("asked-for", isAsked);
    status.textContent = isAsked ? said.loading : "";
    if (isAsked) {
      try {
        const documents = await (await load())(terms);
        if (own === turn) {
          show(documents, terms, text);
        }
      } catch (fault) {
        status.textContent = said.failed;
      }
    }
  }

  function show(documents, terms, text) {
    const wanted = documents.filter(isWanted);
    if (!terms.length) {
      status.textContent = count("matching", wanted.length);
      results.append(...wanted.map((each) => entry(each, "")));
      return;
    }
    const hits = find(wanted, terms);
    const number = new Set(hits.map((hit) => hit[0])).size;
    const told = [hits.length ? say("found", { passages: count("passages", hits.length), documents: count("documents", number) }) : said.none];
    if (isTyping && text.endsWith("*")) {
      told.push(say("beginning", { word: terms[terms.length - 1].text.slice(0, -1) }));
    }
    if (documents.isCut) {
      told.push(say("to.more", { n: written(documents.length) }));
    }
    if (hits.length > MANY) {
      told.push(say("shown", { n: written(MANY) }));
    }
    status.textContent = told.join(" ");
    results.classList.toggle("asked-for", hits.length);
    offer(documents, wanted, terms, text, hits.length);
    more(hits, terms, text);
  }

  // Shows the next hits, by document, and gives the link of the first.
  function more(hits, terms, text) {
    const links = hits.slice(0, MANY).map(([each, passage]) => {
      let shown = results.lastElementChild;
      if (!shown || shown.dataset.id !== each.id) {
        shown = entry(each, text);
        shown.append(element("ol", { className: "plain" }));
        results.append(shown);
      }
      const made = line(each, passage, terms, text);
      shown.lastElementChild.append(made);
      return made.firstElementChild;
    });
    if (hits.length > MANY) {
      const button = ask(said.more, () => {
        button.remove();
        more(hits.slice(MANY), terms, text).focus();
      });
      results.append(button);
    }
    return links[0];
  }

  const ask = (textContent, onclick) => element("button", { type: "button", textContent, onclick });
  const address = (each, text) => each.url + (text && `?${new URLSearchParams({ q: text })}`);

  function entry(each, text) {
    const link = element("a", { href: address(each, text), lang: each.language }, each.title);
    const about = element("p", { className: "of" }, [each.kind, each.date].filter(Boolean).join(", "));
    const made = element("section", { className: "hit" }, element("h2", {}, link), about);
    made.dataset.id = each.id;
    return made;
  }

  function line(each, [anchor, text], terms, sought) {
    const [, letters, number] = anchor.match(/^(\D+)(.*)$/);
    const title = element("span", { className: "unseen" }, ` – ${each.title}`);
    const place = element("a", { href: `${address(each, sought)}#${anchor}`, className: "place" }, said[letters].replace("{n}", number), title);
    return element("li", {}, place, " ", element("span", { lang: each.language, dir: "auto" }, ...excerpt(text, terms)));
  }

  // The words in context, cut between words.
  function excerpt(text, terms) {
    const found = stretches(text, terms);
    return joined(found.map(([start, end]) => [back(text, start), forth(text, end)])).slice(0, 3).flatMap(([first, last], nth) => {
      const pieces = first && !nth ? ["… "] : [];
      let at = first;
      for (const [start, end] of found.filter((each) => each[0] >= first && each[1] <= last)) {
        pieces.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
        at = end;
      }
      return [...pieces, text.slice(at, last), last < text.length ? " … " : ""];
    });
  }

  function back(text, place) {
    const start = place - AROUND;
    const space = text.indexOf(" ", start);
    return start <= 0 ? 0 : space >= 0 && space < place ? space + 1 : start;
  }

  function forth(text, place) {
    const end = place + AROUND;
    const space = text.lastIndexOf(" ", end);
    return end >= text.length ? text.length : space > place ? space : end;
  }

  // What else could be asked: a word going on, the same without the filters, the words one by one.
  function offer(documents, wanted, terms, text, number) {
    const passages = (among, sought) => count("passages", find(among, sought).length);
    const lines = [];
    for (const { text: word, end } of isTyping ? [] : terms.filter((term) => term.end)) {
      const opened = `${text.slice(0, end)}*${text.slice(end)}`;
      const longer = read(opened);
      if (find(wanted, longer).length > number) {
        lines.push(ask(say("longer", { passages: passages(wanted, longer), word }), () => start(opened)));
      }
    }
    if (!number) {
      if (!documents.isPart && find(documents, terms).length) {
        lines.push(say("none.filtered", { passages: passages(documents, terms) }));
      } else if (!documents.isPart && terms.length > 1) {
        lines.push(...terms.filter((term) => !term.isAbsent).map((term) => say("none.one", { word: term.text, passages: passages(documents, [term]) })));
      }
      lines.push(said["none.hint"]);
    }
    results.append(...(lines.length ? [element("ul", { className: "plain hints" }, ...lines.map((each) => element("li", {}, each)))] : []));
  }

  function start(text) {
    clearTimeout(waiting);
    field.value = text;
    isTyping = false;
    search();
  }

  field.onfocus = () => load().catch(() => {});
  field.oninput = () => {
    isTyping = true;
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  };
  form.onchange = (event) => event.target !== field && search();
  form.onsubmit = (event) => {
    event.preventDefault();
    start(field.value);
  };
  form.onreset = () => setTimeout(start, 0, "");
  for (const each of filters) {
    each.value = asked.get(each.name) || "";
    each.selectedIndex = Math.max(each.selectedIndex, 0);
  }
  start(asked.get("q") || "");
})();
