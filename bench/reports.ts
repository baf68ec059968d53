import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openDb } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { urlsOf } from "@/db/embedded-record";
import { makeCampaigner, makeProposal } from "@/db/factories";
import { migrateDatabase } from "@/db/migrate";
import type { CampaignerActor } from "@/domain/actor";
import { formOf } from "@/domain/reports/new-service-form";
import { submitReport } from "@/server/reports/moves/submit-report";
import { measurePosts, type Rounds } from "./reports-http";

const ROUNDS = Number(process.argv[3] ?? 5);
/** Reports sent in a round, ten at a time; an account sends three, far below what one may. */
const REPORTS = 300;
const AT_ONCE = 10;
/** The lock of the audit's chain (db/queries/audit.ts). */
const CHAIN_LOCK = 7_261_948;
const proposal = makeProposal({ postcode: "" });
const FORM = { ...formOf(proposal), licence: "accepted" };

/**
 * Reports sent, each on disk when it is answered (fsync on), ten at a time in one process: the use case beside bare postgres.js writing the
 * same rows in one transaction under the same two locks, round after round in turn; then the same over HTTP (`reports-http.ts`).
 */
export async function benchReports(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const server = await startEmbedded({ dataDir });
  const { url, ownerUrl } = urlsOf(server.record);
  await migrateDatabase(ownerUrl);
  const { db, close } = openDb({ url, size: AT_ONCE, deadlineMs: 60_000 });
  const sql = postgres(url, { max: AT_ONCE, onnotice: () => undefined });
  const rates: Record<string, number[]> = { bare: [], product: [] };
  const times: Record<string, number[]> = { bare: [], product: [] };
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const authors: CampaignerActor[] = [];
      for (let number = 0; number < REPORTS / 3; number += 1)
        authors.push({ kind: "campaigner", role: "campaigner", id: (await makeCampaigner(db)).id });
      const ways: Record<string, (author: CampaignerActor) => Promise<unknown>> = {
        bare: ({ id }) => sendBare(sql, id),
        product: (author) => submitReport(db, author, { form: FORM, submissionKey: randomUUID() }),
      };
      for (const [name, send] of Object.entries(ways)) {
        const { rate, each } = await sendAll(authors, send);
        // The round before the first warms up what is compiled or cached at first use; it is not counted.
        if (round < 0) continue;
        rates[name]?.push(rate);
        times[name]?.push(...each);
      }
    }
  } finally {
    await Promise.all([close(), sql.end()]);
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  console.log("| what | reports/s | ratio | p50 ms | p99 ms |\n|---|---|---|---|---|");
  const [bare, product] = [rates.bare ?? [], rates.product ?? []];
  printLine("bare postgres.js, the same rows", { rates: bare, each: times.bare ?? [] }, bare);
  printLine("the use case", { rates: product, each: times.product ?? [] }, bare);
  for (const { atOnce, empty, product: posted } of await measurePosts(ROUNDS)) {
    printLine(`an empty Next action, posted, ${atOnce} at once`, empty, empty.rates);
    printLine(`the last page of a report, posted, ${atOnce} at once`, posted, empty.rates);
  }
}

/** @param peer the rates that it is held against, of the same run. */
function printLine(label: string, { rates, each }: Rounds, peer: readonly number[]): void {
  const rate = at(rates, 0.5);
  const tails = [at(each, 0.5), at(each, 0.99)].map((ms) => ms.toFixed(1));
  console.log(
    `| ${label} | ${rate.toFixed(0)} | ${(rate / at(peer, 0.5)).toFixed(2)} | ${tails.join(" | ")} |`,
  );
}

async function sendAll(
  authors: readonly CampaignerActor[],
  send: (author: CampaignerActor) => Promise<unknown>,
) {
  const waiting = Array.from({ length: REPORTS }, (_, index) => authors[index % authors.length]);
  const each: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let author = waiting.pop(); author; author = waiting.pop()) {
        const sent = performance.now();
        await send(author);
        each.push(performance.now() - sent);
      }
    }),
  );
  return { rate: REPORTS / ((performance.now() - begun) / 1000), each };
}

/** What a sent report leaves in the database, written by hand: its row, its revision, two links of the audit, a count and a mail. */
async function sendBare(sql: postgres.Sql, author: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(1, hashtext(${author}))`;
    const [report] = await tx<{ id: string }[]>`
      insert into reports (kind, state, author_id, revision, title, submitted_at, licence_accepted_at)
      values ('new-service', 'submitted', ${author}, 1, ${proposal.placeName}, now(), now()) returning id`;
    const id = report?.id ?? "";
    await tx`insert into report_revisions (report_id, number, proposal) values (${id}, 1, ${tx.json(proposal)})`;
    await tx`insert into account_actions (campaigner_id, kind, at) values (${author}, 'submit', now())`;
    await tx`insert into mail_outbox (recipient, subject, text, purpose)
      values (${`${author}@bench.test`}, 'Your report', 'Thank you.', 'report.received')`;
    await tx`select pg_advisory_xact_lock(${CHAIN_LOCK})`;
    const [last] = await tx<{ number: string; hash: string }[]>`
      select number, hash from audit_entries order by number desc limit 1`;
    let [number, previous] = [Number(last?.number ?? 0), last?.hash ?? ""];
    for (const action of ["report.drafted", "report.submitted"]) {
      const [salt, at] = [randomBytes(16), new Date()];
      number += 1;
      const payloadHash = sha256(salt.toString("hex"));
      const said = [number, at, author, "campaigner", action, "report", id, payloadHash, previous];
      const hash = sha256(JSON.stringify(said));
      await tx`
        insert into audit_entries (number, at, actor_id, actor_role, action, subject_type, subject_id, payload_hash, previous_hash, hash)
        values (${number}, ${at}, ${author}, 'campaigner', ${action}, 'report', ${id}, ${payloadHash}, ${previous}, ${hash})`;
      await tx`insert into audit_payloads (number, payload, salt) values (${number}, '{}', ${salt})`;
      previous = hash;
    }
  });
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
