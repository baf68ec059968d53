import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import common from "@/messages/en/common.json";
import services from "@/messages/en/services.json";
import { FactChanges } from "./fact-changes";

const ID = "11111111-1111-4111-8111-111111111111";
const payer = (isSo?: false) => ({
  recordType: "service" as const,
  field: "commissioner" as const,
  value: isSo === false ? { commissionerId: ID, isSo } : { commissionerId: ID },
});

test.each([
  ["dropped", payer(), payer(false), "Who pays for it found not to be so: Gnu board"],
  ["said again", payer(false), payer(), "Who pays for it from Not so: Gnu board to Gnu board"],
  ["shown not to be so before it was said", null, payer(false), "Who pays for it Not so: Gnu board"],
])("what is %s is told as that", (_, before, after, text) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
      <FactChanges rows={[{ before, after }]} names={new Map([[ID, { name: "Gnu board", path: null }]])} />
    </NextIntlClientProvider>,
  );
  expect(
    html
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ).toBe(text);
});
