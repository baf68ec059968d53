import { expect, it } from "vitest";
import { choicePath, constituencyPath, partialPath, readBy, readChoice } from "./problem";

it("a choice is read back from its own address", () => {
  const slugs = ["carlisle", "penrith-and-solway"];
  const url = new URL(choicePath(slugs), "https://example.org");
  expect(url.search).toBe("?choose=carlisle,penrith-and-solway");
  expect(readChoice(url.searchParams.get("choose"))).toEqual(slugs);
});

it("more of them can be around a position than within a postcode, and the address says which it was", () => {
  const slugs = ["a", "b", "c", "d", "e", "f"];
  const url = new URL(choicePath(slugs, "location"), "https://example.org");
  expect(readChoice(url.searchParams.get("choose"), readBy(url.searchParams.get("by")))).toEqual(slugs);
  expect(readBy(new URL(choicePath(["a", "b"], "neighbourhood"), url).searchParams.get("by"))).toBe(
    "neighbourhood",
  );
  for (const by of [undefined, "", "postcode", "CA2 7HY", ["location"]]) expect(readBy(by)).toBe("postcode");
});

it("no more than the outward code is in the part of an address that is sent", () => {
  for (const [path, sent] of [
    [partialPath("CA2", null), "/look-up?problem=partial&near=CA2"],
    [partialPath("CA2", "7"), "/look-up?problem=partial&near=CA2"],
    [constituencyPath("belfast-west", "small-area"), "/areas/constituency/belfast-west"],
    [constituencyPath("carlisle", "100m"), "/areas/constituency/carlisle"],
  ] as const) {
    const { pathname, search } = new URL(path, "https://example.org");
    expect(pathname + search).toBe(sent);
  }
  expect(partialPath("CA2", "7")).not.toBe(partialPath("CA2", null));
});

it.each([
  undefined,
  "",
  "carlisle",
  "carlisle,",
  "a,b,c,d,e",
  "carlisle,<script>",
  "CA2 7HY,carlisle",
  ["carlisle", "leeds"],
])("%j is no choice", (value) => expect(readChoice(value)).toEqual([]));
