import { randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { databaseUrls, openDb } from "../db/client";
import { insertCampaigner } from "../db/queries/campaigners";
import { insertSession } from "../db/queries/sessions";
import type { Role } from "../domain/actor";
import { hashSessionToken } from "../server/auth/find-session";

export type TestCampaigner = { id: string; email: string; role: Role };

/** The site that most journeys share, or one of its own that a test started. */
type KnownSite = { origin: string; dataDir: string };

const sharedSite = (): KnownSite => ({
  origin: process.env.E2E_ORIGIN ?? "",
  dataDir: process.env.E2E_DATA_DIR ?? "",
});

/**
 * Signs a browser in as a new campaigner of this role, by inserting a session: the sign-in journey has its own tests.
 * Nobody else uses this campaigner.
 */
export async function signInAs(
  context: BrowserContext,
  role: Role,
  { hasPractised = true, site = sharedSite() }: { hasPractised?: boolean; site?: KnownSite } = {},
): Promise<TestCampaigner> {
  const email = `${role}-${randomUUID()}@e2e.test`;
  const id = await withDatabase(async (db) => {
    const row = await insertCampaigner(db, {
      email,
      role,
      emailVerifiedAt: new Date(),
      ...(hasPractised ? { practisedAt: new Date() } : {}),
    });
    if (!row) throw new Error("the campaigner was not inserted");
    return row.id;
  }, site);
  await signInAgain(context, id, site);
  return { id, email, role };
}

/** Gives a browser a session of somebody who is known. */
export async function signInAgain(
  context: BrowserContext,
  campaignerId: string,
  site = sharedSite(),
): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60 * 60_000);
  await withDatabase(
    (db) => insertSession(db, { token: hashSessionToken(token), campaignerId, expiresAt }),
    site,
  );
  await context.addCookies([
    {
      name: "next-auth.session-token",
      value: token,
      url: site.origin,
      httpOnly: true,
      sameSite: "Lax",
      expires: Math.floor(expiresAt.getTime() / 1000),
    },
  ]);
}

/** The site's own database, as the application sees it. */
export async function withDatabase<T>(
  work: (db: ReturnType<typeof openDb>["db"]) => Promise<T>,
  { dataDir }: Pick<KnownSite, "dataDir"> = sharedSite(),
): Promise<T> {
  process.env.DATA_DIR = dataDir;
  const { db, close } = openDb({ url: databaseUrls().url, size: 1, deadlineMs: 20_000 });
  try {
    return await work(db);
  } finally {
    await close();
  }
}
