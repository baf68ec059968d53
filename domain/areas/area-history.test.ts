import { expect, it } from "vitest";
import { soleSuccessor } from "./area-history";

it("one area has all of an ended one, or none has", () => {
  expect(soleSuccessor([{ share: 0.998 }, { share: 0.002 }])).toEqual({ share: 0.998 });
  expect(soleSuccessor([{ share: 0.54 }, { share: 0.46 }])).toBeUndefined();
  expect(soleSuccessor([{ share: null }])).toBeUndefined();
  expect(soleSuccessor([])).toBeUndefined();
});
