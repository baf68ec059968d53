import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { DomainError, InvalidInputError } from "@/domain/errors";
import { isLocalMode, settings, siteOrigin } from "@/env";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { IMPORTED_EDITIONS } from "@/server/imports/engine/edition-choices";
import type { Progress } from "@/server/imports/engine/import-format";
import { importWords } from "@/server/imports/engine/import-words";
import { loadImport, loadImportRows } from "@/server/imports/engine/load-import";
import { stageEdition } from "@/server/imports/engine/stage-edition";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { stageImport } from "@/server/imports/lists/stage-import";
import type { Command } from "./command";

/**
 * `npm run import -- …`: lists and registers from the command line, by the use cases of the admin pages. It brings an
 * import in and hands it on; nobody approves here. Whoever can run this could name anybody as approver, so the second
 * person signs in and approves on the import's page.
 */
const usage = `Usage:
  npm run import -- campaign-list <file.csv|file.xlsx> --as <admin's e-mail>
      --title "<what the import is>" --source "<title of the document>" --publisher "<who published it>"
      --published <2024-04> [--url <address>] [--kind <register|news|foi-answer|…>] [--complete] [--hand-on]
  npm run import -- ${IMPORTED_EDITIONS.join("|")} <the publisher's file>
      --as <admin's e-mail> --published <2026-10; of GP payments the financial year: 2023-24> [--because "<why it is right although it looks old or cut>"] [--hand-on]
  npm run import -- show <id> --as <e-mail>
  npm run import -- hand-on <id> --as <the e-mail of who brought it>
  npm run import -- undo <id> --as <admin's e-mail>
Somebody else approves it, signed in, on its page: /admin/imports/<id>.
The columns of a list are described in docs/imports.md.`;

const options = {
  as: { type: "string" },
  title: { type: "string" },
  source: { type: "string" },
  publisher: { type: "string" },
  published: { type: "string" },
  url: { type: "string" },
  kind: { type: "string" },
  because: { type: "string" },
  "hand-on": { type: "boolean" },
  complete: { type: "boolean" },
} as const;

/** On a server that does not say its own address only the path of a page is known. */
const words = importWords(() => (settings().SITE_URL || isLocalMode() ? siteOrigin() : ""));

/** Which option a field of the page's form is here. */
const OPTIONS: Readonly<Record<string, string>> = {
  title: "--title",
  documentTitle: "--source",
  publisher: "--publisher",
  published: "--published",
  publishedOn: "--published",
  url: "--url",
  kind: "--kind",
  because: "--because",
};

/** Whose database, and where what is said goes. */
type Desk = { db: Db; say: (lines: string) => void };

/** `null`: it is no command of ours. */
async function run(args: string[], db: () => Db, say: Desk["say"]): Promise<true | null> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [command, what] = positionals;
  if (!command || !what || !values.as) return null;
  const desk = { db: db(), say };
  const actor = await findCampaignerActor(desk.db, values.as);
  if (command === "campaign-list") await stageList(desk, actor, what, values);
  else if (IMPORTED_EDITIONS.includes(command)) await stageFile(desk, actor, command, what, values);
  else if (command === "show") await show(desk, actor, what);
  else if (command === "hand-on") await handOn(desk, actor, what);
  else if (command === "undo") await undo(desk, actor, what);
  else return null;
  return true;
}

type Values = Partial<Record<keyof typeof options, string | boolean>>;

function sentFile(file: string) {
  return { name: basename(file), bytes: createReadStream(file) };
}

async function stageList(desk: Desk, actor: CampaignerActor, file: string, values: Values): Promise<void> {
  const given = {
    title: values.title ?? values.source ?? "",
    isComplete: values.complete === true,
    source: {
      kind: values.kind ?? "other",
      title: values.source ?? "",
      publisher: values.publisher ?? "",
      url: values.url ?? "",
      publishedOn: values.published ?? "",
    },
  };
  await goOn(desk, actor, await stageImport(desk.db, actor, given, sentFile(file), tellOn(desk)), values);
}

async function stageFile(
  desk: Desk,
  actor: CampaignerActor,
  register: string,
  file: string,
  values: Values,
): Promise<void> {
  const text = (value: string | boolean | undefined) => (typeof value === "string" ? value : "");
  const sent = { register, edition: text(values.published), because: text(values.because) };
  await goOn(desk, actor, await stageEdition(desk.db, actor, sent, sentFile(file), tellOn(desk)), values);
}

/** Shows the preview, and hands it to a second person where that was asked for. */
async function goOn(
  desk: Desk,
  actor: CampaignerActor,
  { batchId, isAgain }: { batchId: string; isAgain: boolean },
  values: Values,
): Promise<void> {
  if (isAgain) desk.say(words.again());
  await show(desk, actor, batchId);
  if (!isAgain && values["hand-on"] === true) await handOn(desk, actor, batchId);
}

async function handOn(desk: Desk, actor: CampaignerActor, batchId: string): Promise<void> {
  const { version } = await loadImport(desk.db, actor, batchId);
  await submitImport(desk.db, actor, { batchId, version });
  desk.say(words.handedOn(batchId));
}

/** More reasons than these scroll off a screen; the page of the import has them all. */
const MOST_REFUSED = 20;

async function show(desk: Desk, actor: CampaignerActor, id: string): Promise<void> {
  const read = await loadImport(desk.db, actor, id);
  const { rows } = await loadImportRows(desk.db, actor, read, { filter: { outcome: "refused" }, page: 1 });
  for (const line of words.summary(read, rows.slice(0, MOST_REFUSED))) desk.say(line);
}

async function undo(desk: Desk, actor: CampaignerActor, batchId: string): Promise<void> {
  const { version } = await loadImport(desk.db, actor, batchId);
  for (const line of words.undone(await undoImport(desk.db, actor, { batchId, version }))) desk.say(line);
}

/** Every five thousand rows: a line for each slice would be forty of them. */
function tellOn(desk: Desk): Progress {
  return (phase, rows, of) => {
    if (phase === "written" || rows % 5000 === 0 || rows === of) desk.say(words.progress(phase, rows, of));
  };
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError) {
    const byOption = Object.entries(error.fields).map(([field, key]) => [OPTIONS[field] ?? field, key]);
    return words.invalid(Object.fromEntries(byOption)).join("\n");
  }
  if (error instanceof DomainError) return words.refused(error);
  return error instanceof Error ? error.message : String(error);
}

export const importCommand: Command = async (args, db, { say, complain }) => {
  try {
    const done = await run(args, db, say);
    if (done) return 0;
    say(usage);
    return 1;
  } catch (error) {
    complain(explain(error));
    return 1;
  }
};
