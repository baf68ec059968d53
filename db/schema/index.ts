/** drizzle-kit and the client need every table in one object; nothing else imports this file. */
export * from "@/db/schema/areas";
export * from "@/db/schema/audit";
export * from "@/db/schema/brake";
export * from "@/db/schema/bulk";
export * from "@/db/schema/campaigners";
export * from "@/db/schema/care-months";
export * from "@/db/schema/erased";
export * from "@/db/schema/figures";
export * from "@/db/schema/files";
export * from "@/db/schema/places";
export * from "@/db/schema/proposals";
export * from "@/db/schema/reports";
export * from "@/db/schema/security";
export * from "@/db/schema/services";
export * from "@/db/schema/sources";
export * from "@/db/schema/tips";
export * from "@/db/schema/to-do";
