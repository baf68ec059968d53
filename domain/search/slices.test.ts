import { expect, it } from "vitest";
import { bySlices, inOneGo } from "./slices";

function* twoStops(done: string[]): Generator<void, string> {
  for (const one of ["a", "b"]) {
    done.push(one);
    yield;
  }
  return "made";
}

it("what stops is made in one go, or with a turn for the rest at every stop", async () => {
  expect(inOneGo(twoStops([]))).toBe("made");
  const done: string[] = [];
  const turn = () => {
    done.push("turn");
    return Promise.resolve();
  };
  expect(await bySlices(twoStops(done), turn)).toBe("made");
  expect(done).toEqual(["a", "turn", "b", "turn"]);
});
