import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ProviderPageData } from "@/domain/pages/place-page";
import common from "@/messages/en/common.json";
import providers from "@/messages/en/providers.json";
import { ProviderNumbersSection } from "./provider-numbers";

function note(services: number, isAlsoElsewhere: boolean): string {
  const counted = { completedAdmitted: 1, completedNonAdmitted: 2, waiting: 3, newReferrals: 4 };
  const numbers = { month: "2026-04", services, isAlsoElsewhere, ...counted };
  const page = { numbers, payers: [], names: new Map() } as unknown as ProviderPageData;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, providers }} timeZone="Europe/London">
      <ProviderNumbersSection page={page} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/ +/g, " ");
}

it.each([
  [1, false, "It covers 1 of the services on this page. "],
  [29, false, "It covers 29 of the services on this page. "],
  [10, true, "It covers 10 of the services on this page, and what it files without a place of care. "],
  [0, true, "The extract files it without a place of care. "],
])("%d services, more without a place: %s", (services, isAlsoElsewhere, words) => {
  expect(note(services, isAlsoElsewhere)).toContain(words);
});
