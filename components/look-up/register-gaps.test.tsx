import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Nation } from "@/domain/areas/area";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import lookUp from "@/messages/en/look-up.json";
import { RegisterGaps } from "./register-gaps";

const says = (nations: Nation[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ areas, common, "look-up": lookUp }}
      timeZone="Europe/London"
    >
      <RegisterGaps nations={nations} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]*>/g, "");

test("says of which places of the nation that was named no register is loaded", () => {
  const unknown = " Where we know nothing of such a place, we cannot say who runs it.";
  expect(says(["scotland"])).toBe(
    `No register is loaded of GP practices, hospitals and diagnostic centres in Scotland.${unknown}`,
  );
  expect(says(["england", "wales"])).toBe(
    `No register is loaded of hospitals and diagnostic centres in Wales.${unknown}`,
  );
  expect(says(["england"])).toBe("");
});

test("where none was named it could be in any, so each is told", () => {
  for (const nation of ["Scotland", "Wales", "Northern Ireland"]) expect(says([])).toContain(nation);
  expect(says([])).not.toContain("England");
});
