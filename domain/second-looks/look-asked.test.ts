import { expect, test } from "vitest";
import { isNarrowed, readQueueAddress } from "@/domain/reports/queue-address";
import { isLookAsked } from "@/domain/second-looks/look-asked";

const NOW = new Date("2026-11-21T12:00:00Z");
const look = { name: "Meddygfa Tŷ’r Felin", askedAt: new Date("2026-11-18T12:00:00Z") };

test.each([
  ["", true, false],
  ["lane=second", true, false],
  ["lane=second&group=town&after=0b3cf0c1-5a3e-4d0e-9a52-5a6d6c8a1f10", true, false],
  ["q=felin+ty", true, true],
  ["q=felin+mill", false, true],
  ["age=2", true, true],
  ["age=6", false, true],
  ["who=free", true, true],
  ["who=mine", false, true],
  ["area=Gwynedd", false, true],
  ["kind=hearing", false, true],
  ["town=York", false, true],
])(
  "an act that waits for a second person is among “%s”: %s; which is a part of all: %s",
  (query, isAmong, isPart) => {
    const asked = new URLSearchParams(query);
    const address = readQueueAddress((name) => asked.get(name));
    expect(isLookAsked(look, address, NOW)).toBe(isAmong);
    expect(isNarrowed(address)).toBe(isPart);
  },
);
