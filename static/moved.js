// At a former address: goes on to where the document is now, to the same place in it. Without scripts the page does so too.
(function () {
  "use strict";
  const refresh = document.querySelector('meta[http-equiv="refresh"]');
  location.replace(refresh.content.split("url=")[1] + location.search + location.hash);
})();
