const { basename } = require("node:path");

module.exports = { layout: "doc.njk", permalink: ({ page }) => `docs/${basename(page.inputPath, ".md")}.html` };
