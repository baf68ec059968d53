import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import about from "@/messages/en/about.json";
import common from "@/messages/en/common.json";
import { DatasetTable } from "./dataset-table";

it.each([
  ["2024-04", "April 2024"],
  ["2017", "2017"],
  ["2026-05-04", "4 May 2026"],
  ["4.1", "4.1"],
])("says of data of %s that it is as of %s, in one line", (vintage, words) => {
  const dataset = {
    key: "k",
    title: "T",
    publisher: "P",
    licence: "L",
    attribution: "A",
    url: "https://data.example/",
    vintage,
    rows: 1,
  };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ about, common }} timeZone="Europe/London">
      <DatasetTable datasets={[dataset]} />
    </NextIntlClientProvider>,
  );
  expect(html).toMatch(new RegExp(`whitespace-nowrap">${words}<`));
});
