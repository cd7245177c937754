// Applies the reader's choice of a light or dark page before anything is drawn, and makes the button that changes it.
(function () {
  "use strict";
  var root = document.documentElement;
  var name = "muniment-theme";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return window.localStorage.getItem(name);
    } catch (refused) {
      return null;
    }
  }

  function store(theme) {
    try {
      window.localStorage.setItem(name, theme);
    } catch (refused) {
      return;
    }
  }

  function apply(theme) {
    if (theme === "dark" || theme === "light") {
      root.setAttribute("data-theme", theme);
    }
  }

  function current() {
    return root.getAttribute("data-theme") || (dark.matches ? "dark" : "light");
  }

  apply(stored());

  // On a document's page that a result of the search led to, the search's own script marks what was sought.
  var search = document.currentScript.src.replace("theme.js", "search.js");
  document.addEventListener("DOMContentLoaded", function () {
    if (/[?&]q=[^&]/.test(window.location.search) && document.querySelector("article.document")) {
      document.head.appendChild(document.createElement("script")).src = search;
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    if (!button) {
      return;
    }

    function label() {
      var isDark = current() === "dark";
      button.textContent = isDark ? button.dataset.light : button.dataset.dark;
      button.setAttribute("aria-label", isDark ? button.dataset.lightName : button.dataset.darkName);
    }

    button.hidden = false;
    label();
    dark.addEventListener("change", label);
    button.addEventListener("click", function () {
      var theme = current() === "dark" ? "light" : "dark";
      apply(theme);
      store(theme);
      label();
    });
  });
})();
