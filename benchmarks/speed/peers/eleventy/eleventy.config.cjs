const MONTHS = "January February March April May June July August September October November December".split(" ");

module.exports = function (site) {
  const byDate = (all) => all.getFilteredByGlob("content/docs/*.md").sort((one, other) => one.date - other.date);
  site.addCollection("docs", byDate);
  site.addCollection("states", (all) => {
    const index = new Map();
    for (const document of byDate(all))
      for (const state of document.data.states) {
        if (!index.has(state)) index.set(state, []);
        index.get(state).push(document);
      }
    return [...index].sort((one, other) => (one[0] < other[0] ? -1 : 1)).map(([name, docs]) => ({ name, docs }));
  });
  site.addFilter("iso", (day) => day.toISOString().slice(0, 10));
  site.addFilter("long", (day) => `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`);
  site.addFilter("anchor", (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
  site.addPassthroughCopy({ "content/static": "static" });
  return {
    dir: { input: "content", output: "_site", includes: "../_includes" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};
