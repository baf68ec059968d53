/** Roles in rising order; each may do all that the ones before it may. `product.md`, Roles. */
export const ROLES = ["campaigner", "trusted-campaigner", "moderator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A signed-in person. `id` is opaque: it says nothing about who they are. */
export type CampaignerActor = {
  kind: "campaigner";
  id: string;
  role: Role;
  /** The higher role that they have once this session has given its second factor; until then `role` is all they have. */
  withheld?: Role;
};
/** A job of ours: the starter data, expiry of holds, the command line. `id` names the job. */
export type SystemActor = { kind: "system"; id: string; role: "system" };
export type Visitor = { kind: "visitor"; id: null; role: "visitor" };
export type Actor = CampaignerActor | SystemActor;
export type AnyActor = Actor | Visitor;

export const VISITOR: Visitor = { kind: "visitor", id: null, role: "visitor" };

/** @param id names the job in the audit, such as "starter-data". */
export function systemActor(id: string): SystemActor {
  return { kind: "system", id, role: "system" };
}

/** True when the actor holds `role` or a higher one. A system actor holds no role: it is allowed by name only. */
export function hasRole(actor: AnyActor, role: Role): boolean {
  return actor.kind === "campaigner" && ROLES.indexOf(actor.role) >= ROLES.indexOf(role);
}
