import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import common from "@/messages/en/common.json";
import { QuoteBox } from "./quote-box";

const draw = (pressContact: string | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common }} timeZone="Europe/London">
      <QuoteBox
        sentence="We knew of 4 services."
        url="https://site.example/areas/a"
        csvPath="/api/v1/lists/areas/a"
        comparison={{ href: "/areas/compare", text: "Compare areas" }}
        pressContact={pressContact}
      />
    </NextIntlClientProvider>,
  );

it("has the sentence with its address, the rows, the comparison, and whom to ask", () => {
  const html = draw("press@campaign.example");
  expect(html).toContain("We knew of 4 services. (The NHS Outsourcing Map, https://site.example/areas/a)");
  expect(html).toContain('href="/api/v1/lists/areas/a"');
  expect(html).toContain('href="/areas/compare"');
  expect(html).toContain("Journalists can write to press@campaign.example.");
});

it("names nobody for journalists where the campaign has named nobody", () => {
  expect(draw(null)).not.toContain("ournalist");
});
