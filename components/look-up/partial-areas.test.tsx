import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PartAreas } from "@/domain/look-up/part-areas";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import lookUp from "@/messages/en/look-up.json";
import { PartialAreas } from "./partial-areas";

const part = (text: string, more: Partial<PartAreas> = {}): PartAreas => ({
  text,
  digit: null,
  districts: [],
  units: 1200,
  unplaced: 0,
  constituencies: [{ kind: "constituency", slug: "holborn", nameEn: "Holborn", nameCy: null, share: 1 }],
  councils: [],
  healthBodies: [],
  ...more,
});

function shown(...parts: PartAreas[]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="Europe/London"
      messages={{ areas, common, "look-up": lookUp }}
    >
      <PartialAreas parts={parts} />
    </NextIntlClientProvider>,
  );
}

it("says that WC2 is several districts, names them, and leads to each", () => {
  const page = shown(part("WC2", { districts: ["WC2A", "WC2B"] }));
  expect(page).toContain("Postcode districts that begin with WC2");
  expect(page).toContain(
    "WC2 is not one postcode district but 2: WC2A, WC2B. Together they have 1,200 postcodes",
  );
  expect(page).toContain('href="/look-up?problem=partial&amp;near=WC2B"');
  expect(page).not.toContain("All of WC2");
});

it("leads from a district to its sectors and back", () => {
  const page = shown(part("CA2"), part("CA2 7", { digit: "7", units: 400 }));
  expect(page).toContain("Postcode district CA2");
  expect(page).toContain("Postcode sector CA2 7");
  expect(page).toContain('href="#sector-7"');
  expect(page).toContain("All of CA2");
  expect(page).not.toContain("is not one postcode district");
});
