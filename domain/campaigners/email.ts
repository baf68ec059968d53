import { z } from "zod";

/**
 * An e-mail address as we keep it: trimmed, lower case, 254 characters at most (RFC 5321, 4.5.3.1.3). Case is dropped
 * although RFC 5321 lets a server tell names apart by it: in practice one person is not two.
 * The error is a key of the "account" messages.
 */
export const emailSchema = z
  .string({ error: "email-missing" })
  .trim()
  .toLowerCase()
  .min(1, { error: "email-missing", abort: true })
  .max(254, { error: "email-invalid", abort: true })
  .pipe(z.email({ error: "email-invalid" }));
