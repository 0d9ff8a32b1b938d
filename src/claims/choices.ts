/** Which claims are wanted: all, or those of frames that were right in 95 of 100 measured cases. */
export const claimChoices = ['balanced', 'strict'] as const;
export type ClaimChoice = (typeof claimChoices)[number];
