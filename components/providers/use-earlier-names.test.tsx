import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Facts } from "@/components/ui/facts";
import { FORMER_NAMES } from "@/domain/providers/former-names";
import providers from "@/messages/en/providers.json";
import { useEarlierNames } from "./use-earlier-names";

function EarlierNames({ slug }: { slug: string }) {
  return <Facts facts={useEarlierNames()(slug)} />;
}

function told(slug: string): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ providers }} timeZone="Europe/London">
      <EarlierNames slug={slug} />
    </NextIntlClientProvider>,
  );
}

test("whom an organisation took over from is on its page, each with who says so", () => {
  const html = told("hcrg-care-group");
  expect(html).toContain("Took over from");
  expect(html).not.toContain("Formerly");
  for (const { name, source } of FORMER_NAMES["hcrg-care-group"] ?? []) {
    expect(html).toContain(`${name} (<a href="${source.url}" rel="nofollow noopener">${source.title}</a>)`);
  }
});

test("a name of today is not told as one of before", () => {
  const html = told("partnering-health-limited");
  expect(html).toContain("Also called");
  expect(html).not.toContain("Took over from");
});

test("an organisation without another name has no such fact", () => {
  expect(told("spamedica")).not.toContain("<dt");
});
