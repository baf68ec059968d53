import { setImmediate as nextTurn } from "node:timers/promises";
import { STATIC_SHARE, SUGGESTION_LIMIT } from "@/domain/search/results";
import { bySlices } from "@/domain/search/slices";
import { publicNames } from "./public-names";
import { staticNames } from "./static-names";

/** Makes both indexes of names before somebody asks: the static one holds up requests for most of a second. */
export async function warmNames(): Promise<void> {
  await nextTurn();
  const { index } = staticNames();
  await bySlices(index.keepBeginnings(SUGGESTION_LIMIT * STATIC_SHARE), () => nextTurn());
  await publicNames().catch(() => undefined); // the first question asks the database again
}
