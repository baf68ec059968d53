import { expect, test } from "vitest";
import { makeArea, makePlace, makeProvider, makeService, makeSource } from "@/db/factories";
import { checks } from "@/db/schema";
import { testDb } from "@/db/testing";
import { ukToday } from "@/domain/dates/partial-date";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadCoverage } from "./load-coverage";

const db = testDb();

test("tells of each nation and body, by kind, how many places there are, were looked at, and are outsourced", async () => {
  const england = await makeArea(db, { kind: "nation", nation: "england", nameEn: "England" });
  const healthBody = await makeArea(db, { kind: "icb", nation: "england", nameEn: "North" });
  const empty = await makeArea(db, { kind: "icb", nation: "england", nameEn: "South" });
  await makeArea(db, { kind: "nation", nation: "scotland", nameEn: "Scotland" });
  let code = 0;
  const place = async (kind: "gp-practice" | "hospital") => {
    code += 1;
    return makePlace(db, { kind }, { areaIds: [england.id, healthBody.id], odsCode: `T${code}` });
  };
  const charity = await makeProvider(db, { legalForm: "charity" });
  const company = await makeProvider(db, { legalForm: "company" });
  const [first, second, third] = [
    await place("gp-practice"),
    await place("gp-practice"),
    await place("gp-practice"),
  ];
  await makeService(db, { placeId: first.id, lastConfirmedOn: ukToday(), providerId: charity.id });
  await makeService(db, { placeId: second.id, lastConfirmedOn: ukToday(), providerId: company.id });
  await makeService(db, {
    placeId: (await place("hospital")).id,
    lastConfirmedOn: "2020-03-01",
    providerId: company.id,
  });
  await place("hospital");
  await place("gp-practice");
  await db.insert(checks).values({
    placeId: third.id,
    result: "not-outsourced",
    proof: "register-holder",
    recordedBy: "test",
    checkedOn: "2026-06-01",
    dueAgainOn: "2999-01-01",
    sourceId: (await makeSource(db)).id,
  });

  const numbers = async (definition: Parameters<typeof loadCoverage>[0]) => {
    const [nation] = await loadCoverage(definition, db);
    return nation?.whole;
  };
  const [all, north, south] = await loadCoverage(DEFAULT_DEFINITION, db).then(([nation]) => [
    nation?.whole,
    nation?.bodies.find(({ area }) => area.id === healthBody.id)?.coverage,
    nation?.bodies.find(({ area }) => area.id === empty.id)?.coverage,
  ]);
  const none = { nhsWithServices: 0, nhsNoneFound: 0, ownersNotChecked: 0 };
  expect(all).toEqual({
    lines: [
      {
        kind: "gp-practice",
        listOn: null,
        counts: { known: 4, checked: 3, confirmed: 3, outsourced: 2, ...none },
      },
      {
        kind: "hospital",
        listOn: null,
        counts: { known: 2, checked: 1, confirmed: 0, outsourced: 1, ...none },
      },
      {
        kind: "diagnostic-centre",
        listOn: null,
        counts: { known: 0, checked: 0, confirmed: 0, outsourced: 0, ...none },
      },
    ],
    known: 6,
    checked: 4,
    confirmed: 3,
    outsourced: 3,
    ...none,
  });
  expect(north).toEqual(all);
  expect(south).toMatchObject({ known: 0, checked: 0, outsourced: 0 });
  // A place that a charity runs was looked at, and is not counted by who counts companies.
  expect(await numbers("companies-by-type")).toMatchObject({ known: 6, checked: 4, outsourced: 2 });
  const scotland = (await loadCoverage(DEFAULT_DEFINITION, db)).find(({ hasRegister }) => !hasRegister);
  expect(scotland?.whole.lines.every(({ counts }) => counts === null)).toBe(true);
});
