/** What the platform says of a failure in `errMsg`, as WeChat does; empty where it says nothing. */
export const errorMessage = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';
