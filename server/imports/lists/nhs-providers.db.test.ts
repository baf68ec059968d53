import { expect, it } from "vitest";
import { makeArea, makePlace, makeProvider } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { commissioners } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { makeActor, stage } from "@/server/imports/testing";

const db = testDb();
const HEAD = "Place,Postcode,Kind of care,Provider,Kind of provider\n";
const payer = (given: { kind: "health-board" | "council"; name: string }) =>
  db.insert(commissioners).values({ ...given, slug: given.name.toLowerCase().replace(" ", "-") });
const told = async (...providers: string[]) => {
  const rows = providers.map((name, at) => `Clinic ${at},CA2 7HY,eye care,${name},company\n`);
  const batchId = await stage(db, await makeActor(db, "admin"), HEAD + rows.join(""));
  return (await listRows(db, batchId)).map(({ outcome, problems: [problem] }) =>
    problem ? [outcome, problem.code, problem.detail] : [outcome],
  );
};

it("who we hold as a body of the NHS is refused as a company, whoever it is to us, and the preview says why", async () => {
  await makePlace(db, { kind: "trust-headquarters", name: "Bradford District Care NHS Foundation Trust" });
  await payer({ kind: "health-board", name: "Shetland Board" });
  await makeProvider(db, { legalForm: "nhs-body", name: "Walton Centre" });
  expect(await told("Bradford District Care", "Shetland", "The Walton Centre", "NHS England")).toEqual([
    ["refused", "provider-nhs-known", "Bradford District Care NHS Foundation Trust"],
    ["refused", "provider-nhs-known", "Shetland Board"],
    ["refused", "provider-nhs-known", "Walton Centre"],
    ["refused", "provider-nhs", "NHS England"],
  ]);
});

it("so are the health bodies of areas, and whom people found to be of the NHS behind a code of their own", async () => {
  await makeArea(db, { kind: "icb", nameEn: "NHS Lancashire and South Cumbria Integrated Care Board" });
  expect(await told("Lancashire and South Cumbria", "Bradford District Care", "Sulis Hospital Bath")).toEqual(
    [
      ["refused", "provider-nhs-known", "NHS Lancashire and South Cumbria Integrated Care Board"],
      ["refused", "provider-nhs-known", "Bradford District Care NHS Foundation Trust"],
      ["refused", "provider-nhs-known", "Sulis Hospital Bath"],
    ],
  );
});

it("a company with a name like that says what it is in law; a council that pays can also run a service", async () => {
  await makePlace(db, { kind: "trust-headquarters", name: "Bradford District Care NHS Foundation Trust" });
  await payer({ kind: "council", name: "Cumberland Council" });
  expect(await told("Bradford District Care Ltd", "Cumberland Council")).toEqual([["new"], ["new"]]);
});
