import { setImmediate as nextTurn } from "node:timers/promises";
import { areaIndex, OUTLINE_KINDS } from "@/db/reference/outlines";
import { postcodeTable } from "@/db/reference/postcodes";

/**
 * Unpacks the reference tables one by one, letting requests through in between. They would unpack themselves at the
 * first question; but that question may come inside a transaction, whose deadline is shorter than the unpacking.
 * @returns when all are unpacked; about two seconds on an idle machine.
 */
export async function warmReference(): Promise<void> {
  postcodeTable();
  for (const kind of OUTLINE_KINDS) {
    await nextTurn();
    const index = areaIndex(kind);
    await nextTurn();
    index.nearby(-2.9578, 54.8965, 1); // Carlisle: any point makes the index of edges
  }
}
