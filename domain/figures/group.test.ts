import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountedService } from "@/domain/figures/count";
import { type ProviderInGroup, rankProviders, topsOfGroups } from "./group";

const provider = (id: string, parentId: string | null = null): ProviderInGroup => ({
  id,
  slug: id,
  name: id,
  legalForm: "company",
  kind: "company",
  parentId,
});
const service = (id: string, providerId: string | null, placeId = id): CountedService => ({
  id,
  providerId,
  placeId,
  kind: "company",
  status: "operating",
  visibility: "published",
  mayHaveEnded: false,
  lastConfirmedOn: "2026-04-30",
});

describe("owners", () => {
  it("are followed to the top, and not round in circles", () => {
    const list = [
      provider("clinic", "group"),
      provider("group", "fund"),
      provider("fund"),
      provider("a", "b"),
      provider("b", "a"),
    ];
    const tops = topsOfGroups(list);
    expect(list.map(({ id }) => tops.get(id)?.id)).toEqual(["fund", "fund", "fund", "a", "b"]);
  });
  it("that are not public end the chain", () => {
    expect(topsOfGroups([provider("clinic", "hidden")]).get("clinic")?.id).toBe("clinic");
  });
  it("always come to an end", () => {
    const chain = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(chain, (parents) => {
        const list = parents.map((parent, index) =>
          provider(`${index}`, parent === null ? null : `${parent}`),
        );
        expect(topsOfGroups(list).size).toBe(list.length);
      }),
    );
  });
});

describe("ranking", () => {
  const providers = [
    provider("Big"),
    provider("Big North", "Big"),
    provider("Big South", "Big"),
    provider("Small"),
  ];
  it("adds up a group, counts a shared place once, and puts the most services first", () => {
    const services = [
      service("1", "Big North", "hospital"),
      service("2", "Big South", "hospital"),
      service("3", "Small"),
      service("4", null),
    ];
    const ranked = rankProviders(providers, services, "outside-the-nhs");
    expect(
      ranked.map(({ provider: { name }, members, counts }) => [
        name,
        members,
        counts.services,
        counts.places,
      ]),
    ).toEqual([
      ["Big", 2, 2, 1],
      ["Small", 0, 1, 1],
    ]);
  });
  it("leaves out what the definition leaves out, and who has only plans", () => {
    const services = [
      { ...service("1", "Big"), kind: "charity" as const },
      { ...service("2", "Small"), status: "planned" as const },
    ];
    expect(rankProviders(providers, services, "companies-by-type")).toEqual([]);
  });
});

it("who runs most stands first, and the same number by name; a group without a service that counts is left out", () => {
  const list = [
    provider("Beta"),
    provider("Alpha"),
    provider("Gamma"),
    provider("Delta"),
    provider("Delta’s clinic", "Delta"),
  ];
  const services = [
    service("1", "Beta"),
    service("2", "Alpha"),
    service("3", "Gamma"),
    service("4", "Gamma"),
    { ...service("5", "Delta"), status: "planned" as const },
    service("6", null),
    service("7", "nobody we know"),
  ];
  const ranked = rankProviders(list, services, "outside-the-nhs");
  expect(ranked.map((group) => [group.provider.id, group.counts.services])).toEqual([
    ["Gamma", 2],
    ["Alpha", 1],
    ["Beta", 1],
  ]);
});
