import { databaseUrls, openDb } from "@/db/client";
import { systemActor } from "@/domain/actor";
import { loadReference } from "@/server/areas/load-reference";
import { reassignAreas } from "@/server/areas/reassign-areas";

const COMMAND_LINE = systemActor("command-line");
/** Somebody waits at a terminal, and thousands of addresses take longer than a page may. */
const DEADLINE = 10 * 60_000;

/** Loads the reference tables of the clone into the database, assigns every address anew and says what moved. */
export async function reassign(say: (line: string) => void): Promise<void> {
  const { url, role } = databaseUrls();
  const { db, close } = openDb({ url, role, deadlineMs: DEADLINE, size: 1 });
  try {
    const isNew = await loadReference(db, COMMAND_LINE);
    say(isNew ? "reference tables loaded" : "reference tables were loaded before");
    const { addresses, moves, unsettled } = await reassignAreas(db, COMMAND_LINE);
    for (const { place, address, left, entered } of moves) {
      say(
        `${place} (${address}): from ${left.join(", ") || "nowhere"} to ${entered.join(", ") || "nowhere"}`,
      );
    }
    say(`${moves.length} of ${addresses} addresses moved`);
    for (const { service, area } of unsettled) {
      say(`to settle by hand: ${service} serves ${area}, which exists no more`);
    }
  } finally {
    await close();
  }
}
