import { expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findAdminsToWrite } from "@/db/queries/campaigners";
import { countRecoveryCodes, findSecondFactor, insertRecoveryCodes } from "@/db/queries/second-factors";
import { secondFactors } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";

const db = testDb();
const commandLine = systemActor(COMMAND_LINE);

test("erasing an account removes its authenticator app and its recovery codes", async () => {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  await db.insert(secondFactors).values({ accountId: id, secret: "sealed", confirmedAt: new Date() });
  await insertRecoveryCodes(db, id, ["a hash", "another"]);
  await eraseAccount(db, commandLine, { id });
  expect(await findSecondFactor(db, id)).toBeUndefined();
  expect(await countRecoveryCodes(db, id)).toBe(0);
});

test("mail to admins leaves out one who is suspended, until the suspension is lifted", async () => {
  const admins = [await makeCampaigner(db, { role: "admin" }), await makeCampaigner(db, { role: "admin" })];
  const ids = admins.map(({ id }) => id).sort();
  const written = async () => (await findAdminsToWrite(db)).map(({ id }) => id).sort();
  expect(await written()).toEqual(ids);
  const [first = "", second = ""] = ids;
  await suspendAccount(db, commandLine, { id: first }, { because: "Somebody else reads this mailbox" });
  expect(await written()).toEqual([second]);
  await restoreAccount(db, commandLine, { id: first });
  expect(await written()).toEqual(ids);
});
