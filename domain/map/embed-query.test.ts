import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTED_KINDS, definitionOf } from "@/domain/providers/legal-form";
import { readEmbedQuery, writeEmbedQuery } from "./embed-query";
import { readMapAddress } from "./map-address";

test("a frame counts what the page counted that offered it", () => {
  fc.assert(
    fc.property(
      fc.subarray([...COUNTED_KINDS]),
      fc.constantFrom("", "?area=region/london"),
      (kinds, query) => {
        const asked = { address: readMapAddress(query), definition: definitionOf(kinds) };
        expect(readEmbedQuery(writeEmbedQuery(asked.address, asked.definition))).toEqual(asked);
      },
    ),
  );
});

test.each([
  ["", "outside-the-nhs"],
  ["?counting=nonsense", "outside-the-nhs"],
  ["?counting=charity", "charity"],
])("%j counts %s", (query, definition) => expect(readEmbedQuery(query).definition).toBe(definition));
