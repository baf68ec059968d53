import { Secret, TOTP } from "otpauth";
import { RECOVERY_CODES } from "@/domain/security/second-factor";
import { campaign } from "@/env";
import { seal, unseal } from "@/server/auth/seal";
import { newCode } from "@/server/auth/sign-in-secrets";

/** What is sealed in the database: the app's secret, and the recovery codes only until a first code was right. */
export type FactorSecret = { secret: string; recovery?: string[] };

export function newFactorSecret(): FactorSecret {
  return {
    secret: new Secret({ size: 20 }).base32,
    recovery: Array.from({ length: RECOVERY_CODES }, newCode),
  };
}

export function sealFactor(factor: FactorSecret): string {
  return seal("second-factor", JSON.stringify(factor));
}

/** @returns null when it was sealed with another NEXTAUTH_SECRET: then only a recovery code helps, or taking it away. */
export function unsealFactor(sealed: string): FactorSecret | null {
  const text = unseal("second-factor", sealed);
  return text === null ? null : (JSON.parse(text) as FactorSecret);
}

/** A clock may be half a minute off, either way. */
const WINDOW = 1;

/** @returns the half minute that the code is of, or null when it is wrong. */
export function stepOfCode(factor: FactorSecret, code: string, now: Date): number | null {
  const totp = totpOf(factor);
  const timestamp = now.getTime();
  const delta = totp.validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** What an app reads from the square. It names the site and the role, and nobody's address. */
export function factorAddress(factor: FactorSecret, label: string): string {
  return totpOf(factor, label).toString();
}

function totpOf({ secret }: FactorSecret, label = "account"): TOTP {
  return new TOTP({ issuer: campaign().name.replaceAll(":", " "), label, secret: Secret.fromBase32(secret) });
}
