import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SOURCE_READ } from "@/domain/claims/testing";
import common from "@/messages/en/common.json";
import services from "@/messages/en/services.json";
import { SourceLine } from "./source-line";

function line(given: Partial<typeof SOURCE_READ>): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
      <SourceLine source={{ ...SOURCE_READ, title: "Extract", publisher: "NHS England", ...given }} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]*>/g, "");
}

test("a source without a date of its own is dated by the time it is about", () => {
  expect(line({ publishedOn: "2024-04" })).toBe("Extract, NHS England, April 2024");
  const undated = { publishedOn: null };
  expect(line({ ...undated, periodFrom: "2026-04-01", periodTo: "2026-04-30" })).toBe(
    "Extract, NHS England, about April 2026",
  );
  expect(line({ ...undated, periodFrom: "2022-04-01", periodTo: "2023-03-31" })).toBe(
    "Extract, NHS England, about 1 April 2022 to 31 March 2023",
  );
  expect(line(undated)).toBe("Extract, NHS England, not dated");
});
