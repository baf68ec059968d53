import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlaceAtPostcode } from "@/domain/pages/place-page";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { SamePostcode } from "./same-postcode";

const render = (others: readonly PlaceAtPostcode[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ places, services }} timeZone="Europe/London">
      <SamePostcode places={others} />
    </NextIntlClientProvider>,
  );

it("leads to each other entry at the postcode and says what kind of place it is listed as", () => {
  const other = { slug: "foscote-court", name: "Foscote Court (Banbury) Trust", nameCy: null };
  const html = render([{ ...other, kind: "hospital" }]);
  expect(html).toContain('href="/places/foscote-court"');
  expect(html.replace(/<[^>]+>/g, " ")).toMatch(/Foscote Court \(Banbury\) Trust +Hospital/);
  expect(html).toContain("Other entries at this postcode");
});

it("is not there where the place stands alone", () => {
  expect(render([])).toBe("");
});
