/** For tests with real servers and databases: on a busy machine they take their time, and that is no fault. */
jest.setTimeout(60_000);
