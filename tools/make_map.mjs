// Makes muniment/data/map.json from Natural Earth: one line of path or one point for every state of the gazetteer.
//
// It refuses to know anything of an archive. What it decides itself stands in `DECISIONS` and in MAP-SOURCES.md.
// Usage: `npm install --ignore-scripts world-atlas@2.0.2 d3-geo@3 topojson-client@3` in a folder of its own, then
// `node tools/make_map.mjs FOLDER/node_modules`. The same inputs give the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATES = join(HERE, "../muniment/data/states.json");
const TARGET = join(HERE, "../muniment/data/map.json");

const MODULES = resolve(process.argv[2] || "node_modules");
const from = createRequire(join(MODULES, "..", "package.json"));
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } = await load("d3-geo");
const { feature, merge } = await load("topojson-client");

const DECISIONS = {
  width: 2000, // units across; a unit is less than half a pixel on the page
  middle: 11, // degrees east: the meridian opposite to it runs through the Bering Strait and cuts no mainland
  south: -56, // degrees: where the picture ends; Antarctica is left out
  north: 84.6,
  island: 16, // units²: islands smaller than this are left out, but never a state's largest
  smallest: 45, // units²: a state smaller than this becomes a point
  apart: 15, // units between two points, which are moved as little as that needs
  room: 26, // units: the most that a point's room is measured
  close: [[-10.5, 38], [33, 45], [11, 72], [11, 34.2]], // degrees: what the part that is shown closer, too, just holds
  unnamed: { Kosovo: "x-kosovo", "N. Cyprus": "x-northern-cyprus", Somaliland: "SOM" },
  moved: [{ place: [34.2, 45.2], from: "RUS", to: "UKR" }], // Crimea: resolution 68/262 of the General Assembly
};

const states = JSON.parse(readFileSync(STATES, "utf8")).states.filter((each) => each.standing !== "former");
const byNumber = new Map(states.filter((each) => each.numeric).map((each) => [each.numeric, each.id]));

function atlas(scale) {
  return JSON.parse(readFileSync(join(MODULES, `world-atlas/countries-${scale}.json`), "utf8"));
}

// Polygons by id of the gazetteer; what has no entry there goes under "".
function polygons(topology) {
  const found = new Map();
  for (const country of topology.objects.countries.geometries) {
    if (country.id === "010") continue; // Antarctica
    const id = byNumber.get(country.id) || DECISIONS.unnamed[country.properties.name] || "";
    const parts = country.type === "Polygon" ? [country.arcs] : country.arcs;
    found.set(id, [...(found.get(id) || []), ...parts.map((arcs) => ({ type: "Polygon", arcs }))]);
  }
  for (const { place, from: owner, to } of DECISIONS.moved) {
    const [moved] = found.get(owner).filter((part) => geoContains(feature(topology, part), place));
    found.set(owner, found.get(owner).filter((part) => part !== moved));
    found.set(to, [...found.get(to), moved]);
  }
  return new Map([...found].map(([id, parts]) => [id, merge(topology, parts)]));
}

const projection = geoEqualEarth().rotate([-DECISIONS.middle, 0]).precision(0.4).fitWidth(DECISIONS.width, { type: "Sphere" });
const [, top] = projection([DECISIONS.middle, DECISIONS.north]);
const [, bottom] = projection([DECISIONS.middle, DECISIONS.south]);
const [across, down] = projection.translate();
projection.translate([across, down - top]);
const height = Math.round(bottom - top);

// The rings of a geometry as whole units, corners that no longer bend left out.
function rings(geometry) {
  const found = [];
  const pen = {
    beginPath() {}, closePath() {}, arc() {},
    moveTo: (x, y) => found.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x, y) => found.at(-1).push([Math.round(x), Math.round(y)]),
  };
  geoPath(projection, pen)(geometry);
  return found.map(straightened).filter((ring) => ring.length > 2);
}

function straightened(ring) {
  const points = ring.filter((point, i) => i === 0 || point[0] !== ring[i - 1][0] || point[1] !== ring[i - 1][1]);
  while (points.length > 1 && `${points[0]}` === `${points.at(-1)}`) points.pop();
  return points.filter(([x, y], i) => {
    const [a, b] = points.at(i - 1);
    const [c, d] = points[(i + 1) % points.length];
    return (x - a) * (d - y) !== (y - b) * (c - x);
  });
}

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0)) / 2;

function kept(found) {
  const largest = Math.max(...found.map(area));
  return found.filter((ring) => area(ring) >= Math.min(DECISIONS.island, largest));
}

// Relative moves: the first pair of a ring is counted from where the ring before it began.
function path(found) {
  let [x, y] = [0, 0];
  const join = (pairs) => pairs.flat().map((n, i) => (i && n >= 0 ? ` ${n}` : `${n}`)).join("");
  return found
    .map((ring) => {
      const start = [ring[0][0] - x, ring[0][1] - y];
      [x, y] = ring[0];
      const steps = ring.slice(1).map((point, i) => [point[0] - ring[i][0], point[1] - ring[i][1]]);
      return `m${join([start, ...steps])}z`;
    })
    .join("");
}

function middleOf(geometry) {
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  parts.sort((one, other) => geoArea(other) - geoArea(one));
  return projection(geoCentroid(parts[0])).map(Math.round);
}

// Moves points that would cover one another apart, each pair by the same way in opposite directions.
function spread(points) {
  for (let round = 0; round < 200; round += 1) {
    let isStill = true;
    points.forEach((one, i) => points.slice(i + 1).forEach((other) => {
      const [x, y] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
      const distance = Math.hypot(x, y);
      if (distance >= DECISIONS.apart) return;
      isStill = false;
      const step = (DECISIONS.apart - distance) / 2 + 0.01;
      const [u, v] = distance ? [x / distance, y / distance] : [1, 0];
      one.at = [one.at[0] - u * step, one.at[1] - v * step];
      other.at = [other.at[0] + u * step, other.at[1] + v * step];
    }));
    if (isStill) break;
  }
  points.forEach((point) => { point.at = point.at.map(Math.round); });
}

function toSegment([x, y], [a, b], [c, d]) {
  const length = (c - a) ** 2 + (d - b) ** 2;
  const t = length ? Math.max(0, Math.min(1, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) : 0;
  return Math.hypot(x - a - t * (c - a), y - b - t * (d - b));
}

const coarse = polygons(atlas("110m"));
const finer = ["50m", "10m"].map((scale) => polygons(atlas(scale)));
const drawn = new Map();
const points = [];
for (const { id } of states) {
  const found = coarse.has(id) ? kept(rings(coarse.get(id))) : [];
  if (found.reduce((sum, ring) => sum + area(ring), 0) >= DECISIONS.smallest) {
    drawn.set(id, found);
  } else {
    const source = finer.find((each) => each.has(id));
    if (!source) throw new Error(`${id} is on no map`);
    points.push({ id, at: middleOf(source.get(id)) });
  }
}
const rest = kept(rings(coarse.get("")));
spread(points);

// How far a point is from everything else: within it a link may spread without covering another.
function room(point) {
  const coasts = [...drawn.values()].flat().flatMap((ring) => ring.map((corner, i) => toSegment(point.at, corner, ring[(i + 1) % ring.length])));
  const others = points.filter((other) => other !== point).map(({ at }) => Math.hypot(at[0] - point.at[0], at[1] - point.at[1]) / 2);
  return Math.min(DECISIONS.room, Math.floor(Math.min(...coasts, ...others)));
}

const inside = (id, found) => `"${id}":${JSON.stringify(found)}`;
// The part where most states are smallest: left, top, width, height.
const framed = DECISIONS.close.map((place) => projection(place));
const [west, east] = [Math.min(...framed.map(([x]) => x)), Math.max(...framed.map(([x]) => x))].map(Math.round);
const [high, low] = [Math.min(...framed.map(([, y]) => y)), Math.max(...framed.map(([, y]) => y))].map(Math.round);
const lines = [
  "{",
  `"width":${DECISIONS.width},"height":${height},"close":${JSON.stringify([west, high, east - west, low - high])},`,
  `"shapes":{\n${[...drawn].map(([id, found]) => inside(id, path(found))).join(",\n")}\n},`,
  `"points":{\n${points.map((point) => inside(point.id, [...point.at, room(point)])).join(",\n")}\n},`,
  `"rest":${JSON.stringify(path(rest))}`,
  "}",
];
writeFileSync(TARGET, `${lines.join("\n")}\n`);
console.log(`${drawn.size} shapes, ${points.length} points, height ${height}, ${lines.join("\n").length} bytes`);
console.log(`points: ${points.map(({ id }) => id).join(" ")}`);
