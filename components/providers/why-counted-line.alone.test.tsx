import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { ProviderPageData } from "@/domain/pages/place-page";
import common from "@/messages/en/common.json";
import providers from "@/messages/en/providers.json";
import services from "@/messages/en/services.json";
import { WhyCountedLine } from "./why-counted-line";

vi.mock("next/navigation", () => ({ usePathname: () => "/" }));

const claim = (field: string, value: unknown, title: string) => ({
  id: field,
  recordType: "provider",
  field,
  value,
  isInForce: true,
  source: { id: title, title, publisher: "A publisher", url: "https://example.org/", publishedOn: "2025-03" },
});

function text({
  provider,
  ...page
}: {
  why: ProviderPageData["why"];
  claims: ReturnType<typeof claim>[];
  provider?: Partial<ProviderPageData["provider"]>;
}): string {
  const shown = {
    ...page,
    provider: { kind: "company", owners: null, companiesHouseNumber: "01234567", ...provider },
    names: new Map(),
  } as unknown as ProviderPageData;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, providers, services }} timeZone="Europe/London">
      <WhyCountedLine page={shown} />
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
}

test("says why an organisation is counted, with the source of that, and not of another fact", () => {
  const claims = [
    claim("legal-form", "company", "What it is"),
    claim("owner-class", "others", "Who owns it"),
  ];
  expect(text({ why: "others", claims })).toBe(
    "Counted as outside the NHS: most of it belongs to neither the NHS nor the GPs of its practices. Source: Who owns it, A publisher, March 2025. Look it up at Companies House",
  );
});

test("without a source for the owners says so, and where to look", () => {
  expect(text({ why: "no-source", claims: [claim("legal-form", "company", "What it is")] })).toBe(
    "We have not yet checked who owns it, so its GP practices are not in our totals. Some such companies are owned by the practice’s GPs. No source yet. Look it up at Companies House",
  );
});

test("a company that is dissolved or being wound up says so; one that goes on does not", () => {
  const state = (status: string, ceased: string | null) =>
    text({ why: "no-source", claims: [claim("company-status", { status, ceased }, "Companies")] });
  expect(state("dissolved", "2025-01-14")).toContain(
    "The company: Dissolved on 14 January 2025. Source: Companies, A publisher, March 2025.",
  );
  expect(state("liquidation", null)).toContain("The company: In liquidation.");
  expect(state("active", null)).not.toContain("The company");
});

test("that nobody has checked who owns it is not said beside its owners, nor of what has none", () => {
  const said = (provider: Partial<ProviderPageData["provider"]>) =>
    text({ why: "form", claims: [], provider });
  const notChecked = "We have not checked who owns it.";
  expect(said({})).toContain(`We count it as outside the NHS because of its type: a company. ${notChecked}`);
  expect(said({ kind: "partnership" })).toContain(notChecked);
  expect(said({ owners: "A fund" })).not.toContain(notChecked);
  for (const kind of ["charity", "university", "council", "employee-owned-company"] as const)
    expect(said({ kind })).not.toContain(notChecked);
});
