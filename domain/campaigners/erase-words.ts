/** What somebody types before their account is erased for good: more than a slip of the hand. The same in both languages. */
export const ERASE_WORDS = "erase my account";

/** How lately they must have signed in: a device that somebody left open is not enough. */
export const ERASE_WITHIN_MINUTES = 30;
