import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlaceDetail } from "@/domain/pages/place-page";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { PlaceWhere } from "./place-where";

type Entry = PlaceDetail["identifiers"][number];
const entry = (given: Partial<Entry>): Entry => ({
  scheme: "ods-organisation",
  code: "A82019",
  validFrom: null,
  validTo: null,
  isListed: true,
  isOfRegister: true,
  ...given,
});
const address = (key: string, lines: string): PlaceDetail["addresses"][number] => ({
  id: key,
  key,
  isMain: key === "main",
  lines,
  town: "Carlisle",
  postcode: "CA1 1QS",
  lon: -2.9,
  lat: 54.9,
  precision: "postcode",
});

function says(addresses: PlaceDetail["addresses"], identifiers: Entry[]): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places, services }} timeZone="Europe/London">
      <PlaceWhere place={{ addresses, identifiers }} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/ +/g, " ");
}

it("says of a code until when its register listed it, or that it does not any more", () => {
  const main = [address("main", "1 Street")];
  expect(says(main, [entry({})])).toContain("NHS organisation code A82019");
  expect(says(main, [entry({ validTo: "2025-04-30" })])).toContain("A82019 (until 30 April 2025)");
  expect(says(main, [entry({ isListed: false })])).toContain("A82019 (no longer on its list)");
});

it("lists a practice's branches as addresses, each with its code", () => {
  const branch = entry({ scheme: "ods-branch", code: "A82019001", validTo: "2026-07-31" });
  const text = says(
    [address("main", "1 Street"), address("A82019001", "Dalston Surgery, The Square")],
    [entry({}), branch],
  );
  expect(text).toContain("Branch surgery Dalston Surgery, The Square, Carlisle, CA1 1QS");
  expect(text).toContain("NHS branch code: A82019001 (until 31 July 2026)");
  expect(text.match(/A82019001/g)).toHaveLength(1);
});
