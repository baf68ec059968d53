import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrls, openDb } from "@/db/client";
import { makeCampaigner, makeProposal } from "@/db/factories";
import { insertSession } from "@/db/queries/sessions";
import { formOf } from "@/domain/reports/new-service-form";
import { hashSessionToken } from "@/server/auth/find-session";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { type RunningServer, startEmptyNext, startProduct } from "./servers";

/** Forms posted in a round; an account sends three. */
const FORMS = 150;
/** How many are on their way at once: what a round is measured with, and what people wait for where it is half as busy. */
const AT_ONCE = [10, 5] as const;
const FORM = { ...formOf(makeProposal({ postcode: "" })), licence: "accepted" };

type Post = { url: string; fields: Readonly<Record<string, string>>; cookie: string };
export type Rounds = { rates: number[]; each: number[] };
/** What came of the rounds in which so many were on their way at once. */
export type Posted = { atOnce: number; empty: Rounds; product: Rounds };

/**
 * The last page of a report, posted as a browser without scripts posts it, each on disk when it is answered; beside a Next action that does
 * nothing, posted in the same way, round after round in turn.
 */
export async function measurePosts(rounds: number): Promise<Posted[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "nhs-map-bench-"));
  const none = (): Rounds => ({ rates: [], each: [] });
  const measured = AT_ONCE.map((atOnce): Posted => ({ atOnce, empty: none(), product: none() }));
  const empty = await startEmptyNext();
  const product = await startProduct({ DATA_DIR: dataDir, LOAD_REGISTERS: "no", HOST: "127.0.0.1" });
  process.env.DATA_DIR = dataDir;
  const { db, close } = openDb({ url: databaseUrls().url, size: 2, deadlineMs: 60_000 });
  try {
    const nothing = await fieldsOf(`${empty.origin}/form`, "");
    for (let round = -1; round < rounds; round += 1)
      for (const one of measured) {
        const bare = Array.from({ length: FORMS }, () => ({
          url: `${empty.origin}/form`,
          fields: { ...nothing, title: "A report" },
          cookie: "",
        }));
        const ways = { empty: bare, product: await reportsToSend(db, product) };
        for (const name of ["empty", "product"] as const) {
          const { rate, each } = await postAll(ways[name], one.atOnce);
          // The round before the first warms up what is compiled or cached at first use; it is not counted.
          if (round < 0) continue;
          one[name].rates.push(rate);
          one[name].each.push(...each);
        }
      }
  } finally {
    await close();
    await Promise.all([product.stop(), empty.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
  return measured;
}

/** Reports that are complete and kept, each with its author's session. */
async function reportsToSend(
  db: ReturnType<typeof openDb>["db"],
  { origin }: RunningServer,
): Promise<Post[]> {
  const posts: Post[] = [];
  let fields: Record<string, string> | undefined;
  for (let author = 0; author < FORMS / 3; author += 1) {
    const { id } = await makeCampaigner(db);
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(Date.now() + 3_600_000);
    await insertSession(db, { token: hashSessionToken(token), campaignerId: id, expiresAt });
    const cookie = `next-auth.session-token=${token}`;
    for (let nth = 0; nth < 3; nth += 1) {
      const { draftId } = await keepPendingDraft(db, { form: FORM });
      const url = `${origin}/reports/new/review?draft=${draftId}`;
      fields ??= await fieldsOf(url, cookie);
      posts.push({ url, cookie, fields: { ...fields, submissionKey: draftId, intent: "send" } });
    }
  }
  return posts;
}

/** What the form of a page sends by itself: its hidden fields, the action's among them. */
async function fieldsOf(url: string, cookie: string): Promise<Record<string, string>> {
  const page = await (await fetch(url, { headers: { cookie } })).text();
  const form = page
    .split("<form")
    .slice(1)
    .find((part) => part.includes("submissionKey") || url.endsWith("/form"));
  const inputs = form?.split("</form>")[0]?.match(/<input type="hidden"[^>]*>/g) ?? [];
  const attribute = (input: string, name: string) =>
    decoded(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "");
  const fields = Object.fromEntries(
    inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]),
  );
  if (!Object.keys(fields).some((name) => name.startsWith("$ACTION")))
    throw new Error(`${url} has no form that can be posted`);
  return fields;
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

async function postAll(posts: readonly Post[], atOnce: number): Promise<{ rate: number; each: number[] }> {
  const waiting = [...posts];
  const each: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let post = waiting.pop(); post; post = waiting.pop()) {
        const sent = performance.now();
        await send(post);
        each.push(performance.now() - sent);
      }
    }),
  );
  return { rate: posts.length / ((performance.now() - begun) / 1000), each };
}

async function send({ url, fields, cookie }: Post): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const { origin } = new URL(url);
  const answer = await fetch(url, { method: "POST", body, redirect: "manual", headers: { origin, cookie } });
  const page = await answer.text();
  const to = answer.headers.get("location") ?? "";
  // A form that was not taken comes back as a page.
  if (answer.status !== 303 || (cookie !== "" && !to.includes("done=sent"))) {
    const said = /role="alert"[^>]*>(.{0,600})/s.exec(page)?.[1]?.replace(/<[^>]*>/g, " ");
    throw new Error(`${url} answered ${answer.status} ${to} ${said ?? ""}`);
  }
}
