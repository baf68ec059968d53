import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import common from "@/messages/en/common.json";
import moderation from "@/messages/en/moderation.json";
import services from "@/messages/en/services.json";
import { ProposedSources } from "./proposal-facts";

type Source = ComponentProps<typeof ProposedSources>["proposal"]["sources"][number];
const source = (publishedOn: string): Source => ({
  kind: "news",
  title: "Gnu takes surgery",
  publisher: "Gnu Gazette",
  url: "https://gnu.example/1",
  publishedOn,
  says: "It was so.",
});

test.each([
  ["2024-05", "Gnu Gazette, May 2024 ("],
  ["2024-05-03", "Gnu Gazette, 3 May 2024 ("],
  ["2024", "Gnu Gazette, 2024 ("],
  ["", "Gnu Gazette, no date given ("],
])("the date %j of a source is said as people say it", (publishedOn, said) => {
  const drawn = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, moderation, services }} timeZone="Europe/London">
      <ProposedSources proposal={{ sources: [source(publishedOn)] }} />
    </NextIntlClientProvider>,
  );
  expect(drawn).toContain(said);
});
