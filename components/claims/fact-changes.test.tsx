import { createTranslator, NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { dateInWords } from "@/domain/dates/in-words";
import common from "@/messages/en/common.json";
import services from "@/messages/en/services.json";
import { FactChanges } from "./fact-changes";
import { type FactChange, factText } from "./how-told";

const ID = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";
const payer = (isSo?: false, commissionerId = ID) => ({
  recordType: "service" as const,
  field: "commissioner" as const,
  value: isSo === false ? { commissionerId, isSo } : { commissionerId },
});
const NAMES = new Map([
  [ID, { name: "Gnu board", path: null }],
  [OTHER, { name: "Ibex board", path: null }],
]);

test.each([
  ["dropped", payer(), payer(false), "found not to be so: Gnu board"],
  ["said again", payer(false), payer(), "Gnu board , which was found not to be so before"],
  ["said of another instead", payer(false), payer(undefined, OTHER), "Ibex board"],
  [
    "taken over by what shows that another is not so",
    payer(),
    payer(false, OTHER),
    "no longer said: Gnu board",
  ],
  ["shown not to be so before it was said", null, payer(false), "found not to be so: Gnu board"],
  ["shown again not to be so", payer(false), payer(false), "found again not to be so: Gnu board"],
  ["not shown to be wrong any more", payer(false), null, "no longer found not to be so: Gnu board"],
  ["said for the first time", null, payer(), "Gnu board"],
  ["not said any more", payer(), null, "no longer said: Gnu board"],
  ["said of another", payer(), payer(undefined, OTHER), "from Gnu board to Ibex board"],
  ["said by another source", payer(), payer(), "confirmed: Gnu board"],
])("what is %s is told as that", (_, before, after, text) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, services }} timeZone="Europe/London">
      <FactChanges rows={[{ before, after }]} names={NAMES} />
    </NextIntlClientProvider>,
  );
  expect(
    html
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ).toBe(`Who pays for it ${text}`);
  expect(inText({ before, after })).toBe(`Who pays for it: ${text.replace(" ,", ",")}`);
});

test.each([
  [{ field: "ends-on", value: "2028-03" }, "contract", "Contract: Ends: from 31 March 2026 to March 2028"],
  [{ field: "value-pounds", value: 1_250_000 }, "contract", "Contract: Value: £1,250,000"],
  [{ field: "type", value: "apms" }, null, "Type of contract: Alternative Provider Medical Services (APMS)"],
] as const)("%j of a %s is one line of a feed", (given, of, text) => {
  const after = { ...given, recordType: "contract" as const };
  const before = given.field === "ends-on" ? { ...after, value: "2026-03-31" } : null;
  expect(inText({ before, after, of })).toContain(text);
});

function inText(row: FactChange): string {
  const t = createTranslator({ locale: "en", messages: { services }, namespace: "services" });
  return factText(row, { names: NAMES, t, inWords: (date) => dateInWords(date, "en") });
}
