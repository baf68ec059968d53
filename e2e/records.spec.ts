import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Db } from "../db/client";
import { systemActor } from "../domain/actor";
import type { ClaimField } from "../domain/claims/claim";
import { type RecordDraft, saveRecords } from "../server/records/save-records";
import { makeWorld, type World } from "../server/records/testing-world";
import { signInAs, withDatabase } from "./sign-in-as";
import { expect, test } from "./test";

/** What a moderator does to an entry without a report, on a phone and without scripts. */
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("a moderator corrects an entry: what would change is shown first, then it has changed", async ({
  page,
  browser,
}) => {
  const tag = randomUUID().slice(0, 8);
  await withDatabase(async (db) => addLines(db, (await makeWorld(db, tag)).ids, tag));
  const slug = `zebra-clinic-${tag}`;
  await signInAs(page.context(), "moderator");
  await page.goto(`/moderation/records/place/${slug}`);
  await page.getByRole("link", { name: "Change what it says" }).click();
  await page.getByRole("link", { name: "Correct a fact" }).click();
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await page.getByLabel("What is right").fill(`Zebra House ${tag}`);
  await citeAndShow(page, "Clinic renamed", "It is called Zebra House now.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would change");
  await expect(page.getByRole("main")).toContainText(`from Zebra Clinic to Zebra House ${tag}`);

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Zebra Clinic");
  await page.getByRole("button", { name: "Make this change now" }).click();
  await expect(page.getByRole("status")).toContainText("The entry is changed");
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Zebra House ${tag}`);
  await visitor.getByRole("link", { name: "Everything that changed" }).click();
  await expect(visitor.getByRole("listitem").first()).toContainText("A moderator changed this");
  await expect(visitor.getByRole("listitem").first()).toContainText(
    `from Zebra Clinic to Zebra House ${tag}`,
  );
  await expect(visitor.getByRole("listitem").first()).toContainText("Clinic renamed");

  // The source cannot be dropped from this entry alone: nothing else gives a name now, and the page says what to do.
  await page.getByRole("link", { name: /^Drop it from this entry alone.*Clinic renamed/ }).click();
  await expect(page.getByRole("main")).toContainText("Without this source, nothing says what this entry is.");
  await page.getByRole("link", { name: "Leave it as it is, and go back to the entry" }).click();

  // What it said before comes back in the same way: seen first, with a reason, from the entry's history.
  await page.getByRole("link", { name: /^History/ }).click();
  await page.getByRole("link", { name: "Go back to this" }).last().click();
  await expect(page.getByRole("main")).toContainText(`from Zebra House ${tag} to Zebra Clinic`);
  await page.getByRole("button", { name: "Go back to this now" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: /Say why/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`from Zebra House ${tag} to Zebra Clinic`);
  await page.getByLabel("Why, for other moderators").fill("The Gazette has taken it back.");
  await page.getByRole("button", { name: "Go back to this now" }).click();
  await expect(page.getByRole("status")).toContainText("says again what it said then");
  await visitor.goto(`/places/${slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Zebra Clinic");

  // Who pays for a service and its contract have no page: they are corrected from the service, whose history tells it.
  const service = `lenses-in-the-north-${tag}`;
  await page.goto(`/moderation/records/service/${service}/change?question=wrong`);
  await page.getByRole("link", { name: `Who pays for it: Gnu board ${tag}` }).click();
  await page.getByRole("link", { name: "Another body pays for it" }).click();
  await page.getByLabel("What is right").fill(`Yak board ${tag}`);
  await citeAndShow(page, "Boards merged", "The Yak board pays since then.");
  await expect(page.getByRole("main")).toContainText(`from Gnu board ${tag} to Yak board ${tag}`);
  await page.getByRole("button", { name: "Make this change now" }).click();
  await expect(page.getByRole("status")).toContainText("The entry is changed");
  await page.goto(`/moderation/records/service/${service}/change?question=wrong`);
  await page.getByRole("link", { name: `Contract: Notice ${tag}` }).click();
  await page.getByRole("link", { name: "End of the contract" }).click();
  await page.getByLabel("What is right").fill("2024");
  await citeAndShow(page, "Contract extended", "It runs until March 2028.");
  await expect(page.getByRole("alert")).toContainText("the contract would end before it starts");
  await page.getByLabel("What is right").fill("31 March 2028");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("main")).toContainText("from 31 March 2026 to 31 March 2028");
  await page.getByRole("button", { name: "Make this change now" }).click();
  await visitor.goto(`/services/${service}`);
  await expect(visitor.getByRole("main")).toContainText(`Yak board ${tag}`);
  await expect(visitor.getByRole("main")).toContainText("31 March 2028");
  await visitor.getByRole("link", { name: "Everything that changed" }).click();
  await expect(visitor.getByRole("listitem").first()).toContainText(`Contract: Notice ${tag}`);
  await expect(visitor.getByRole("listitem").first()).toContainText("from 31 March 2026 to 31 March 2028");
  await expect(visitor.getByRole("listitem").first()).toContainText("Contract extended");
  await visitor.goto("/about/corrections");
  const told = visitor.getByRole("listitem").filter({ hasText: tag }).first();
  await expect(told).toContainText("from 31 March 2026 to 31 March 2028");
  await expect(told).toContainText("A fact was wrong. A moderator checked it against a source.");

  // What stands after a change is taken back is what its preview says.
  await page.goto(`/moderation/records/service/${service}/history`);
  await page.getByRole("link", { name: "Take this change back" }).first().click();
  await expect(page.getByRole("main")).toContainText("from 31 March 2028 to 31 March 2026");
  await page.getByLabel("Why, for other moderators").fill("The notice is of another contract.");
  await page.getByRole("button", { name: "Take it back now" }).click();
  await expect(page.getByRole("status")).toContainText("The change is taken back");
  await visitor.goto(`/services/${service}`);
  await expect(visitor.getByRole("main")).toContainText("31 March 2026");
});

async function citeAndShow(page: Page, title: string, says: string) {
  const source = page.getByRole("group", { name: "How do you know?" });
  await source.getByLabel("What kind of document is it?").selectOption({ label: "News report" });
  await source.getByLabel("Title").fill(title);
  await source.getByLabel("Who published it").fill("The Gazette");
  await source.getByLabel("The date on it").fill("2026-10");
  await source.getByLabel("What it says about this service").fill(says);
  await page.getByLabel("Why, for other moderators").fill("The Gazette and its own sign say so.");
  await page.getByRole("button", { name: "Show what would change" }).click();
}

/** Who pays for the service of a small world, and the contract that it runs under. */
async function addLines(db: Db, { service: serviceId, source: sourceId }: World["ids"], tag: string) {
  const [commissionerId, contractId] = [randomUUID(), randomUUID()];
  const said = { sourceId, says: "It says so.", confirmedOn: "2026-03-01" };
  const fact = (field: ClaimField, value: unknown) => ({ ...said, field, value });
  const visibility = "published" as const;
  const drafts: RecordDraft[] = [
    {
      recordType: "commissioner",
      recordId: commissionerId,
      create: { slug: `gnu-board-${tag}`, visibility },
      claims: [fact("name", `Gnu board ${tag}`), fact("kind", "icb")],
    },
    {
      recordType: "contract",
      recordId: contractId,
      create: { slug: `notice-${tag}`, visibility },
      claims: [
        ...[fact("type", "apms"), fact("notice-reference", `Notice ${tag}`)],
        ...[fact("starts-on", "2025-04-01"), fact("ends-on", "2026-03-31")],
      ],
    },
    {
      recordType: "service",
      recordId: serviceId,
      claims: [fact("commissioner", { commissionerId }), fact("contract", { contractId })],
    },
  ];
  await saveRecords(db, systemActor("test"), drafts, {
    reason: "Brought",
    action: "record.published",
    subject: { type: "service", id: serviceId },
  });
}
