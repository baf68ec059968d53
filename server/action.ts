import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { type Db, getDb } from "@/db/client";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import {
  ConflictError,
  DomainError,
  type ErrorCode,
  InvalidInputError,
  NotAllowedError,
  TooManyRequestsError,
} from "@/domain/errors";
import { currentActor } from "@/server/auth/current-actor";
import { isOwnOrigin } from "@/server/auth/own-origin";

/** What was typed, by field; a field sent more than once is a list. */
export type ActionValues = Record<string, string | string[]>;

export type ActionFailure = {
  ok: false;
  /** Chooses the words: `common.errors.<code>` or the form's own. */
  code: ErrorCode | "unexpected";
  /** By form field, keys of the message catalogue. Filled for "invalid". */
  fields: Record<string, string>;
  /** Why: the refusal of a policy ("own-report", "sign-in"), or what someone else did first. */
  reason: string | null;
  /** Who was first, for "conflict": an opaque id. */
  by: string | null;
  /** Seconds, for "too-many". */
  retryAfter: number | null;
  /** To fill the form again, so that nothing typed is lost; without secrets and files. */
  values: ActionValues;
};
export type ActionResult<T = void> = { ok: true; data: T } | ActionFailure;

/** State for `useActionState`: null before anything was sent. */
export type ActionState<T = void> = ActionResult<T> | null;

export type ActionContext<A extends AnyActor = AnyActor> = { actor: A; db: Db; form: FormData };

type Common = {
  /** Names the action in the log, such as "reports.submit". */
  name: string;
  /** Fields that are never sent back to the browser, such as a code. */
  secret?: readonly string[];
};
type ForVisitors<T> = Common & { signedIn?: false; run: (context: ActionContext) => Promise<T> };
type ForCampaigners<T> = Common & {
  signedIn: true;
  run: (context: ActionContext<CampaignerActor>) => Promise<T>;
};

/**
 * The one wrapper of server actions: gives `run` its actor and database, refuses a request from another site, and
 * turns what a use case throws into a state that a form can show. With `signedIn: true` a visitor gets "not-allowed"
 * with the reason "sign-in". `run` may redirect. For `useActionState(fn, null)`; works without JavaScript too.
 */
export function action<T>(options: ForVisitors<T> | ForCampaigners<T>) {
  return async (_previous: ActionState<T>, form: FormData): Promise<ActionState<T>> => {
    try {
      return { ok: true, data: await perform(options, form) };
    } catch (error) {
      unstable_rethrow(error); // a redirect or notFound is no failure
      return describeFailure(error, form, options);
    }
  };
}

async function perform<T>(options: ForVisitors<T> | ForCampaigners<T>, form: FormData): Promise<T> {
  const sent = await headers();
  if (!isOwnOrigin(sent.get("origin"), sent.get("host"))) throw new NotAllowedError("other-site");
  const actor = await currentActor();
  const db = getDb();
  if (!options.signedIn) return options.run({ actor, db, form });
  if (actor.kind !== "campaigner") throw new NotAllowedError("sign-in");
  return options.run({ actor, db, form });
}

/** Pure: the state a form shows for an error. What is not ours is logged and named "unexpected". */
export function describeFailure(
  error: unknown,
  form: FormData,
  { name, secret = [] }: Common,
): ActionFailure {
  if (!(error instanceof DomainError)) console.error(`Action ${name} failed:`, error);
  return {
    ok: false,
    code: error instanceof DomainError ? error.code : "unexpected",
    fields: error instanceof InvalidInputError ? { ...error.fields } : {},
    reason:
      error instanceof NotAllowedError ? error.reason : error instanceof ConflictError ? error.what : null,
    by: error instanceof ConflictError ? error.by : null,
    retryAfter: error instanceof TooManyRequestsError ? error.retryAfterSeconds : null,
    values: typedValues(form, secret),
  };
}

function typedValues(form: FormData, secret: readonly string[]): ActionValues {
  const values: ActionValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || secret.includes(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [only] = texts;
    if (only !== undefined) values[name] = texts.length > 1 ? texts : only;
  }
  return values;
}
