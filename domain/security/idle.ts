import type { Role } from "@/domain/actor";

/** Who holds this role or a higher one is signed out after so many minutes without a request. */
export const IDLE_FROM_ROLE: Role = "moderator";
export const IDLE_MINUTES = 30;
