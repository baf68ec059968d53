import { dirname } from "node:path";

/**
 * Folders of `server/` that need each other, through others or directly. dependency-cruiser's own rule counts what tests
 * need too, and a test of the server fills a database with everything; here the product's own imports count.
 *
 * A file beside the folders (`server/log.ts`) stands for itself. `server/imports` counts as one: the engine asks a registry
 * that names the formats, which use the engine; how its rooms may meet has two rules of its own.
 * @param {Iterable<readonly [from: string, to: string]>} imports by file.
 * @returns {string[]} for each ring its folders and an import for each of its arrows.
 */
export function ringsOfFolders(imports) {
  /** @type {Map<string, Map<string, string>>} */
  const arrows = new Map();
  for (const [from, to] of imports) {
    const [a, b] = [roomOf(from), roomOf(to)];
    if (a === null || b === null || a === b) continue;
    const own = arrows.get(a) ?? new Map();
    if (!own.has(b)) own.set(b, `${from} -> ${to}`);
    arrows.set(a, own);
  }
  const rings = [];
  const told = new Set();
  for (const room of arrows.keys()) {
    if (told.has(room)) continue;
    const reached = reachedFrom(room, arrows);
    if (!reached.has(room)) continue;
    const ring = [...reached].filter((other) => reachedFrom(other, arrows).has(room));
    for (const other of ring) told.add(other);
    const why = ring.flatMap((a) => ring.flatMap((b) => arrows.get(a)?.get(b) ?? []));
    rings.push(`${ring.sort().join(", ")}: ${why.join("; ")}`);
  }
  return rings;
}

const TEST = /\.test\.ts$|\/testing[^/]*\.ts$/;

/** @param {string} file */
function roomOf(file) {
  if (!file.startsWith("server/") || TEST.test(file)) return null;
  if (file.startsWith("server/imports/")) return "server/imports";
  const folder = dirname(file);
  return folder === "server" ? file : folder;
}

/**
 * @param {string} room
 * @param {Map<string, Map<string, string>>} arrows
 */
function reachedFrom(room, arrows) {
  const reached = new Set();
  const open = [room];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const to of arrows.get(next)?.keys() ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  return reached;
}
