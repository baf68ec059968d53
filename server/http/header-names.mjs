/**
 * Names of headers that more than one file must write in the same way, in the small letters that Node gives them. Plain JavaScript,
 * because the page cache is loaded by Next as it is.
 */

/** Carries the hashes of a page's inline scripts from the page cache to the front server, which takes it off again. */
export const SCRIPTS_HEADER = "x-inline-scripts";

/**
 * With one of these Next answers with something else than the page: a navigation by script, or a form. The first of
 * them asks for a page's data instead of the page. next-contract.test.ts compares them with Next's own names.
 */
export const NAVIGATION_HEADERS = /** @type {const} */ ([
  "rsc",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-action",
]);

/** Next reads the nonce for its scripts from the policy of the request, so that only the front server may set it. */
export const NONCE_HEADERS = /** @type {const} */ ([
  "content-security-policy",
  "content-security-policy-report-only",
]);
