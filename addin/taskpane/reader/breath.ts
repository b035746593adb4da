/** Lets the screen show what was said, and a click through, before work that holds the thread for a moment. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
