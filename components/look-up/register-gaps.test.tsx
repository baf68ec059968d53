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

test("says of which places of the nation that was named we have no official list", () => {
  const unknown = " A place that is not here may exist.";
  expect(says(["scotland"])).toBe(
    `We have no official lists yet of GP practices, hospitals and diagnostic centres in Scotland.${unknown}`,
  );
  expect(says(["england", "wales"])).toBe(
    `We have no official lists yet of hospitals and diagnostic centres in Wales.${unknown}`,
  );
  expect(says(["england"])).toBe("");
});

test("where none was named it could be in any, so each is told", () => {
  for (const nation of ["Scotland", "Wales", "Northern Ireland"]) expect(says([])).toContain(nation);
  expect(says([])).not.toContain("England");
});
