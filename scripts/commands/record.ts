import type { Db } from "@/db/client";
import { systemActor } from "@/domain/actor";
import { ConflictError, DomainError, InvalidInputError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { RECORD_COMMAND, WITHHELD_BY_HAND } from "@/domain/records/withheld";
import { loadWithheld } from "@/server/records/load-withheld";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import type { Command } from "./command";

/** `npm run record -- …`: takes a record off the site at once, and brings it back. */
const usage = `Usage:
  npm run record -- withhold <type> <slug> --reason "…"
  npm run record -- restore <type> <slug> --reason "…"
  npm run record -- list

  <type>  ${WITHHELD_BY_HAND.join(", ")}
  <slug>  the last part of the entry's address, or its id; of a source its id or web address`;

const refusals: Record<string, string> = {
  "withheld-already": "It is off the site already.",
  "not-public": "It is not on the site: it was merged into another entry, or erased.",
  "not-withheld": "It is on the site, or went with an import that was undone.",
  "nothing-left": "No source says any more what it is: its source is off the site, or its import was undone.",
};

/** `null`: it is no command of ours. */
async function run(db: () => Db, args: string[]): Promise<string | null> {
  const [command, type, ref, flag, reason] = args;
  if (command === "list" && args.length === 1) return list(db());
  const move = { withhold: withholdRecord, restore: restoreRecord }[command ?? ""];
  if (!move || args.length !== 5 || flag !== "--reason") return null;
  if (!isOneOf(WITHHELD_BY_HAND, type)) return null;
  const { name, along } = await move(db(), systemActor(RECORD_COMMAND), { type, ref, reason });
  const others = along === 0 ? "" : ` ${along} ${along === 1 ? "entry" : "entries"} with it.`;
  return command === "withhold" ? `Off the site: ${name}.${others}` : `On the site again: ${name}.${others}`;
}

async function list(db: Db): Promise<string> {
  const rows = await loadWithheld(db, systemActor(RECORD_COMMAND));
  if (rows.length === 0) return "Nothing is off the site.";
  return rows
    .map(({ recordType, recordId, name, withheldAt, reason }) =>
      [withheldAt.toISOString().slice(0, 10), recordType, recordId, name, `(${reason})`].join("  "),
    )
    .join("\n");
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError) return 'Say why, in 15 to 1,000 letters: --reason "…"';
  if (error instanceof ConflictError) return refusals[error.what] ?? error.message;
  if (error instanceof DomainError)
    return error.code === "not-found" ? "There is no such entry." : error.message;
  return error instanceof Error ? error.message : String(error);
}

export const recordCommand: Command = async (args, db, { say, complain }) => {
  try {
    const answer = await run(db, args);
    say(answer ?? usage);
    return answer === null ? 1 : 0;
  } catch (error) {
    complain(explain(error));
    return 1;
  }
};
