import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ClaimField } from "@/domain/claims/claim";
import { claimOf, SOURCE_READ } from "@/domain/claims/testing";
import common from "@/messages/en/common.json";
import services from "@/messages/en/services.json";
import { ClaimList } from "./claim-list";

function shown(says: string | null, field: ClaimField = "name"): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
      <ClaimList
        claims={[claimOf({ says, field, value: field === "legal-form" ? "company" : "Clinic" })]}
        names={new Map()}
      />
    </NextIntlClientProvider>,
  );
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}

const LABELS = services.claim.basis;

test.each([
  ['"Carlisle NHS Clinic is another."', "name", LABELS.quoted],
  ["Says that it is a company.", "name", LABELS.told],
  ["Its code begins NVC, as the codes of sites of Ramsay do.", "name", LABELS["worked-out"]],
  ["Filed as CLINIC LTD.", "legal-form", LABELS["worked-out"]],
] as const)("%s, under a %s, stands under “%s” and no other label", (says, field, label) => {
  const text = shown(says, field);
  expect(text).toContain(`${label}: ${says}`);
  for (const other of Object.values(LABELS)) if (other !== label) expect(text).not.toContain(other);
});

test("a fact has three days: of which its source speaks, on which it was published, and on which we read it", () => {
  const drawn = (source: object) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
        <ClaimList
          claims={[
            claimOf({
              confirmedOn: "2024-10-16",
              readOn: "2026-11-29",
              source: { ...SOURCE_READ, publishedOn: "2024-10", ...source },
            }),
          ]}
          names={new Map()}
        />
      </NextIntlClientProvider>,
    ).replace(/<[^>]+>/g, "");
  expect(drawn({})).toContain(
    "Speaks of: 16 October 2024 · published: October 2024 · last read here: 29 November 2026",
  );
  expect(drawn({ periodFrom: "2026-04-01", periodTo: "2026-04-30", publishedOn: "2026-06-11" })).toContain(
    "Speaks of: April 2026 · published: 11 June 2026",
  );
  expect(drawn({ publishedOn: null })).toContain("Speaks of: 16 October 2024 · published: not dated");
});

test("words that may not be shown are never called the source's", () => {
  expect(shown(null)).not.toContain(LABELS.quoted);
});

test("that a service runs is said of the day of its source, never of today", () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
      <ClaimList claims={[claimOf({ field: "status", value: "operating" })]} names={new Map()} />
    </NextIntlClientProvider>,
  );
  expect(html).toContain("Running when this was reported");
});
