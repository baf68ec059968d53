/** `npm run bench -- pages` (or `lookup`, `assign`): prints a table whose ratios are measured against a named peer in the same run. */
import { benchAssign } from "./assign";
import { benchLookUp } from "./lookup";
import { benchPages } from "./pages";

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  pages: benchPages,
  lookup: benchLookUp,
  assign: benchAssign,
};

const name = process.argv[2] ?? "pages";
const bench = BENCHES[name];
if (!bench) {
  console.error(`There is no bench "${name}". Choose one of: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
await bench();
