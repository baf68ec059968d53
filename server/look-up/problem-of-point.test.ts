import { expect, it } from "vitest";
import { problemOfPoint } from "@/server/look-up/problem-of-point";

it.each([
  ["nothing", "", "", null],
  ["a street of Plymouth", "50.3755, -4.1427", "", null],
  ["the end of a pier", "50.8147, -0.1367", "", null],
  ["a street of Carlisle and its postcode", "54.8925, -2.9329", "CA2 7HY", null],
  ["words", "by the church", "", "point-shape"],
  ["Paris", "48.8566, 2.3522", "", "point-outside"],
  ["the North Sea", "55.5, 1.2", "", "point-rough"],
  ["the North Sea, to the metre", "55.5001, 1.2001", "", "point-sea"],
  ["the Channel", "50.2001, -4.1427", "", "point-sea"],
  [
    "another town than its postcode",
    "50.3755, -4.1427",
    "CA2 7HY",
    { code: "point-far", row: "", detail: "316" },
  ],
])("%s", (_, typed, postcode, problem) => expect(problemOfPoint(typed, postcode)).toEqual(problem));
