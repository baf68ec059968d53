import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { remainderOf } from "@/domain/figures/remainder";
import counting from "@/messages/en/counting.json";
import { RemainderLine, type RemainderOf } from "./remainder-line";

function line(what: RemainderOf, total: number, parts: number[], held?: number): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ counting }} timeZone="Europe/London">
      <RemainderLine what={what} of={remainderOf(total, parts, held)} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, "");
}

const { again: _, ...all } = counting.remainder;

test.each(Object.keys(all) as RemainderOf[])(
  "%s: the number that is missing is said, one and many",
  (what) => {
    expect(line(what, 1_240, [1_000, 239])).not.toContain("{");
    expect(line(what, 5, [4])).toMatch(/\b1\b|the other place|the other service/);
    expect(line(what, 2_240, [1_000])).toContain("1,240");
  },
);

test("parts that come to more than the total say by how much, and those that come to it say nothing", () => {
  expect(line("nations", 10, [8, 3], 9)).toBe(
    "The nation of 1 more is not known. Some are counted in more than one, so these add up to 2 more than the total.",
  );
  expect(line("nations", 10, [7, 3])).toBe("");
});
