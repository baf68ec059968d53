import { type Challenge, createChallenge, randomInt } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { WORK_MINUTES } from "@/server/auth/limit-attempts";
import { workSecrets } from "@/server/auth/sign-in-secrets";

export const WORK_ALGORITHM = "PBKDF2/SHA-256";
/** Rounds of one try. A telephone makes some hundreds of tries a second, a computer a thousand or more. */
export const WORK_COST = 1000;
/** Tries, drawn by chance: about a second of a telephone, which a person does not notice and a program that sends thousands does. */
const TRIES = { least: 300, most: 900 };

/** What a browser has to work out before it sends a form without an account. We know the answer, so that looking at one costs us nothing. */
export async function setWork(now = new Date()): Promise<Challenge> {
  const { ofQuestion, ofAnswer } = workSecrets();
  return createChallenge({
    algorithm: WORK_ALGORITHM,
    cost: WORK_COST,
    counter: randomInt(TRIES.least, TRIES.most),
    deriveKey,
    expiresAt: new Date(now.getTime() + WORK_MINUTES * 60_000),
    hmacSignatureSecret: ofQuestion,
    hmacKeySignatureSecret: ofAnswer,
  });
}
