import { closeImportDb, importDb } from "@/server/imports/engine/long-work-database";
import { runAsProgram } from "./commands/command";
import { recordCommand } from "./commands/record";

await runAsProgram(recordCommand, { db: importDb, close: closeImportDb });
