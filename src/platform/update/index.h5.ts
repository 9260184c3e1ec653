/** Browsers fetch a release with the next page, by the service worker (scripts/h5): nothing is offered. */
export const watchForUpdate = (): void => undefined;
export const offerUpdate = (): Promise<void> => Promise.resolve();
