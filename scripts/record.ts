import { systemActor } from "@/domain/actor";
import { ConflictError, DomainError, InvalidInputError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { RECORD_COMMAND, WITHHELD_BY_HAND } from "@/domain/records/withheld";
import { closeImportDb, importDb } from "@/server/imports/engine/long-work-database";
import { loadWithheld } from "@/server/records/load-withheld";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";

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

async function run(args: string[]): Promise<string> {
  const [command, type, ref, flag, reason] = args;
  if (command === "list" && args.length === 1) return list();
  const move = { withhold: withholdRecord, restore: restoreRecord }[command ?? ""];
  if (!move || args.length !== 5 || flag !== "--reason") return refuse(usage);
  if (!isOneOf(WITHHELD_BY_HAND, type)) return refuse(usage);
  const { name, along } = await move(importDb(), systemActor(RECORD_COMMAND), { type, ref, reason });
  const others = along === 0 ? "" : ` ${along} ${along === 1 ? "entry" : "entries"} with it.`;
  return command === "withhold" ? `Off the site: ${name}.${others}` : `On the site again: ${name}.${others}`;
}

async function list(): Promise<string> {
  const rows = await loadWithheld(importDb(), systemActor(RECORD_COMMAND));
  if (rows.length === 0) return "Nothing is off the site.";
  return rows
    .map(({ recordType, recordId, name, withheldAt, reason }) =>
      [withheldAt.toISOString().slice(0, 10), recordType, recordId, name, `(${reason})`].join("  "),
    )
    .join("\n");
}

function refuse(words: string): string {
  process.exitCode = 1;
  return words;
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError) return 'Say why, in 15 to 1,000 letters: --reason "…"';
  if (error instanceof ConflictError) return refusals[error.what] ?? error.message;
  if (error instanceof DomainError)
    return error.code === "not-found" ? "There is no such entry." : error.message;
  return error instanceof Error ? error.message : String(error);
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeImportDb();
}
