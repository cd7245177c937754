// Asks the index that publishing made for the documents that may hold what is sought; the search page finds the places.
window.munimentText = async function (terms) {
  "use strict";
  const MOST = 200;
  const index = await import(new URL("pagefind/pagefind.js", document.baseURI));
  const words = terms.flatMap((term) => (term.isAbsent ? [] : term.own));
  for (const { name, value } of document.querySelectorAll("#search select")) {
    if (value) {
      words.push(`0${name}0${value.replace(/[^\p{L}\p{M}\p{N}]/gu, "")}`);
    }
  }
  const { results } = await index.search(words.join(" ") || null, { sort: { order: "asc" } });
  const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  const documents = found.map((each) => JSON.parse(each.meta.record));
  documents.isPart = true; // what no document has all of is not counted
  documents.isCut = results.length > MOST;
  return documents;
};
