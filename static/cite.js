// Offers each citation to be copied: of the document, or of the paragraph whose number was chosen in the margin or here.
(function () {
  "use strict";
  const section = document.querySelector("section.cite");
  if (!section) {
    return;
  }
  const words = section.dataset;
  const status = section.querySelector("[role=status]");
  const choice = section.querySelector(".cite-choice");
  const field = choice.querySelector("input");
  const cited = [...section.querySelectorAll(".cited")];
  const whole = cited.map((each) => [...each.childNodes]);
  const offer = document.createElement("a");
  offer.className = "cite-this";
  offer.href = "#cite";
  offer.dataset.n = words.short;

  // The citation of a paragraph stands hidden beside that of the document, with {n} for its number.
  function filled(pattern, number) {
    const made = pattern.cloneNode(true);
    const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      walker.currentNode.data = walker.currentNode.data.replaceAll("{n}", number);
    }
    return [...made.childNodes];
  }

  function show(number) {
    const passage = number && document.getElementById(`p${number}`);
    cited.forEach((each, index) => {
      each.replaceChildren(...(passage ? filled(each.nextElementSibling, number) : whole[index]));
    });
    offer.remove();
    if (passage) {
      offer.setAttribute("aria-label", words.one.replace("{n}", number));
      passage.querySelector(".anchor").after(offer);
    }
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const passage = target && target.closest(".passage");
    if (passage) {
      field.value = passage.id.slice(1);
      show(field.value);
    }
  }

  async function copy(button) {
    const text = button.closest(".fact").querySelector(".cited");
    const told = (pattern) => pattern.replace("{style}", button.dataset.style);
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = told(words.copied);
    } catch (refused) {
      getSelection().selectAllChildren(text);
      status.textContent = told(words.selected);
    }
  }

  for (const button of section.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  choice.hidden = false;
  field.addEventListener("input", () => show(/^[1-9]\d*$/.test(field.value) ? field.value : ""));
  window.addEventListener("hashchange", follow);
  follow();
})();
