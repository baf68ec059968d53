import type { CDPSession, Page } from "@playwright/test";

type Usage = { usedSize: number; backingStorageSize?: number };
type Message = { id?: number; result?: Usage };

/** Megabytes of the script heaps of a page and its workers, with their arrays of bytes, after their garbage was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await session.send("HeapProfiler.collectGarbage");
  const own: Usage = await session.send("Runtime.getHeapUsage");
  const others = await Promise.all(workers.map((worker) => heapOfWorker(session, worker)));
  return (
    [own, ...others].reduce((sum, one) => sum + one.usedSize + (one.backingStorageSize ?? 0), 0) / 1_000_000
  );
}

async function heapOfWorker(session: CDPSession, sessionId: string): Promise<Usage> {
  const answered = new Promise<Usage>((done) => {
    session.on("Target.receivedMessageFromTarget", (event) => {
      const { id, result } = JSON.parse(event.message) as Message;
      if (event.sessionId === sessionId && id === 2 && result) done(result);
    });
  });
  for (const [id, method] of [
    [1, "HeapProfiler.collectGarbage"],
    [2, "Runtime.getHeapUsage"],
  ])
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
  return answered;
}
