import { expect, it } from "vitest";
import areas from "@/messages/en/areas.json";
import home from "@/messages/en/home.json";
import services from "@/messages/en/services.json";
import { notNamedKey } from "./runner";

it("never says of a withheld name that it is not known", () => {
  const key = notNamedKey({ kind: "company", isProviderHidden: true });
  expect(services.notNamed[key as "hidden"]).toBe("Name not shown at present");
  expect(notNamedKey({ kind: null, isProviderHidden: true })).toBe("hidden");
});

it("says what kind of organisation it is where no source names it", () => {
  expect(notNamedKey({ kind: "company", isProviderHidden: false })).toBe("company");
  expect(notNamedKey({ kind: null, isProviderHidden: false })).toBe("unknown");
});

it("does not say in a count that no source names them: some names are withheld", () => {
  for (const text of [home, areas].flatMap(({ answer }) => [answer.running, answer.runningNotNamed])) {
    expect(text).toContain("not named");
    expect(text).not.toContain("no source");
  }
});
