import { expect, it } from "vitest";
import { readMapAddress, writeMapAddress } from "@/domain/map/map-address";
import { afterBack } from "./after-back";

it.each([
  // Back closes the card: the map stays where the card brought it, and the address says so.
  ["", "?at=12.2/54.9/-2.9&service=a-b", "?at=12.2/54.9/-2.9", null],
  ["?care=eye-care&at=9/54.9/-2.9", "?at=12.2/51.5/0&service=a-b", "?care=eye-care&at=12.2/51.5/0", null],
  // Forward opens it again; the card itself moves the map.
  ["?at=12.2/54.9/-2.9&service=a-b", "?at=9/50/0", "?at=9/50/0&service=a-b", null],
  // A filter is taken back that was ticked before the map was moved.
  ["", "?care=eye-care&at=9/54.9/-2.9", "?at=9/54.9/-2.9", null],
  // An entry that says where to look, without another card, is gone back to.
  ["?at=9/50/0", "?care=eye-care&at=12/54.9/-2.9", "?at=9/50/0", "9/50/0"],
  ["?at=9/50/0", "?care=eye-care&at=9/50/0", "?at=9/50/0", null],
])("from an entry %j, the map being at %j, to %j", (search, from, to, show) => {
  const back = afterBack({ search, hash: "" }, readMapAddress(from), true);
  expect(writeMapAddress(back.address)).toBe(to);
  expect(writeMapAddress({ at: back.show })).toBe(show === null ? "" : `?at=${show}`);
  expect(back.isRewritten).toBe(to !== search);
});

it("without a map nothing is where it was not asked for", () => {
  const back = afterBack({ search: "?view=list", hash: "" }, readMapAddress("?at=9/50/0"), false);
  expect(back).toEqual({ address: readMapAddress("?view=list"), show: null, isRewritten: false });
});
