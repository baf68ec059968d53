import { closeDb, getDb } from "@/db/client";
import { campaignerCommand } from "./commands/campaigner";
import { runAsProgram } from "./commands/command";

await runAsProgram(campaignerCommand, { db: getDb, close: closeDb });
