import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RetentionTable } from "@/components/layout/retention-table";
import { before, RETENTION_KEYS } from "@/domain/privacy/retention";
import about from "@/messages/en/about.json";

it("tells everything that the job removes, and nothing else", () => {
  expect(Object.keys(about.privacy.retention).sort()).toEqual([...RETENTION_KEYS].sort());
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ about }} timeZone="Europe/London">
      <RetentionTable />
    </NextIntlClientProvider>,
  );
  for (const key of RETENTION_KEYS) expect(page).toContain(about.privacy.retention[key]);
  expect(page).toContain("<td>7 days</td>");
  expect(page).toContain("<td>1 hour</td>");
});

it("counts months by the calendar", () => {
  const now = new Date("2026-11-28T12:00:00Z");
  expect(before(now, { count: 12, unit: "months" }).toISOString()).toBe("2025-11-28T12:00:00.000Z");
  expect(before(now, { count: 30, unit: "days" }).toISOString()).toBe("2026-10-29T12:00:00.000Z");
  expect(before(now, { count: 1, unit: "hours" }).toISOString()).toBe("2026-11-28T11:00:00.000Z");
  expect(before(now, { count: 15, unit: "minutes" }).toISOString()).toBe("2026-11-28T11:45:00.000Z");
});
