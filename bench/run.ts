/** `npm run bench -- pages` (or `lookup`, `first`, `names`, `assign`, `ingest`, `memory`, `map`, `queue`, `keystrokes`, `reports`, `vitals`, `withdrawal`): prints a table whose ratios are measured against a named peer in the same run. */
import { benchAssign } from "./assign";
import { benchFirst } from "./first";
import { benchIngest } from "./ingest";
import { benchKeystrokes } from "./keystrokes";
import { benchLookUp } from "./lookup";
import { benchMap } from "./map";
import { benchMemory } from "./memory";
import { benchNames } from "./names";
import { benchPages } from "./pages";
import { benchQueue } from "./queue";
import { benchReports } from "./reports";
import { benchVitals } from "./vitals";
import { benchWithdrawal } from "./withdrawal";

const BENCHES: Readonly<Record<string, () => Promise<void> | void>> = {
  pages: benchPages,
  first: benchFirst,
  lookup: benchLookUp,
  names: benchNames,
  assign: benchAssign,
  ingest: benchIngest,
  memory: benchMemory,
  map: benchMap,
  queue: benchQueue,
  keystrokes: benchKeystrokes,
  reports: benchReports,
  vitals: benchVitals,
  withdrawal: benchWithdrawal,
};

const name = process.argv[2] ?? "pages";
const bench = BENCHES[name];
if (!bench) {
  console.error(`There is no bench "${name}". Choose one of: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
await bench();
