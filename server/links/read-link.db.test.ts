import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { ACCOUNT_LIMITS } from "@/domain/campaigners/account-limits";
import { NotAllowedError, ReturnedForm, TooManyRequestsError } from "@/domain/errors";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { readLink } from "@/server/links/read-link";
import { type TestSite, testPolicy, testSite } from "@/server/links/testing-hostile-site";

const db = testDb();
let site: TestSite;

beforeAll(async () => {
  site = await testSite((request, response) => {
    if (request.url === "/pdf")
      return response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF");
    return response
      .writeHead(200, { "content-type": "text/html" })
      .end('<title>Surgery sold</title><meta property="og:site_name" content="The Example">');
  });
});
afterAll(() => site.close());

async function person(): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db);
  return { kind: "campaigner", id, role: "campaigner" };
}
const at = (path: string) => `http://news.example.org:${site.port}${path}`;
const ask = (url: string, more: Record<string, string> = {}) => ({
  index: 0,
  form: { "sources.0.url": url, ...more },
});

test("what a page says is proposed for the fields that do not say so already, and nothing is stored", async () => {
  const actor = await person();
  const link = await readLink(db, actor, ask(at("/"), { "sources.0.title": "Surgery sold" }), testPolicy());
  expect(link).toEqual({
    index: 0,
    url: at("/"),
    site: null,
    facts: [{ field: "sources.0.publisher", value: "The Example", before: "" }],
    fault: null,
    archive: `https://web.archive.org/save/${at("/")}`,
  });
  expect(await readLink(db, actor, ask(at("/pdf")), testPolicy())).toMatchObject({
    facts: [],
    fault: "no-page",
  });
});

test("switched off, or with a page that does not answer, the address alone says what it can", async () => {
  const actor = await person();
  const facts = [
    { field: "sources.0.kind", value: "regulator", before: "" },
    { field: "sources.0.publisher", value: "Care Quality Commission", before: "" },
  ];
  const address = "https://www.cqc.org.uk/location/1-123456789";
  const before = site.asked.length;
  for (const [policy, fault] of [
    [null, "off"],
    [undefined, "off"], // the tests' own setting
    [testPolicy({ resolve: async () => [] }), "not-found"],
    [testPolicy({ mayReach: () => false }), "private"],
  ] as const)
    expect(await readLink(db, actor, ask(address), policy)).toMatchObject({ site: "cqc", facts, fault });
  expect(site.asked).toHaveLength(before);
});

test("an account asks so often in a minute and no more; what is no address is not counted", async () => {
  const actor = await person();
  const now = new Date("2026-11-29T12:00:00Z");
  await expect(readLink(db, actor, ask("surgery"), null, now)).rejects.toMatchObject({
    fields: { "sources.0.url": "web-address" },
  });
  for (let count = 0; count < ACCOUNT_LIMITS.link.minute; count++)
    await readLink(db, actor, ask(at("/")), null, now);
  await expect(readLink(db, actor, ask(at("/")), null, now)).rejects.toThrow(TooManyRequestsError);
  await expect(readLink(db, await person(), ask(at("/")), null, now)).resolves.toBeDefined();
});

test("the two buttons give the form back with everything typed; every other button is the form's own", async () => {
  const actor = await person();
  const form = { "sources.0.url": at("/"), note: "typed", intent: "look-at-link.0" };
  const answered = answerLinkButton(db, actor, form, testPolicy());
  await expect(answered).rejects.toMatchObject({
    code: "returned",
    answer: { facts: expect.any(Array) },
    filled: {},
  });
  await expect(answered).rejects.toThrow(ReturnedForm);
  const ticked = {
    intent: "use-found.0",
    naming: "not-named",
    "found.sources.0.title": "Surgery sold",
    "found.providerName": "Example Ltd",
    "found.licence": "accepted",
    "found.intent": "send",
  };
  await expect(answerLinkButton(db, actor, ticked)).rejects.toMatchObject({
    answer: null,
    filled: { "sources.0.title": "Surgery sold", providerName: "Example Ltd", naming: "named" },
  });
  for (const intent of ["send", "look-at-link.9", "look-at-link.x", "", undefined])
    await expect(answerLinkButton(db, actor, { ...form, intent }, testPolicy())).resolves.toBeUndefined();
  await expect(answerLinkButton(db, VISITOR, form)).rejects.toThrow(NotAllowedError);
});
