import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeFacts } from "@/domain/map/map-facts";
import { inFileOrder, type MapRow } from "@/domain/map/map-row";
import { tableOfFiles } from "@/domain/map/merge-tables";
import { encodePins } from "@/domain/map/pin-file";
import { type FilesInForce, filesInForce } from "./map-files-in-force";

const rowOf = (id: number, name = "Name") =>
  ({
    id: `${id}`,
    slug: `service-${id}`,
    name,
    lon: -3 + (id % 5),
    lat: 54,
    category: id % 2 ? "eye-care" : "gp-practice",
    kind: "company",
    status: "operating",
    approximate: false,
    provider: { slug: `provider-${id % 7}`, name: "Provider" },
    place: { slug: `place-${id}`, name: "Place", nameCy: null, town: "" },
    payer: null,
    groups: [],
    areas: [],
    lastConfirmedOn: null,
  }) as unknown as MapRow;
/** In the order of the files. */
const rowsOf = (ids: Iterable<number>) => [...ids].map((id) => rowOf(id)).sort(inFileOrder);

const readerOf = ({ base, added }: FilesInForce) => tableOfFiles({ ...base, added });

it("gives a reader the same as new files would, through any history of what comes and goes", () => {
  const steps = fc.array(fc.record({ id: fc.integer({ min: 0, max: 30 }), isIn: fc.boolean() }), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
      steps,
      (first, changes) => {
        const ids = new Set(first);
        let files = filesInForce(rowsOf(ids), null);
        for (const { id, isIn } of changes) {
          const [wasThere, { base }] = [ids.has(id), files];
          if (isIn) ids.add(id);
          else ids.delete(id);
          const next = filesInForce(rowsOf(ids), files);
          expect(readerOf(next)).toEqual(readerOf(filesInForce(rowsOf(ids), null)));
          // Whatever it was made out of, a base is to the byte what its rows would give, under the same address.
          expect(next.base.pins).toEqual(encodePins(next.base.rows).file);
          expect(next.base.facts).toEqual(encodeFacts(next.base.rows));
          expect(next.base.hash).toBe(filesInForce(next.base.rows, null).hash);
          // What was taken away is in no file that answers.
          if (!isIn && wasThere)
            for (const set of [next.base, next.added])
              expect(set?.rows.map((row) => row.id) ?? []).not.toContain(`${id}`);
          if (isIn) expect(next.base).toBe(base);
          files = next;
        }
      },
    ),
  );
});

it("sends only what was added", () => {
  const before = filesInForce(rowsOf(Array.from({ length: 2000 }, (_, id) => id)), null);
  const after = filesInForce(rowsOf(Array.from({ length: 2001 }, (_, id) => id)), before);
  expect(after.base).toBe(before.base);
  expect(after.hash).not.toBe(before.hash);
  const bytes = (after.added?.pins.length ?? 0) + (after.added?.facts.length ?? 0);
  expect(bytes).toBeLessThan((before.base.pins.length + before.base.facts.length) / 10);
});

it("writes the base anew where a word of it changed, and where too much was added", () => {
  const rows = rowsOf([1, 2, 3]);
  const before = filesInForce(rows, null);
  const renamed = rows.map((row) => (row.id === "2" ? { ...row, name: "Another name" } : row));
  const after = filesInForce(renamed, before);
  expect(after.base.hash).not.toBe(before.base.hash);
  expect(after.added).toBeNull();
  const many = filesInForce(rowsOf(Array.from({ length: 100 }, (_, id) => id)), before);
  expect(many.added).toBeNull();
  expect(many.hash).toBe(many.base.hash);
});
