import { closeDb, getDb } from "@/db/client";
import { auditCommand } from "./commands/audit";
import { runAsProgram } from "./commands/command";

await runAsProgram(auditCommand, { db: getDb, close: closeDb });
