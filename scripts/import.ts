import { closeImportDb, importDb } from "@/server/imports/engine/long-work-database";
import { runAsProgram } from "./commands/command";
import { importCommand } from "./commands/import";

await runAsProgram(importCommand, { db: importDb, close: closeImportDb });
