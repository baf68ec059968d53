import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { CampaignerActor } from "@/domain/actor";
import { DomainError, InvalidInputError } from "@/domain/errors";
import { PLACE_REGISTERS, type PlaceRegister } from "@/domain/places/register-place";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { approveImport } from "@/server/imports/approve-import";
import { importWords } from "@/server/imports/import-words";
import { loadImport } from "@/server/imports/load-import";
import { closeImportDb, importDb } from "@/server/imports/long-work-database";
import { stageImport } from "@/server/imports/stage-import";
import { stageRegister } from "@/server/imports/stage-register";
import { submitImport } from "@/server/imports/submit-import";
import { undoImport } from "@/server/imports/undo-import";

/** `npm run import -- …`: the import of the admin pages from the command line, by the same use cases. */
const usage = `Usage:
  npm run import -- campaign-list <file.csv|file.xlsx> --as <admin's e-mail>
      --title "<what the import is>" --source "<title of the document>" --publisher "<who published it>"
      --published <2024-04> [--url <address>] [--kind <register|news|foi-answer|…>] [--complete]
      [--approve-as <another's e-mail> [--rule all|only-new|without-warnings]]
  npm run import -- gp-practices|hospitals|diagnostic-centres|nhs-trusts <the register's file> --as <admin's e-mail>
      --published <2026-10> [--approve-as …] [--rule …]
  npm run import -- show <id> --as <e-mail>
  npm run import -- approve <id> --as <another's e-mail> [--rule all|only-new|without-warnings]
  npm run import -- undo <id> --as <admin's e-mail>
The columns of a list are described in docs/imports.md.`;

const options = {
  as: { type: "string" },
  "approve-as": { type: "string" },
  title: { type: "string" },
  source: { type: "string" },
  publisher: { type: "string" },
  published: { type: "string" },
  url: { type: "string" },
  kind: { type: "string" },
  rule: { type: "string" },
  complete: { type: "boolean" },
} as const;

const words = importWords();

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [command, what] = positionals;
  if (!command || !what || !values.as) {
    console.log(usage);
    process.exitCode = 1;
    return;
  }
  const actor = await findCampaignerActor(importDb(), values.as);
  if (command === "campaign-list") return stageList(actor, what, values);
  const register = PLACE_REGISTERS.find((name) => name === command);
  if (register) return stageEdition(actor, register, what, values);
  if (command === "show") return show(actor, what);
  if (command === "approve") return approve(actor, what, values.rule ?? "all");
  if (command === "undo") return undo(actor, what);
  console.log(usage);
  process.exitCode = 1;
}

type Values = Partial<Record<keyof typeof options, string | boolean>>;

function sentFile(file: string) {
  return { name: basename(file), bytes: createReadStream(file) };
}

async function stageList(actor: CampaignerActor, file: string, values: Values): Promise<void> {
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
  await goOn(actor, await stageImport(importDb(), actor, given, sentFile(file), tell), values);
}

async function stageEdition(
  actor: CampaignerActor,
  register: PlaceRegister,
  file: string,
  values: Values,
): Promise<void> {
  const edition = typeof values.published === "string" ? values.published : "";
  const staged = await stageRegister(importDb(), actor, { register, edition }, sentFile(file), tell);
  await goOn(actor, staged, values);
}

/** Shows the preview, and approves it where another person was named. */
async function goOn(
  actor: CampaignerActor,
  { batchId, isAgain }: { batchId: string; isAgain: boolean },
  values: Values,
): Promise<void> {
  if (isAgain) console.log(words.again());
  await show(actor, batchId);
  if (isAgain || typeof values["approve-as"] !== "string") return;
  const { version } = await loadImport(importDb(), actor, batchId);
  await submitImport(importDb(), actor, { batchId, version });
  const approver = await findCampaignerActor(importDb(), values["approve-as"]);
  await approve(approver, batchId, typeof values.rule === "string" ? values.rule : "all");
}

async function show(actor: CampaignerActor, id: string): Promise<void> {
  for (const line of words.summary(await loadImport(importDb(), actor, id))) console.log(line);
}

async function approve(actor: CampaignerActor, batchId: string, rule: string): Promise<void> {
  const { version } = await loadImport(importDb(), actor, batchId);
  const done = await approveImport(importDb(), actor, { batchId, version, rule }, tell);
  console.log(words.approved(done));
}

async function undo(actor: CampaignerActor, batchId: string): Promise<void> {
  const { version } = await loadImport(importDb(), actor, batchId);
  for (const line of words.undone(await undoImport(importDb(), actor, { batchId, version })))
    console.log(line);
}

function tell(phase: Parameters<NonNullable<Parameters<typeof stageImport>[4]>>[0], rows: number): void {
  console.log(words.progress(phase, rows));
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError) return words.invalid(error.fields).join("\n");
  if (error instanceof DomainError) return words.refused(error);
  return error instanceof Error ? error.message : String(error);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeImportDb();
}
