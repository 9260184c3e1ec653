/**
 * Pages that only an answer of the service leads to: the crawl, where nobody answers, finds no way to them. That there
 * is one is shown by the journeys with a real service, which must open each of these (tests/weapp/journeys.test.ts).
 */
export const behindService: readonly string[] = ['sign-up', 'ticket', 'move'].map(
  (page) => `features/registration/pages/${page}/index`,
);
