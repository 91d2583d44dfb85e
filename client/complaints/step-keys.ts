/** The letters of the steps taken most often: on the record they ask for the step, in a list they open the active row at it. */
export const STEP_KEYS = { acknowledge: 'KeyS', accept: 'KeyR', pass_on: 'KeyT', merge: 'KeyB' } as const;
