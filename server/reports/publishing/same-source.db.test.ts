import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findSameSource } from "@/db/queries/report-records";
import { insertSource } from "@/db/queries/sources";
import { sources } from "@/db/schema";
import { testDb } from "@/db/testing";

const db = testDb();
const document = { kind: "news", title: "Who runs what", publisher: "News", publishedOn: "2024-04" } as const;
const COPIED = "HTTPS://News.Example.org:443/a?utm_source=x#:~:text=who";
const STORED = "https://news.example.org/a";

test("a source's address is stored in one spelling, and found however it was copied", async () => {
  const id = await insertSource(db, { ...document, url: COPIED });
  const [row] = await db.select({ url: sources.url }).from(sources).where(eq(sources.id, id));
  expect(row?.url).toBe(STORED);
  expect(await findSameSource(db, { ...document, url: "https://news.example.org./a" })).toBe(id);
  expect(await findSameSource(db, { ...document, url: `${STORED}?page=2` })).toBeUndefined();
  expect(await findSameSource(db, { ...document, url: null })).toBeUndefined();
});

test("one that was stored before, as it had been typed, is found too", async () => {
  const [old] = await db
    .insert(sources)
    .values({ ...document, url: COPIED })
    .returning({ id: sources.id });
  expect(await findSameSource(db, { ...document, url: STORED })).toBe(old?.id);
});
