import { refresh } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { type Db, getDb } from "@/db/client";
import { nameOfHandle } from "@/db/queries/colleagues";
import type { ActionFailure, ActionState, ActionValues } from "@/domain/action-result";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import {
  ConflictError,
  DomainError,
  InvalidInputError,
  NotAllowedError,
  ReturnedForm,
  TooManyRequestsError,
} from "@/domain/errors";
import { isHandle, ONESELF } from "@/domain/reports/moderator-handle";
import { siteOrigin } from "@/env";
import { currentActor } from "@/server/auth/current-actor";
import { noteRefusal } from "@/server/auth/note-refusal";
import { noteActionBegun } from "@/server/http/begun-action";
import { mayWrite } from "@/server/http/same-origin";
import { log } from "@/server/log";

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
  return async (_previous: ActionState<T>, sent: FormData): Promise<ActionState<T>> => {
    const form = withoutNulls(sent); // fails where what was sent is no form
    noteActionBegun();
    try {
      return { ok: true, data: await perform(options, form) };
    } catch (error) {
      leadOn(error);
      if (error instanceof NotAllowedError) await noteRefusal(`${options.name} ${error.reason}`);
      return withName(describeFailure(error, form, options));
    }
  };
}

/** Moderators are told what a colleague who was first is called; everybody else knows handles alone. */
async function withName(failure: ActionFailure): Promise<ActionFailure> {
  if (failure.by === null || !hasRole(await currentActor(), "moderator")) return failure;
  return { ...failure, by: await nameOfHandle(getDb(), failure.by) };
}

/**
 * A redirect or notFound is no failure. Where it leads to the page that the form stands on, the browser would go on showing what it has: it is
 * told that it is old.
 */
function leadOn(error: unknown): void {
  try {
    unstable_rethrow(error);
  } catch (elsewhere) {
    refresh();
    throw elsewhere;
  }
}

/** PostgreSQL cannot store the null character; in a field of a form it can only be an attack or an accident. */
function withoutNulls(sent: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of sent)
    form.append(name, typeof value === "string" ? value.replaceAll("\u0000", "") : value);
  return form;
}

async function perform<T>(options: ForVisitors<T> | ForCampaigners<T>, form: FormData): Promise<T> {
  const origin = (await headers()).get("origin") ?? undefined;
  // The front server refused it before; this holds wherever else an action may be called from.
  if (!mayWrite({ method: "POST", origin }, siteOrigin())) throw new NotAllowedError("other-site");
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
  if (!(error instanceof DomainError)) log.error({ err: error, action: name }, "An action failed");
  return {
    ok: false,
    code: error instanceof DomainError ? error.code : "unexpected",
    fields: error instanceof InvalidInputError ? { ...error.fields } : {},
    reason: reasonOf(error),
    // What is no handle stays here, whoever threw it.
    by: error instanceof ConflictError && isTold(error.by) ? error.by : null,
    retryAfter: error instanceof TooManyRequestsError ? error.retryAfterSeconds : null,
    values: { ...typedValues(form, secret), ...(error instanceof ReturnedForm ? error.filled : {}) },
    link: error instanceof ReturnedForm ? error.answer : null,
  };
}

/** Why: chooses the words before the code does. A wait of a minute is told as one. */
function reasonOf(error: unknown): string | null {
  if (error instanceof NotAllowedError) return error.reason;
  if (error instanceof ConflictError) return error.what;
  if (error instanceof TooManyRequestsError && error.retryAfterSeconds <= 60) return "too-many-a-minute";
  return null;
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

const isTold = (by: string | null) => by !== null && (by === ONESELF || isHandle(by));
