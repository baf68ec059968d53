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
  ["england", "Official lists show which places exist in the area, not always who runs them."],
  [
    "wales",
    "Official lists show which GP practices exist in the area, not always who runs them. We have no official lists yet of hospitals and diagnostic centres in Wales.",
  ],
  [
    "scotland",
    "We have no official lists yet of GP practices, hospitals and diagnostic centres in Scotland, so we cannot say how much there is to check.",
  ],
])("of %s it claims no official list that we do not have", (nation, note) => {
  expect(
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={{ areas, common }} timeZone="Europe/London">
        <Note nation={nation} />
      </NextIntlClientProvider>,
    ),
  ).toBe(note);
});
