import { setImmediate as nextTurn } from "node:timers/promises";
import { publicNames } from "./public-names";
import { staticNames } from "./static-names";

/** Makes both indexes of names before somebody asks: the static one holds up requests for most of a second. */
export async function warmNames(): Promise<void> {
  await nextTurn();
  staticNames();
  await publicNames().catch(() => undefined); // the first question asks the database again
}
