import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LIKE_ORDERS } from "@/domain/figures/compare-services";
import type { LikeAreasData } from "@/domain/pages/comparison-page";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import shareOfCare from "@/messages/en/share-of-care.json";
import { LikeAreasPage } from "./like-areas-page";

const messages = { areas, common, counting, "share-of-care": shareOfCare };
type Row = LikeAreasData["rows"][number];

function row(name: string, practices: number, outsourced: number): Row {
  const area = {
    id: name,
    kind: "council",
    slug: name,
    nameEn: name,
    nameCy: null,
    nation: "england",
    code: name,
  };
  return {
    area,
    name,
    services: 2,
    practices,
    outsourced,
    notKnown: 0,
    rank: null,
    main: [],
  } as unknown as Row;
}

function page(
  order: LikeAreasData["order"],
  rows: Row[],
  nation: LikeAreasData["nation"] = "england",
): string {
  const unknown = { services: 1, organisations: [{ slug: "gnu", name: "Gnu House" }], notNamed: 0 };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="Europe/London">
      <LikeAreasPage page={{ kind: "council", nation, order, rows, unknown }} definition="outside-the-nhs" />
    </NextIntlClientProvider>,
  );
}

test("with under thirty practices there is a number and no percentage, and no rank", () => {
  const drawn = page("practices", [row("Few", 29, 3), row("Enough", 30, 3)]);
  const [, few = "", enough = ""] = drawn.split("<tr>").slice(1);
  expect(few).toContain("3 of 29, 0 not known");
  expect(few).not.toContain("%");
  expect(few).toContain("fewer than 30 practices");
  expect(enough).toContain(">10%<");
  expect(enough).toContain("too close to rank");
});

test("organisations of unknown type are named, and each order has its own heading", () => {
  const headings = LIKE_ORDERS.map((order) => /<h1[^>]*>([^<]*)/.exec(page(order, [row("A", 30, 1)]))?.[1]);
  expect(headings).toEqual([
    "Councils in England, by services outside the NHS",
    "Councils in England, by GP practices outsourced",
    "Councils in England, by name",
  ]);
  expect(page("name", [])).toContain("Gnu House");
});

test("where no list of practices is loaded there is no map of them", () => {
  expect(page("name", [row("A", 30, 1)])).toContain("by=practices-of-councils&amp;in=england");
  expect(page("name", [row("A", 0, 0)], "scotland")).not.toContain("compare.svg");
});
