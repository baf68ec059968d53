import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { listLines } from "@/db/queries/service-lines";
import { contracts, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { keysOf } from "@/domain/lists/keys-of";
import { findAuditBreak } from "@/server/audit";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { rehearse } from "@/server/records/rehearse";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import {
  beginChanges,
  CONTRACT,
  correctionOf,
  lineOf,
  makeBoards,
} from "@/server/reports/changes/testing-change";
import { auditOf, LIVES, ROUNDS, refusal } from "@/server/reports/testing-life";

/**
 * The whole life of the lines of a service, as `whole-life.db.test.ts` has that of a report and of an entry: who pays for it, the areas that it
 * serves and a contract that another service runs under too are said, put right, renamed, dropped and taken back, go back to what they were, and
 * the service is off the site meanwhile. The model is what stands, as a list of changes; what they come to is told by going through it.
 */
const db = testDb();
const REASON = "The register says so on its first page.";
const NORTH = "Northern board";
const SOUTH = "Southern board";
/** Without its last day, which is corrected alone: of two sources that say one the newer would hold. */
const NOTICE = { ...CONTRACT, contractEndsOn: "" } as const;

/** What the two services say: of a line that was never said, or as if it never was, nothing. */
type Lines = {
  /** The bodies that we know, by name; who pays is one of them by number, or said to be none. */
  bodies: readonly string[];
  payer: number | false | undefined;
  north: boolean | undefined;
  south: boolean | undefined;
  isMade: boolean;
  contract: boolean | undefined;
  /** The other service has it. */
  others: boolean | undefined;
  endsOn: string | null;
};
const BEGAN: Lines = {
  bodies: [],
  payer: undefined,
  north: undefined,
  south: undefined,
  isMade: false,
  contract: undefined,
  others: undefined,
  endsOn: null,
};

function paidBy(now: Lines, name: string): Lines | null {
  const known = now.bodies.indexOf(name);
  if (known === -1) return { ...now, bodies: [...now.bodies, name], payer: now.bodies.length };
  return now.payer === known ? null : { ...now, payer: known };
}

function renamed(now: Lines, name: string): Lines | null {
  const { payer, bodies } = now;
  if (typeof payer !== "number" || bodies.includes(name)) return null;
  return { ...now, bodies: bodies.with(payer, name) };
}

const ends = (now: Lines, has: boolean | undefined, day: string) =>
  has && now.endsOn !== day ? { ...now, endsOn: day } : null;

/** What a change leaves; null where it is refused. */
const CHANGES = {
  "pay-n": (now) => paidBy(now, "Northern payers"),
  "pay-s": (now) => paidBy(now, "Southern payers"),
  "rename-payer": (now) => renamed(now, "Payers of the coast"),
  "rename-back": (now) => renamed(now, "Northern payers"),
  "drop-payer": (now) => (typeof now.payer === "number" ? { ...now, payer: false } : null),
  "serve-n": (now) => (now.north ? null : { ...now, north: true }),
  "serve-s": (now) => (now.south ? null : { ...now, south: true }),
  "n-is-s": (now) => (now.north && !now.south ? { ...now, north: undefined, south: true } : null),
  "drop-n": (now) => (now.north ? { ...now, north: false } : null),
  "drop-s": (now) => (now.south ? { ...now, south: false } : null),
  contract: (now) => (now.contract ? null : { ...now, isMade: true, contract: true }),
  "ends-28": (now) => ends(now, now.contract, "2028-03"),
  "ends-30": (now) => ends(now, now.contract, "2030"),
  "drop-contract": (now) => (now.contract ? { ...now, contract: false } : null),
  "other-contract": (now) => (now.others ? null : { ...now, isMade: true, others: true }),
  "other-ends-30": (now) => ends(now, now.others, "2030"),
  "other-drops": (now) => (now.others ? { ...now, others: false } : null),
  /** The service says again what it said at first; what its contract and its payers say of themselves stays. */
  revert: (now) => {
    const { payer, north, south, contract } = BEGAN;
    const said = [now.payer, now.north, now.south, now.contract];
    return said.every((line) => line === undefined) ? null : { ...now, payer, north, south, contract };
  },
} as const satisfies Record<string, (now: Lines) => Lines | null>;
type Change = keyof typeof CHANGES;
type Command = Change | "undo" | "withhold" | "restore";
const COMMANDS: readonly Command[] = [...keysOf(CHANGES), "undo", "undo", "undo", "withhold", "restore"];

type Model = { isOn: boolean; changes: readonly Change[] };
const linesOf = (changes: readonly Change[]): Lines =>
  changes.reduce<Lines>((now, change) => CHANGES[change](now) ?? now, BEGAN);
const isOthers = (change: Change) => change.startsWith("other");

function after(model: Model, command: Command): Model | null {
  const { isOn, changes } = model;
  if (command === "withhold") return isOn ? { ...model, isOn: false } : null;
  if (command === "restore") return isOn ? null : { ...model, isOn: true };
  if (command === "undo") return changes.length === 0 ? null : { ...model, changes: changes.slice(0, -1) };
  const isDone = (isOn || isOthers(command)) && CHANGES[command](linesOf(changes)) !== null;
  return isDone ? { ...model, changes: [...changes, command] } : null;
}

/** Two of three times something that is done: by chance alone few lives would come far. */
function commandOf(model: Model, drawn: number): Command {
  const moves = COMMANDS.filter((command) => after(model, command) !== null);
  const among = drawn % 3 === 0 ? COMMANDS : moves;
  return among[Math.floor(drawn / 3) % among.length] ?? "undo";
}

/** What is read of both services, as the model has it. */
function told({ bodies, payer, north, south, contract, others, endsOn, isMade }: Lines) {
  return {
    payer: typeof payer === "number" ? bodies[payer] : undefined,
    areas: [...(north ? [NORTH] : []), ...(south ? [SOUTH] : [])],
    contract: contract ?? false,
    others: others ?? false,
    endsOn: isMade && (contract || others) ? endsOn : null,
  };
}

async function read(inner: Db, service: string, other: string) {
  const lines = await listLines(inner, service);
  const ofKind = (kind: string) => lines.filter((line) => line.kind === kind).map(({ name }) => name);
  const [own, others] = [await lineOf(inner, service, "contract"), await lineOf(inner, other, "contract")];
  const [row] = await inner
    .select()
    .from(contracts)
    .where(eq(contracts.id, own || others || randomUUID()));
  return {
    payer: ofKind("commissioner")[0],
    areas: ofKind("area").filter((name) => name === NORTH || name === SOUTH),
    contract: own !== "",
    others: others !== "",
    endsOn: row?.endsOn ?? null,
  };
}

test.each(ROUNDS)(
  "the lines of a service, whatever is done to them in whatever order (%i)",
  {
    timeout: 120_000,
  },
  async () => {
    const drawns = fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(drawns, async (run) => {
        await rehearse(db, async (inner) => {
          const { world, other: beside, actor, undo, saveCiting } = await beginChanges(inner);
          const boards = await makeBoards(inner);
          const [id, other] = [world.ids.service, beside.service];
          const began = new Date();
          const made: string[] = [];
          const all: { change: Change; batchId: string }[] = [];
          let model: Model = { isOn: true, changes: [] };
          const entry = { type: "service", ref: id, reason: REASON };
          const line = async (of: string, kind: Parameters<typeof lineOf>[2]) =>
            (await lineOf(inner, of, kind)) || randomUUID();
          type Field = Parameters<typeof correctionOf>[2];
          const correct = (
            field: Field,
            proposed: Parameters<typeof correctionOf>[3],
            lineId?: string,
            of = id,
          ) => saveCiting(correctionOf("service", of, field, proposed, lineId));
          const ofPayer = async (field: Field, said: string) =>
            correct(field, said, await line(id, "commissioner"));
          const ofContract = async (field: Field, said: string, of = id) =>
            correct(field, said, await line(of, "contract"), of);
          const doIt: Record<Change, () => Promise<{ batchId: string }>> = {
            "pay-n": () => correct("commissioner", "Northern payers"),
            "pay-s": () => correct("commissioner", "Southern payers"),
            "rename-payer": () => ofPayer("commissioner-name", "Payers of the coast"),
            "rename-back": () => ofPayer("commissioner-name", "Northern payers"),
            "drop-payer": () => ofPayer("commissioner-dropped", "dropped"),
            "serve-n": () => correct("serves-area", boards.north),
            "serve-s": () => correct("serves-area", boards.south),
            "n-is-s": () => correct("serves-area", boards.south, boards.north),
            "drop-n": () => correct("serves-area-dropped", "dropped", boards.north),
            "drop-s": () => correct("serves-area-dropped", "dropped", boards.south),
            contract: () => correct("contract", NOTICE),
            "ends-28": () => ofContract("contract-ends-on", "2028-03"),
            "ends-30": () => ofContract("contract-ends-on", "2030"),
            "drop-contract": () => ofContract("contract-dropped", "dropped"),
            "other-contract": () => correct("contract", NOTICE, undefined, other),
            "other-ends-30": () => ofContract("contract-ends-on", "2030", other),
            "other-drops": () => ofContract("contract-dropped", "dropped", other),
            revert: async () => {
              const [row] = await inner.select().from(services).where(eq(services.id, id));
              const asked = { type: "service", id, to: began, version: row?.version ?? 0, reason: REASON };
              return revertRecord(inner, actor, asked);
            },
          };
          const work = async (command: Command) => {
            if (command === "withhold") return withholdRecord(inner, actor, entry);
            if (command === "restore") return restoreRecord(inner, actor, entry);
            if (command === "undo") {
              await undo({ batchId: made.at(-1) ?? randomUUID() });
              return made.pop();
            }
            const { batchId } = await doIt[command]();
            made.push(batchId);
            return all.push({ change: command, batchId });
          };
          for (const [step, drawn] of run.entries()) {
            const command = commandOf(model, drawn);
            const next = after(model, command);
            const refused = await refusal(work(command));
            const at = `${step}: ${command} of ${JSON.stringify(model)} (${refused})`;
            expect(refused === undefined, at).toBe(next !== null);
            model = next ?? model;
            expect(await read(inner, id, other), at).toEqual(told(linesOf(model.changes)));
          }
          expect((await rebuildRecords(inner, systemActor("test"))).changed).toEqual([]);
          await replay(inner, { id, other }, all, model.isOn);
        });
      }),
      { numRuns: LIVES },
    );
  },
);

/** The audit of both services tells which of all changes stand; going through those, and nothing else, gives what is read. */
async function replay(
  inner: Db,
  { id, other }: { id: string; other: string },
  all: readonly { change: Change; batchId: string }[],
  isOn: boolean,
): Promise<void> {
  let isShown = true;
  let made = 0;
  const undone = new Set<unknown>();
  for (const subject of [id, other])
    for (const { action, payload } of await auditOf(inner, subject)) {
      if (action === "record.changed") made += 1;
      if (action === "record.change-undone") undone.add((payload as { batchId: string }).batchId);
      if (subject === id && action === "record.withheld") isShown = false;
      if (subject === id && action === "record.restored") isShown = true;
    }
  expect([isShown, made]).toEqual([isOn, all.length]);
  const standing = all.filter(({ batchId }) => !undone.has(batchId)).map(({ change }) => change);
  expect(await read(inner, id, other)).toEqual(told(linesOf(standing)));
  expect(await findAuditBreak(inner)).toBeNull();
}
