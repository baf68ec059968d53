import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlaceAnswer, PlaceDoubt } from "@/domain/pages/place-answer";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";
import { ShortAnswer } from "./short-answer";

const says = (answer: PlaceAnswer) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, places }} timeZone="Europe/London">
      <ShortAnswer answer={answer} />
    </NextIntlClientProvider>,
  );
const outsourced = (providers: string[], doubt: PlaceDoubt | null = null): PlaceAnswer => ({
  key: "outsourced",
  services: 2,
  providers,
  notNamed: 0,
  doubt,
});
const check = (key: "not-outsourced" | "unclear" | "check-outsourced", isDue = false): PlaceAnswer => ({
  key,
  checkedOn: "2026-03-01",
  isDue,
});

it.each<[PlaceAnswer, string]>([
  [outsourced([]), "Outsourced: run by an organisation that is not named."],
  [outsourced(["SSP Health"]), "Outsourced: run by SSP Health."],
  [outsourced(["SSP Health", "Alliance Medical"]), "Outsourced: run by SSP Health and Alliance Medical."],
  [outsourced(["SSP Health", "A", "B"]), "Outsourced: run by SSP Health and others."],
  [
    outsourced(["SSP Health"], { key: "mayHaveEndedRegister", ended: 1 }),
    "Outsourced: run by SSP Health. 1 of the 2 services here may have ended: it is no longer on the official list; care there may continue.",
  ],
  [
    outsourced(["SSP Health"], { key: "mayHaveEndedList", ended: 2 }),
    "Outsourced: run by SSP Health. The services may have ended: they are no longer on lists that had them.",
  ],
  [
    { key: "inside", services: 2, providers: ["Cumbria Trust"], notNamed: 0, doubt: null },
    "Not outsourced: run by Cumbria Trust.",
  ],
  [
    { key: "inside", services: 1, providers: [], notNamed: 1, doubt: null },
    "Not outsourced: run by the NHS or by GPs who work there.",
  ],
  [check("not-outsourced"), "Checked on 1 March 2026 and not outsourced."],
  [check("not-outsourced", true), "Checked on 1 March 2026 and not outsourced. That is over a year ago."],
  [check("unclear"), "We checked on 1 March 2026 and could not tell."],
  [check("check-outsourced"), "Checked on 1 March 2026 and outsourced."],
  [
    { key: "planned", services: 1 },
    "An outsourced service was announced here. We have no source that it has opened.",
  ],
  [{ key: "not-looked" }, "We have not checked this yet."],
  [{ key: "has-code" }, "We have not checked this yet."],
  [{ key: "head-office" }, "The head office of an NHS trust, not a place where patients go."],
  [{ key: "not-listed" }, "We have not checked this yet. It is no longer on the official list."],
  [{ key: "cannot-say" }, "Not known: we have no official list of such places yet."],
])("%j: %s", (answer, sentence) => {
  expect(says(answer)).toBe(sentence);
});
