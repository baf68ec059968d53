import { verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import type { Db } from "@/db/client";
import { isWithinLimit } from "@/server/auth/limit-attempts";
import { workSecrets } from "@/server/auth/sign-in-secrets";
import { WORK_ALGORITHM, WORK_COST } from "@/server/senders/set-work";

const LONGEST = 4000;
const hex = z.string().regex(/^[0-9a-f]+$/);

/** As the library makes them; every name is covered by the signature. */
const workSchema = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal(WORK_ALGORITHM),
      cost: z.literal(WORK_COST),
      expiresAt: z.number(),
      keyLength: z.literal(32),
      keyPrefix: hex,
      keySignature: hex,
      nonce: hex,
      salt: hex,
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex }),
});

/**
 * Whether a browser did the work that we set, in time, and for this form alone: what was right is good once, over all servers.
 * @param sent JSON of question and answer
 */
export async function isWorkDone(db: Db, sent: unknown): Promise<boolean> {
  const work = readWork(sent);
  if (!work) return false;
  const { ofQuestion, ofAnswer } = workSecrets();
  const { verified } = await verifySolution({
    challenge: work.challenge,
    solution: work.solution,
    deriveKey,
    hmacSignatureSecret: ofQuestion,
    hmacKeySignatureSecret: ofAnswer,
  });
  return verified && (await isWithinLimit(db, "work-done", work.challenge.signature));
}

function readWork(sent: unknown): z.infer<typeof workSchema> | undefined {
  if (typeof sent !== "string" || sent.length > LONGEST) return undefined;
  try {
    return workSchema.safeParse(JSON.parse(sent)).data;
  } catch {
    return undefined;
  }
}
