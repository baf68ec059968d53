import { expect, it } from "vitest";
import type { FoundPostcode } from "@/domain/postcodes/answer";
import { referenceAreas } from "@/server/reference/reference-areas";
import { postcodeApi } from "./api-postcode";

const carlisle: FoundPostcode = {
  postcode: "CA2 7HY",
  constituency: "E14001152",
  council: "E06000063",
  healthBody: "E54000050",
  lon: -2.95775,
  lat: 54.89655,
  precision: "100m",
  near: null,
};

function answerTo(found: FoundPostcode) {
  const answer = postcodeApi(referenceAreas(), "https://map.example", () => ({ status: "found", ...found }));
  return JSON.parse(answer("CA2 7HY").body);
}

it("names the other constituency near a boundary, and none elsewhere", () => {
  expect(answerTo(carlisle).near).toBeNull();
  const { near } = answerTo({ ...carlisle, near: { constituency: "E14001424" } });
  expect(near.constituency).toMatchObject({
    kind: "constituency",
    code: "E14001424",
    slug: "penrith-and-solway",
  });
});

it("says when a postcode ended, in words and for programs", () => {
  const nearest = ["CA2 7HY"];
  const answer = postcodeApi(referenceAreas(), "https://map.example", () => ({
    status: "ended",
    postcode: "CA2 7ZZ",
    ended: "2019-06",
    nearest,
  }))("CA2 7ZZ");
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body)).toMatchObject({ reason: "ended", ended: "2019-06", nearest });
  expect(JSON.parse(answer.body).detail).toContain("ended in June 2019");
});

it("an area that is in no list is our mistake, not an answer", () => {
  expect(() => answerTo({ ...carlisle, council: "E99999999" })).toThrow("the list of areas has not");
});
