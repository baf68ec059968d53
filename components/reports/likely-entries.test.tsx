import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LikelyEntries } from "@/components/reports/likely-entries";
import type { LikelyFound as Likely } from "@/domain/twins/likely-entries";
import common from "@/messages/en/common.json";
import reports from "@/messages/en/reports.json";
import services from "@/messages/en/services.json";

const entry = {
  slug: "eye-care-at-spamedica",
  name: "Eye care at SpaMedica Carlisle",
  category: "eye-care",
  place: "SpaMedica Carlisle",
  town: "Carlisle",
  provider: null,
  reasons: ["same-place", "same-kind"],
  metres: null,
  isConfirmed: false,
} as const satisfies Omit<Likely["entries"][number], "reasons"> & { reasons: readonly string[] };

const draw = (likely: Likely, draftId = "") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, reports, services }} timeZone="Europe/London">
      <LikelyEntries likely={likely} draftId={draftId} />
    </NextIntlClientProvider>,
  );
const one = (given: Partial<Likely["entries"][number]> = {}): Likely => ({
  entries: [{ ...entry, reasons: [...entry.reasons], ...given }],
  reports: [],
});

it("leads to the report about the entry, with what was written so far, by a link that says which entry", () => {
  const drawn = draw(one(), "3f9");
  expect(drawn).toContain('href="/reports/change?service=eye-care-at-spamedica&amp;draft=3f9"');
  expect(drawn).toContain('aria-label="It is this one: Eye care at SpaMedica Carlisle"');
  expect(drawn).toContain("same place, same kind of care");
  expect(draw(one({ isConfirmed: true }))).toContain(
    'href="/reports/change?service=eye-care-at-spamedica&amp;question=still-there"',
  );
});

it("tells of a report that waits where it is and of what kind, and leads to one’s own only", () => {
  const waiting = {
    ownId: null,
    category: "eye-care",
    place: "Castle Clinic",
    town: "Carlisle",
    waitingSince: new Date("2026-11-03T12:00:00Z"),
    reasons: ["same-town"],
  } satisfies Likely["reports"][number];
  const others = draw({ entries: [], reports: [waiting] });
  expect(others).toContain("Eye care at Castle Clinic, Carlisle");
  expect(others).toContain("Waiting since 3 November 2026");
  expect(others).not.toContain("<a ");
  expect(draw({ entries: [], reports: [{ ...waiting, ownId: "9d2" }] })).toContain('href="/reports/9d2"');
});

it("is nothing where nothing is likely", () => {
  expect(draw({ entries: [], reports: [] })).toBe("");
});
