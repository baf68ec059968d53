import type { Adapter, AdapterUser } from "next-auth/adapters";
import { type Db, inTransaction } from "@/db/client";
import { type CampaignerRow, findCampaigner, findCampaignerByEmail } from "@/db/queries/campaigners";
import { deleteSession, findSession, insertSession } from "@/db/queries/sessions";
import {
  deleteSignInOffers,
  insertVerificationToken,
  takeVerificationToken,
} from "@/db/queries/sign-in-tokens";
import { NotFoundError } from "@/domain/errors";
import { hashSessionToken } from "@/server/auth/find-session";
import { joinCampaigner } from "@/server/auth/join-campaigner";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * How next-auth reads and writes our tables. Only what signing in by e-mail needs: no accounts of other sites. It gives
 * next-auth the session's token in clear (the cookie needs it) and keeps its hash.
 */
export function createAdapter(db: Db): Adapter {
  return {
    createUser: async ({ email }: Pick<AdapterUser, "email">) => toUser(await joinCampaigner(db, email)),
    // next-auth calls it at each sign-in of somebody known, to say that the address is confirmed.
    updateUser: async ({ id }) => {
      const known = await findCampaigner(db, id);
      if (!known?.email) throw new NotFoundError("campaigner");
      return toUser(await joinCampaigner(db, known.email));
    },
    getUser: async (id) => orNull(await findCampaigner(db, id)),
    getUserByEmail: async (email) => orNull(await findCampaignerByEmail(db, email)),
    getUserByAccount: () => null,

    createSession: async (session) => {
      const token = hashSessionToken(session.sessionToken);
      const accountId = session.userId;
      await inTransaction(db, async (transaction) => {
        await insertSession(transaction, { token, campaignerId: accountId, expiresAt: session.expires });
        await recordSecurityEvent(transaction, "sign-in", { accountId });
      });
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await findSession(db, hashSessionToken(sessionToken), new Date());
      if (!found) return null;
      const { campaigner, session } = found;
      return {
        session: { sessionToken, userId: campaigner.id, expires: session.expiresAt },
        user: toUser(campaigner),
      };
    },
    deleteSession: async (sessionToken) => {
      await deleteSession(db, hashSessionToken(sessionToken));
    },

    createVerificationToken: async (token) => {
      await insertVerificationToken(db, { ...token, expiresAt: token.expires });
      return token;
    },
    // A second use, a wrong token and a token that is over all end the same way: next-auth is told there is none.
    useVerificationToken: (wanted) =>
      inTransaction(db, async (transaction) => {
        const token = await takeVerificationToken(transaction, wanted);
        if (!token || token.expiresAt <= new Date()) {
          const known = await findCampaignerByEmail(transaction, wanted.identifier);
          await recordSecurityEvent(transaction, "link-refused", { accountId: known?.id ?? null });
          return null;
        }
        await deleteSignInOffers(transaction, token.identifier);
        // Suspended after the mail went out; the next mail says so.
        if ((await findCampaignerByEmail(transaction, token.identifier))?.suspendedAt) return null;
        return { identifier: token.identifier, token: token.token, expires: token.expiresAt };
      }),
  };
}

function orNull(row: CampaignerRow | undefined): AdapterUser | null {
  return row ? toUser(row) : null;
}

function toUser({ id, email, emailVerifiedAt }: CampaignerRow): AdapterUser {
  return { id, email: email ?? "", emailVerified: emailVerifiedAt };
}
