/** Paths of the service's API that more than one feature asks. */

export const PROGRAMMES_PATH = '/api/v1/programmes';
export const MY_REGISTRATIONS_PATH = '/api/v1/me/registrations';
