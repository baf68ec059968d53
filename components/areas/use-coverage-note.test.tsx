import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Nation } from "@/domain/areas/area";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import { useCoverageNote } from "./use-coverage-note";

function Note({ nation }: { nation: Nation }) {
  return useCoverageNote()(nation, "the area");
}

test.each<[Nation, string]>([
  [
    "england",
    "Registers tell us which places there are in the area. They do not tell us who runs the care there: somebody has to look.",
  ],
  [
    "wales",
    "A register tells us which GP practices there are in the area. It does not tell us who runs the care there: somebody has to look. For Wales no register of hospitals and diagnostic centres is loaded.",
  ],
  [
    "scotland",
    "No register of GP practices, hospitals and diagnostic centres is loaded for Scotland, so we cannot say how much there is to look at.",
  ],
])("of %s it claims no register that is not loaded", (nation, note) => {
  expect(
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={{ areas, common }} timeZone="Europe/London">
        <Note nation={nation} />
      </NextIntlClientProvider>,
    ),
  ).toBe(note);
});
