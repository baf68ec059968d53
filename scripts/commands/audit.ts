import { type ChainFault, headText, readHead } from "@/domain/audit/chain-state";
import { verifyAudit } from "@/server/audit";
import { findAuditCheck } from "@/server/security/check-audit";
import type { Command } from "./command";

/** `npm run audit -- verify`: walks the whole chain of the audit. It ends with 1 when an entry does not hold. */
const usage = `Usage:
  npm run audit -- verify                   every entry, and that the chain still has the head of the server's last good check
  npm run audit -- verify <number>:<hash>   and this head, from a log or a weekly mail`;

const faults: Record<ChainFault, string> = {
  link: "it does not follow from the entry before it",
  hash: "it is not what was written",
  payload: "what was said with it is not what was written",
  missing: "what was said with it is gone, and no erasure took it",
  cut: "the chain was cut off or written anew from there on",
};

export const auditCommand: Command = async ([command, head, ...rest], db, { say, complain }) => {
  const remembered = head === undefined ? null : readHead(head);
  if (command !== "verify" || rest.length > 0 || (head !== undefined && !remembered)) {
    say(usage);
    return 2;
  }
  try {
    const began = Date.now();
    const state = await verifyAudit(db(), remembered, (await findAuditCheck(db()))?.good ?? null);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (state.faultAt === null) {
      say(`${state.entries} entries hold (${seconds} s). Head: ${headText(state.head)}`);
      return 0;
    }
    say(
      `Entry ${state.faultAt} does not hold: ${faults[state.fault ?? "cut"]}. ${state.entries} before it hold.`,
    );
    return 1;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
};
