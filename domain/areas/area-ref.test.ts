import { expect, it } from "vitest";
import { AREA_KINDS } from "./area";
import { areaOfRef, refOfArea } from "./area-ref";

it.each(AREA_KINDS)("a %s in an address is read back", (kind) => {
  expect(areaOfRef(refOfArea(kind, "carlisle"))).toEqual({ kind, slug: "carlisle" });
});

it.each(["constituency", "constituency~", "town~carlisle", "constituency~carlisle~x", "~carlisle", ""])(
  "%j is no area",
  (ref) => expect(areaOfRef(ref)).toBeUndefined(),
);
